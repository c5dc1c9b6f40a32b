/** A whole round of consent on the Positions page, by three delegations and a chair who only have a keyboard. */
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { shiftedTime } from '../stories/shifted-time.ts'
import { enter, tabTo } from './keys.ts'
import { test } from './session.ts'
import { expectAccessible, openTable, sit, type Seat } from './tables.ts'

/** Longer than a statement can be taken back. */
const UNDO = 20_000
const HOUR = 3_600_000

const grid = (page: Page) => page.getByRole('grid')
const row = (page: Page, clause: string) => page.locator(`[data-row="${clause}"]`)
const cell = (page: Page, clause: string, party: string) => row(page, clause).locator(`[data-party="${party}"] button`)
const status = (page: Page, clause: string, is: string) => page.locator(`[data-row="${clause}"][data-status="${is}"]`)

/** Goes to a cell of the matrix with the keys of a grid. */
async function goTo(page: Page, clause: string, party: string): Promise<void> {
  const wanted = cell(page, clause, party)
  const inGrid = () => grid(page).evaluate((own) => own.contains(document.activeElement))
  for (let tabs = 0; tabs < 120 && !(await inGrid()); tabs++) await page.keyboard.press('Tab')
  const place = (await wanted.getAttribute('data-place')) ?? ''
  const [down = 0, right = 0] = place.split(' ').map(Number)
  await page.keyboard.press('Control+Home')
  for (let step = 0; step < down; step++) await page.keyboard.press('ArrowDown')
  for (let step = 0; step < right; step++) await page.keyboard.press('ArrowRight')
  expect(await wanted.evaluate((own) => own === document.activeElement)).toBe(true)
}

/** On the cell in hand: accepts if another clause is agreed. */
async function acceptIf({ page }: Seat, clause: string, party: string, number: string): Promise<void> {
  await goTo(page, clause, party)
  await page.keyboard.press('i')
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByLabel('Condition 1, which'))
  await page.keyboard.type(`${number}.`)
  await dialog.getByText(`if ${number} is agreed.`).waitFor()
  await enter(page, dialog.getByRole('button', { name: /^Record for/ }))
  await dialog.waitFor({ state: 'detached' })
  await cell(page, clause, party).getByText(`Accepts if ${number}`).waitFor({ timeout: UNDO })
}

const positions = { path: '/positions' }

test('[journey-13] a circular package closes, an acceptance ad referendum is confirmed, silence runs out and is broken: by keyboard only', async ({
  open,
}) => {
  const time = shiftedTime()
  const house = await openTable({ time })
  const secretary = await house.sit('u-sec')
  const chair = await sit(house, open, 'u-chair', positions)
  const [kestria, orlava, meridia] = await Promise.all(['u-kes1', 'u-orl1', 'u-mer1'].map((seat) => sit(house, open, seat, positions)))
  if (kestria === undefined || orlava === undefined || meridia === undefined) throw new Error('Somebody is missing')

  // The chair offers a package; two delegations set conditions on each other's clause; the third accepts the whole.
  await enter(chair.page, chair.page.getByRole('region', { name: 'Packages' }).getByRole('button', { name: 'Offer…' }))
  const offer = chair.page.getByRole('dialog')
  await chair.page.keyboard.type('Movements for corridors')
  for (const clause of [/^6\. /, /^7\. /]) {
    await tabTo(chair.page, offer.getByRole('checkbox', { name: clause }))
    await chair.page.keyboard.press('Space')
  }
  await expectAccessible(chair.page, 'offering a package')
  await enter(chair.page, offer.getByRole('button', { name: 'Offer the package' }))
  await offer.waitFor({ state: 'detached' })

  await acceptIf(kestria, 'c6', 'KES', '7')
  await acceptIf(meridia, 'c7', 'MER', '6')
  const card = orlava.page.locator('[data-package]').filter({ hasText: 'Movements for corridors' })
  await enter(orlava.page, card.getByRole('button', { name: 'Accept as a whole…' }))
  const accepting = orlava.page.getByRole('dialog')
  await expectAccessible(orlava.page, 'accepting a package')
  await enter(orlava.page, accepting.getByRole('button', { name: /^Accept the package for/ }))
  expect(await status(kestria.page, 'c6', 'agreed-in-package').count()).toBe(0)
  for (const { page } of [kestria, orlava, meridia, chair])
    for (const clause of ['c6', 'c7']) await status(page, clause, 'agreed-in-package').waitFor({ timeout: UNDO })

  // An acceptance ad referendum, and its confirmation.
  await goTo(kestria.page, 'c9', 'KES')
  await kestria.page.keyboard.press('a')
  const inHand = kestria.page.getByRole('dialog')
  await enter(kestria.page, inHand.getByRole('button', { name: 'Other positions' }))
  const first = kestria.page.getByRole('menuitem', { name: 'Accept ad referendum…' })
  await expect.poll(() => first.evaluate((own) => own === document.activeElement)).toBe(true)
  await kestria.page.keyboard.press('Enter')
  await tabTo(kestria.page, inHand.getByLabel(/^Capital confirms by/))
  await kestria.page.keyboard.type('12312099')
  await enter(kestria.page, inHand.getByRole('button', { name: /^Record for/ }))
  await status(orlava.page, 'c9', 'agreed-ad-referendum').waitFor({ timeout: UNDO })
  await goTo(kestria.page, 'c9', 'KES')
  await kestria.page.keyboard.press('Enter')
  await expectAccessible(kestria.page, 'the history behind a cell')
  await enter(kestria.page, kestria.page.getByRole('button', { name: 'Confirm', exact: true }))
  await status(orlava.page, 'c9', 'agreed').waitFor({ timeout: UNDO })

  // Two clauses lose consent by an edit; the chair asks for it by silence, and one of the two is broken.
  for (const clause of ['c8', 'c12']) secretary.insert(clause, 0, 'Forthwith, ')
  for (const [clause, number] of [
    ['c8', /^8\. /],
    ['c12', /^12\. /],
  ] as const) {
    await status(chair.page, clause, 'consent-lapsed').waitFor()
    await enter(chair.page, chair.page.getByRole('region', { name: 'Silence procedures' }).getByRole('button', { name: 'Open…' }))
    const asking = chair.page.getByRole('dialog')
    await tabTo(chair.page, asking.getByRole('checkbox', { name: number }))
    await chair.page.keyboard.press('Space')
    await enter(chair.page, asking.getByRole('button', { name: 'Open the procedure' }))
    await asking.waitFor({ state: 'detached' })
  }
  await row(kestria.page, 'c8')
    .getByText(/^Silence ends in 3 days/)
    .waitFor()
  await expectAccessible(kestria.page, 'positions with silence running')
  const twelve = orlava.page.locator('[data-silence]').filter({ hasText: /^12 until/ })
  await enter(orlava.page, twelve.getByRole('button', { name: 'Break silence…' }))
  await orlava.page.keyboard.type('Capital has not read the new words.')
  await enter(orlava.page, orlava.page.getByRole('dialog').getByRole('button', { name: 'Break silence', exact: true }))
  await expect.poll(() => kestria.page.locator('[data-silence]').count()).toBe(1)
  await status(kestria.page, 'c12', 'consent-lapsed').waitFor()

  time.shift(80 * HOUR)
  for (const { page } of [kestria, orlava, meridia, chair]) await status(page, 'c8', 'agreed').waitFor()
  expect([chair, kestria, orlava, meridia].flatMap(({ faults }) => faults)).toEqual([])
}, 240_000)

/** Counts how often the one voice of the page says something, from now on. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const voices = document.querySelectorAll('output, [aria-live], [role="status"], [role="alert"]')
    for (const voice of voices)
      new MutationObserver(() => said.push(voice.textContent)).observe(voice, { childList: true, characterData: true, subtree: true })
  })
  return () => page.evaluate(() => ('said' in window && Array.isArray(window.said) ? window.said.map(String) : []))
}

test('[announce-3] a hundred edits by others are at most three announcements in ten seconds, at the table and in the matrix', async ({
  open,
}) => {
  const house = await openTable()
  const orlava = await house.sit('u-orl1')
  const seats = [await sit(house, open, 'u-kes1', positions), await sit(house, open, 'u-kes1')]
  await expect.poll(() => orlava.room.view().presence.length).toBeGreaterThan(2)
  const voices = await Promise.all(seats.map(({ page }) => listen(page)))
  const until = performance.now() + 10_000
  for (let edit = 0; edit < 100; edit++) {
    orlava.insert(edit % 2 === 0 ? 'c8' : 'c9', 0, edit % 10 < 2 ? 'x' : ' y')
    await orlava.until(({ unsaved }) => unsaved === 0)
  }
  await expect.poll(() => performance.now() > until, { timeout: 15_000 }).toBe(true)
  for (const heard of await Promise.all(voices.map((voice) => voice()))) {
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.length).toBeLessThanOrEqual(3)
    expect(heard.join(' ')).toContain('your delegation’s consent lapsed')
  }
})

test('[take-back-1] a position is not sent before its five seconds are over, and not at all when it is taken back', async ({ open }) => {
  const house = await openTable()
  const orlava = await house.sit('u-orl1')
  const kestria = await sit(house, open, 'u-kes1')
  const entries = () => orlava.room.view().negotiation.seq
  const before = entries()
  await kestria.clause('c6').locator('h3').focus()
  await kestria.page.keyboard.press('r')
  const form = kestria.clause('c6').getByRole('form')
  await kestria.page.keyboard.type('Instructions are awaited.')
  await enter(kestria.page, form.getByRole('button', { name: /^Record for/ }))
  await kestria.page.getByText('Kestria reserves its position on clause 6').first().waitFor()
  expect(entries()).toBe(before)
  await kestria.page.keyboard.press('Control+z')
  await expect.poll(() => kestria.page.getByText(/Sent in/).count()).toBe(0)
  await kestria.page.keyboard.press('r')
  expect(await form.getByRole('textbox').inputValue()).toBe('Instructions are awaited.')
  await enter(kestria.page, form.getByRole('button', { name: /^Record for/ }))
  const sent = performance.now()
  await orlava.until(({ negotiation }) => negotiation.seq > before, UNDO)
  expect(performance.now() - sent).toBeGreaterThan(4_000)
  expect(orlava.standing('c6', 'KES')).toMatchObject({ is: 'current', position: { position: { stance: 'reserves' } } })
})

test('[take-back-2] words that change while a position waits are not accepted: it is refused, and says so', async ({ open }) => {
  const house = await openTable()
  const orlava = await house.sit('u-orl1')
  const meridia = await sit(house, open, 'u-mer1')
  const before = orlava.standing('c13', 'MER')
  await meridia.clause('c13').locator('h3').focus()
  await meridia.page.keyboard.press('a')
  await meridia.page.getByText('Meridia accepts clause 13').first().waitFor()
  orlava.insert('c13', 0, 'Never ')
  const refused = meridia.clause('c13').getByRole('alert')
  await refused.waitFor({ timeout: UNDO })
  expect(await refused.innerText()).toMatch(/Not recorded.*changed/s)
  expect(orlava.standing('c13', 'MER')).toMatchObject({ position: before !== undefined && 'position' in before ? before.position : {} })
  await expectAccessible(meridia.page, 'a position refused')
})

test('[what-if-3] what is supposed is clearly not the record, changes nothing for others, and is gone when one leaves', async ({
  open,
}) => {
  const house = await openTable()
  const orlava = await house.sit('u-orl1')
  const { page, faults } = await sit(house, open, 'u-kes1', positions)
  const before = orlava.room.view().negotiation.seq
  const shown = () => page.locator('[data-row]').evaluateAll((rows) => rows.map((own) => own.getAttribute('data-status')))
  await status(page, 'c6', 'open').waitFor()
  const real = await shown()
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.method()))
  await enter(page, page.getByRole('button', { name: 'What if' }))
  await page.getByText('this is not the record').waitFor()
  await goTo(page, 'c6', 'ORL')
  await page.keyboard.press('a')
  await status(page, 'c6', 'agreed').waitFor()
  await goTo(page, 'c1', 'MER')
  await page.keyboard.press('o')
  await status(page, 'c1', 'contested').waitFor()
  await page
    .getByText(/6 would be agreed; 1 would no longer be agreed/)
    .first()
    .waitFor()
  await expectAccessible(page, 'what if')
  await enter(page, page.getByRole('button', { name: 'Try this path' }))
  await page.getByText('Nothing stands in the way.').waitFor()
  await enter(page, page.getByRole('button', { name: 'Back to the record' }))
  expect(await shown()).toEqual(real)
  expect([orlava.room.view().negotiation.seq, sent.filter((method) => method !== 'GET'), faults]).toEqual([before, [], []])
})

test('[read-1] who accepts words that have just changed is asked to read them, and then accepts these', async ({ open }) => {
  const house = await openTable()
  const orlava = await house.sit('u-orl1')
  const kestria = await sit(house, open, 'u-kes1')
  const { page, clause } = kestria
  await clause('c6').locator('h3').focus()
  const asked = clause('c6').getByRole('alert')
  for (const answer of ['Cancel', 'Accept these words']) {
    orlava.insert('c6', 0, 'Now ')
    await expect.poll(() => kestria.words('c6')).toContain(orlava.words('c6').slice(0, 40))
    await clause('c6').locator('h3').focus()
    await page.keyboard.press('a')
    await asked.getByText('These words changed a moment ago.').waitFor()
    await enter(page, asked.getByRole('button', { name: answer }))
    await asked.waitFor({ state: 'detached' })
    await clause('c6').locator('h3').waitFor()
  }
  await clause('c6').locator('[data-party="KES"][data-stance="accepts"]').waitFor({ timeout: UNDO })
  expect(orlava.standing('c6', 'KES')).toMatchObject({ is: 'current', position: { position: { stance: 'accepts' } } })
  expect(kestria.faults).toEqual([])
})
