/** Two engines at one table: what one delegation does in Firefox and another in Chromium is the same text and the same record. */
import { randomInt } from 'node:crypto'
import type { Page as Fox } from 'puppeteer-core'
import { expect, onTestFinished } from 'vitest'
import { randomFrom, type Random } from '../convergence/random.ts'
import { VESNA, type House } from '../stories/house.ts'
import { findFirefox, keysOf, startFirefox, type Keys } from './firefox.ts'
import { test } from './session.ts'
import { DESK, openTable, saved, sit, typeIn } from './tables.ts'

const path = findFirefox()

/** Longer than a statement can be taken back. */
const UNDO = 20_000
const STROKES = 80

test.skipIf(path === undefined)(
  '[journey-41] a delegation in Firefox and one in Chromium type in one clause at once, and have one text; comments and positions come through (with Firefox)',
  async ({ open }) => {
    const seed = Number(process.env['SEED'] ?? randomInt(1, 2 ** 31))
    const house = await openTable()
    const orlava = await sit(house, open, 'u-orl1')
    const monitor = await house.sit('u-jmvc1')
    const { page: fox, faults } = await inFirefox(house, path ?? '', 'u-kes1')
    const keys = keysOf(fox)

    await takeWords(fox, 'c6')
    await keys.press('Control+End')
    await keys.type(' From Firefox.')
    await expect.poll(() => orlava.words('c6')).toMatch(/From Firefox\.$/)
    await typeIn(orlava, 'c6', 'Home', 'From Chromium. ')
    await expect.poll(() => lettersIn(fox, 'c6')).toMatch(/^FromChromium\..*FromFirefox\.$/)

    // Of an emoji this browser gives the two halves, one after the other.
    await keys.press('Control+End')
    // Outside of a list there is nothing to set out, and to the browser this key means to leave the page.
    await keys.press('Control+[')
    await keys.type(' 😀')
    await expect.poll(() => letters(monitor.words('c6'))).toMatch(/FromFirefox\.😀$/)
    await keys.press('Control+z')
    await expect.poll(() => monitor.words('c6')).not.toContain('😀')
    await keys.press('Control+Shift+Z')
    await expect.poll(() => letters(monitor.words('c6'))).toMatch(/FromFirefox\.😀$/)

    // Both at once, with whatever keys.
    await takeWords(fox, 'c10')
    await typeIn(orlava, 'c10', 'End', '')
    const random = randomFrom(seed)
    for (let stroke = 0; stroke < STROKES; stroke += 1) await Promise.all([strike(keys, random), strike(keysOf(orlava.page), random)])
    await saved(orlava.page)
    const texts = async () => [await lettersIn(fox, 'c10'), await lettersIn(orlava.page, 'c10'), letters(monitor.words('c10'))]
    await expect.poll(texts, { message: `seed ${seed}` }).toSatisfy(areOne)
    // Words typed where the other one has just removed a paragraph come back with a notice; that may happen here.
    for (const page of [fox, orlava.page])
      expect(await wholePage(page), `seed ${seed}`).not.toMatch(/was not accepted|This page broke|Something on this page failed/)

    await keys.press('Escape')
    await takeClause(fox, 'c7')
    await keys.press('c')
    await fox.waitForSelector('[data-clause="c7"] textarea:focus')
    await keys.type('Asked in Firefox.')
    await keys.press('Control+Enter')
    await orlava.clause('c7').locator('h3').focus()
    await orlava.clause('c7').getByText('Asked in Firefox.', { exact: true }).waitFor()
    await takeClause(fox, 'c9')
    await keys.press('o')
    await fox.waitForSelector('[data-clause="c9"] form textarea:focus')
    await keys.type('The dates are missing. 😀')
    await fox.locator('[data-clause="c9"] form button[type=submit]').click()
    await orlava.clause('c9').locator('[data-party="KES"][data-stance="objects"]').waitFor({ timeout: UNDO })
    expect([...faults, ...orlava.faults.filter((fault) => !isOwnJoining(fault))]).toEqual([])
  },
)

/**
 * Where a letter takes the place of the end of one paragraph and the beginning of the next, Chromium joins them by itself, writes their look
 * into what it joins, and hears from the policy of the page that it may not. The editor then reads the words.
 */
function isOwnJoining(fault: string): boolean {
  return fault.startsWith('Applying inline style violates')
}

/** Sits down in a Firefox and waits until the page shows the text, live. */
async function inFirefox(house: House, firefox: string, seat: string): Promise<{ readonly page: Fox; readonly faults: readonly string[] }> {
  const browser = await startFirefox(firefox)
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.setViewport(DESK)
  const faults: string[] = []
  page.on('pageerror', (error) => {
    const said = error instanceof Error ? error.message : String(error)
    // The validator asks once whether it may compile what it does; no page of ours may, and Firefox writes that down.
    if (!said.includes('unsafe-eval')) faults.push(said)
  })
  await page.goto(`${house.origin}/n/${VESNA}#as=${seat}`)
  await page.waitForFunction(() => document.body.innerText.includes('Live, saved'))
  return { page, faults }
}

async function takeClause(page: Fox, clause: string): Promise<void> {
  await page.evaluate((id) => document.querySelector<HTMLElement>(`[data-clause="${id}"] h3`)?.focus(), clause)
}

/** Opens the words of a clause where they are clicked. */
async function takeWords(page: Fox, clause: string): Promise<void> {
  await page.evaluate((id) => document.querySelector(`[data-clause="${id}"]`)?.scrollIntoView({ block: 'center' }), clause)
  await page.locator(`[data-clause="${clause}"] [data-words]`).click()
  await page.waitForSelector(`[data-clause="${clause}"] [role=textbox]:focus`)
}

/** One thing that somebody does at the keyboard, without leaving the words. */
function strike(keys: Keys, random: Random): Promise<void> {
  return random.chance(0.5) ? keys.type(`${random.word()} `) : keys.press(random.pick(combinations))
}

const combinations = [
  'Enter',
  'Backspace',
  'Delete',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'Shift+ArrowLeft',
  'Shift+ArrowRight',
  'Shift+Home',
  'Control+ArrowLeft',
  'Control+Backspace',
  'Control+b',
  'Control+i',
  'Control+x',
  'Control+v',
  'Control+]',
  'Control+z',
  'Control+Shift+Z',
] as const

/** What both drivers do alike. */
type Page = { readonly evaluate: (run: (selector: string) => string, selector: string) => Promise<string> }

/** The letters of a clause's words as a page shows them, without what is drawn among them: headings, names of delegations, carets. */
async function lettersIn(page: Page, clause: string): Promise<string> {
  const shown = (selector: string) => {
    const words = document.querySelector(selector)?.cloneNode(true)
    if (!(words instanceof Element)) return ''
    for (const drawn of words.querySelectorAll('[contenteditable="false"], [aria-hidden="true"]')) drawn.remove()
    return words.textContent
  }
  return letters(await page.evaluate(shown, `[data-clause="${clause}"] [data-words]`))
}

function wholePage(page: Page): Promise<string> {
  return page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.innerText ?? '', 'body')
}

function areOne(texts: readonly string[]): boolean {
  return new Set(texts).size === 1
}

function letters(words: string): string {
  return words.replaceAll(/\s+/g, '')
}
