/**
 * Whatever three people do with their hands, no page breaks: keys, words and clicks by chance, at one table, at the same moments.
 *
 * FUZZ_DEEDS says how many each of them does (250 unless told), SEED the chance. A failing run names its seed and what was done last; what two
 * pages do at one moment is not repeated exactly.
 */
import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { randomFrom, type Random } from '../convergence/random.ts'
import { VESNA, type House } from '../stories/house.ts'
import { test } from './session.ts'
import { live, openTable, sit, type Seat } from './tables.ts'

const deeds = Number(process.env['FUZZ_DEEDS'] ?? 250)
const seed = Number(process.env['SEED'] ?? randomInt(1, 2 ** 31))
/** What one deed may take at most, in milliseconds, and all that are told in a failure. */
const PATIENCE = 5_000
const TOLD = 30
/** Looked at after so many deeds. */
const EVERY = 10

const seats = ['u-kes1', 'u-orl1', 'u-chair'] as const
const pages = ['', '/positions', '/milestones', '/record', '/proceedings', '/members'] as const
const moves = ['Tab', 'Shift+Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp'] as const
const commands = 'j k n p a r o i c m h d w y e x z g t s v / ?'.split(' ') as [string, ...string[]]
const presses = [
  'Enter',
  'Enter',
  'Space',
  'Escape',
  'Escape',
  'Backspace',
  'Delete',
  'F2',
  'Shift+F10',
  'Alt+ArrowDown',
  'Alt+ArrowUp',
] as const
const together = ['Enter', 'z', 'Shift+Z', 'b', 'i', 'x', 'c', 'v', 'a', 'k', 'f', 'h', 'End', 'Home', ']', '['] as const

/** What no page ever shows. Words may be refused here: the chair, too, does whatever there is to do, and freezes a clause somebody types in. */
const BROKEN = /This page broke|Something on this page failed/

/** Whoever joins paragraphs by typing over their border has Chromium style what it joins, which the page forbids it; and servers may say no. */
function isExpected(fault: string): boolean {
  return fault.startsWith('Applying inline style') || /responded with a status of 4\d\d/.test(fault)
}

type Hand = {
  readonly seat: string
  /** What was done so far. */
  readonly done: string[]
  at: Seat
}

test(
  `[hands-1] whatever keys three people press and whatever they click, no page breaks, and all read the same words (seed ${seed})`,
  async ({ open }) => {
    const random = randomFrom(seed)
    const house = await openTable()
    const witness = await house.sit('u-jmvc1')
    const before = witness.room.view().negotiation.seq
    const sitDown = async (seat: string, done: string[]): Promise<Seat> => {
      const at = await sit(house, open, seat)
      at.page.on('dialog', (asked) => void asked.accept())
      at.page.on('crash', () => void process.stdout.write(`[hands-1] seed ${seed}: the browser lost a tab after ${toldOf(done)}\n`))
      return at
    }
    const hands: Hand[] = []
    for (const seat of seats) {
      const done: string[] = []
      hands.push({ seat, done, at: await sitDown(seat, done) })
    }
    const lookAt = async (hand: Hand): Promise<void> => {
      if ((await look(hand, house)) === 'lost') hand.at = await sitDown(hand.seat, hand.done)
    }

    for (let deed = 1; deed <= deeds; deed += 1) {
      await Promise.all(hands.map(({ at: { page }, done }) => act(page, done, house, random)))
      if (deed % EVERY === 0 || deed === deeds) for (const hand of hands) await lookAt(hand)
    }

    for (const { at, seat } of hands) await sitAgain(at.page, seat, house)
    const [clauses = [], ...others] = await Promise.all(hands.map(({ at }) => readAll(at.page)))
    for (const read of others) expect(read, `seed ${seed}`).toEqual(clauses)
    expect(clauses.length).toBeGreaterThan(0)
    if (deeds >= 250) expect(witness.room.view().negotiation.seq, 'something was said').toBeGreaterThan(before)
  },
  60_000 + deeds * 1_000,
)

/** One thing that somebody does. What it leads to may be slow, or not be there any more: then it was not done. */
async function act(page: Page, done: string[], house: House, random: Random): Promise<void> {
  const [told, deed] = deedOf(page, house, random)
  done.push(told)
  await Promise.race([deed().catch(() => done.push('(in vain)')), setTimeout(PATIENCE, undefined, { ref: false })])
}

/** Everything is drawn each time, so that a seed gives the same deeds whatever they lead to. */
function deedOf(page: Page, { origin }: House, random: Random): readonly [told: string, deed: () => Promise<unknown>] {
  const chance = random.below(1_000)
  const [x, y, nth, where, word] = [random.below(1_430), random.below(890), random.below(1_000), random.pick(pages), random.word()]
  const [move, command, press, chord] = [random.pick(moves), random.pick(commands), random.pick(presses), random.pick(together)]
  if (chance < 5) return [`goes to ${where}`, () => page.goto(`${origin}/n/${VESNA}${where}`)]
  if (chance < 40) return [`clicks at ${x} ${y}`, () => page.mouse.click(x, y)]
  if (chance < 120) return [`clicks button ${nth}`, () => clickOne(page, nth)]
  if (chance < 320) return [`types ${word}`, () => page.keyboard.type(`${word} `)]
  if (chance < 520) return [move, () => page.keyboard.press(move)]
  if (chance < 700) return [command, () => page.keyboard.press(command)]
  if (chance < 880) return [press, () => page.keyboard.press(press)]
  return [`Control+${chord}`, () => page.keyboard.press(`Control+${chord}`)]
}

/** Clicks one of the buttons and links that can be seen. */
async function clickOne(page: Page, nth: number): Promise<void> {
  await page.evaluate((chosen) => {
    const seen = [...document.querySelectorAll<HTMLElement>('button, a[href], [role="menuitem"], summary, select, input')].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    )
    seen[chosen % seen.length]?.click()
  }, nth)
}

/** The page is whole, and at the table. Whoever left it comes back. Answers if the browser itself has lost it. */
async function look({ at: { page, faults }, done, seat }: Hand, house: House): Promise<'lost' | undefined> {
  const shown = await page.evaluate(() => document.body.innerText).catch(() => undefined)
  const wrong = [...(BROKEN.exec(shown ?? '') ?? []), ...faults.filter((fault) => !isExpected(fault))]
  expect(wrong, `seed ${seed}, ${seat} at ${page.url()}: ${toldOf(done)}`).toEqual([])
  const away = !page.url().startsWith(`${house.origin}/n/${VESNA}`) || /You are signed out|Who are you here/.test(shown ?? '')
  if (!away && shown !== undefined) return undefined
  done.push('sits down again')
  return sitAgain(page, seat, house).then(
    () => undefined,
    (error: unknown) => {
      if (String(error).includes('Page crashed')) return 'lost'
      throw error
    },
  )
}

async function sitAgain(page: Page, seat: string, { origin }: House): Promise<void> {
  // Where a link was just followed, the page may still be on its way.
  const leave = () => page.goto('about:blank')
  await leave().catch((error: unknown) => {
    if (String(error).includes('is interrupted by another navigation')) return leave()
    throw error
  })
  await page.goto(`${origin}/n/${VESNA}#as=${seat}`)
  await live(page)
}

function toldOf(done: readonly string[]): string {
  return done.slice(-TOLD).join(' · ')
}

/** The words of all clauses as a page shows them, without what is drawn among them. */
function readAll(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('section[data-clause]')].map((section) => {
      const words = section.querySelector('[data-words]')?.cloneNode(true)
      if (!(words instanceof Element)) return section.getAttribute('data-clause') ?? ''
      for (const drawn of words.querySelectorAll('[contenteditable="false"], [aria-hidden="true"]')) drawn.remove()
      return `${section.getAttribute('data-clause') ?? ''}: ${words.textContent.replaceAll(/\s+/g, '')}`
    }),
  )
}
