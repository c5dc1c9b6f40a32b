/** A server with the built web app, and people who sit at its table in browser contexts of their own. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright'
import { expect } from 'vitest'
import type { Browser } from '../stories/founding.ts'
import { openHouse, VESNA, type House } from '../stories/house.ts'
import { BARE_ADDRESS } from './chromium.ts'
import { chooseFrom } from './keys.ts'

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

const SHOTS = process.env['SHOTS']

/** Takes a picture of the page, where `SHOTS` names a folder for them. */
export async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` })
}

/** The folder of the built web app. */
export const built = fileURLToPath(new URL('../../apps/web/dist', import.meta.url))

/** The server as it is shipped, with the web app as it is built. */
export async function openTable(options: Parameters<typeof openHouse>[0] = {}): Promise<House> {
  if (!existsSync(`${built}/index.html`)) throw new Error('The web app is not built: run `npm test`, or `node scripts/build-web.ts` first')
  return openHouse({ web: built, ...options })
}

/** The same house at a bare address, as somebody on the same local network reaches it, without HTTPS. */
export function atBareAddress(house: House): House {
  const origin = new URL(house.origin)
  origin.hostname = BARE_ADDRESS
  return { ...house, origin: origin.origin }
}

type Open = (options?: BrowserContextOptions) => Promise<BrowserContext>

export type Seat = {
  readonly page: Page
  readonly clause: (id: string) => Locator
  readonly words: (id: string) => Promise<string>
  readonly faults: readonly string[]
}

/** At a bare address the browser says of one of our headers that it means nothing there. */
const NOT_SECURE = 'The Cross-Origin-Opener-Policy header has been ignored'

/** Sits down in a seat of the demonstration and waits until the page shows the text, live. */
export async function sit(
  house: House,
  open: Open,
  seat: string,
  {
    path = '',
    negotiation = VESNA,
    prepare,
    ...options
  }: BrowserContextOptions & {
    readonly path?: string
    readonly negotiation?: string
    readonly prepare?: (page: Page) => Promise<void>
  } = {},
): Promise<Seat> {
  const context = await open({ viewport: DESK, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(12_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith(NOT_SECURE)) faults.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(house.origin) && !/^(data|blob|about):/.test(request.url()))
      faults.push(`foreign request: ${request.url()}`)
  })
  await prepare?.(page)
  await page.goto(`${house.origin}/n/${negotiation}${path}#as=${seat}`)
  await live(page)
  const clause = (id: string) => page.locator(`section[data-clause="${id}"]`)
  return {
    page,
    clause,
    async words(id) {
      const words = clause(id).locator('[data-words]').first()
      // Clauses out of sight are not laid out, and what is not laid out has no inner text.
      await words.scrollIntoViewIfNeeded()
      await expect.poll(() => words.evaluate((shown) => shown.checkVisibility({ contentVisibilityAuto: true }))).toBe(true)
      return (await words.innerText()).replaceAll(/\s+/g, ' ')
    },
    faults,
  }
}

/** Puts the caret at the start or the end of a clause's text and types. */
export async function typeIn({ page, clause }: Seat, id: string, where: 'Home' | 'End', text: string): Promise<void> {
  const words = clause(id).locator('[data-words]').first()
  await words.scrollIntoViewIfNeeded()
  await words.click()
  const editor = clause(id).getByRole('textbox', { name: /^Text of/ })
  await editor.waitFor()
  // The caret comes with the focus, and ProseMirror may put it back for a moment.
  await expect
    .poll(async () => {
      await page.keyboard.press(`Control+${where}`)
      return lettersBeyondCaret(editor, where)
    })
    .toBe(0)
  await page.keyboard.type(text)
}

/** How many letters stand between the caret and that end of the text, three frames from now; undefined while the caret is elsewhere. */
function lettersBeyondCaret(editor: Locator, end: 'Home' | 'End'): Promise<number | undefined> {
  return editor.evaluate(async (own, to) => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    const { focusNode, focusOffset } = getSelection() ?? { focusNode: null, focusOffset: 0 }
    if (focusNode === null || !own.contains(focusNode)) return undefined
    const range = document.createRange()
    range.selectNodeContents(own)
    if (to === 'Home') range.setEnd(focusNode, focusOffset)
    else range.setStart(focusNode, focusOffset)
    const beyond = range.cloneContents()
    // The heading, the carets of others: nobody types in them.
    for (const drawn of beyond.querySelectorAll('[contenteditable="false"]')) drawn.remove()
    return beyond.textContent.length
  }, end)
}

/** No violation of WCAG 2.2 AA that axe can find. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  const found: string[] = []
  for (const { id, nodes } of violations)
    for (const { target } of nodes) {
      const node = target.join(' ')
      if (id !== 'target-size' || !(await isUnderBar(page, node))) found.push(`${where}: ${id}: ${node}`)
    }
  expect(found).toEqual([])
}

/** Whether something lies in part under a bar that stays while the page is scrolled: axe takes what is left of it for its size. */
function isUnderBar(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((own) => {
    const { left, right, top, bottom } = own.getBoundingClientRect()
    const corners = [left + 1, right - 1].flatMap((x) => [top + 1, bottom - 1].map((y) => document.elementFromPoint(x, y)))
    return corners.some((over) => {
      if (over === null || own.contains(over) || over.contains(own)) return false
      for (let one: Element | null = over; one !== null; one = one.parentElement)
        if (['sticky', 'fixed'].includes(getComputedStyle(one).position)) return !one.contains(own)
      return false
    })
  })
}

/** How far the page can be scrolled sideways, in pixels. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Waits until the page says that everything on it is on the server's disk. */
export async function live(page: Page): Promise<void> {
  await page.getByText(/^Live/).filter({ visible: true }).first().waitFor()
}

export async function saved(page: Page): Promise<void> {
  await page.getByText('Live, saved').filter({ visible: true }).first().waitFor()
}

/** Opens the table in the session of somebody who came in without a page. */
export async function comeBack(
  context: BrowserContext,
  { origin }: House,
  browser: Browser,
  negotiation: string,
  prepare?: (page: Page) => Promise<void>,
): Promise<Page> {
  const [name = '', value = ''] = browser.cookie().split('=')
  await context.addCookies([{ name, value, url: origin, httpOnly: true }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await prepare?.(page)
  await page.goto(`${origin}/n/${negotiation}`)
  await live(page)
  return page
}

/** Goes from the table to the page of its members. */
export function membersPage(page: Page): Promise<void> {
  return chooseFrom(page.getByRole('button', { name: /^Menu/ }), 'Members and what I may do')
}

/** The link that was just made, and shown this once. Closes the dialog that shows it. */
export async function linkMade(page: Page): Promise<string> {
  const url = await page.getByRole('dialog').locator('code').innerText()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  return url
}
