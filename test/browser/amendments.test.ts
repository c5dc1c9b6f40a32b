/** Three delegations amend one sentence at once, one supports another, the chair takes a reading in, and a fourth window sees it all live. */
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { chooseFrom, enter, focused, tabTo } from './keys.ts'
import { test } from './session.ts'
import { shiftedTime } from '../stories/shifted-time.ts'
import { DESK, expectAccessible, openTable, overflow, PHONE, shot, sit, type Seat } from './tables.ts'

const CLAUSE = 'c7'
/** Longer than the pause after which words are another version, in milliseconds. */
const PAUSE = 10 * 60_000

/** Goes down the text with J until the clause is in hand. */
async function take({ page, clause }: Seat): Promise<void> {
  for (let steps = 0; steps < 60 && (await clause(CLAUSE).getAttribute('data-selected')) === null; steps++) await page.keyboard.press('j')
  expect(await clause(CLAUSE).getAttribute('data-selected')).not.toBeNull()
}

/** Tabs to the button with that name in the clause and presses Enter. */
function press({ page, clause }: Seat, name: RegExp | string, inDialog = false): Promise<void> {
  return enter(page, (inDialog ? page.getByRole('dialog') : clause(CLAUSE)).getByRole('button', { name }).first())
}

/** Selects words of the first sentence, from the keyboard. Answers what is selected then. */
async function select(page: Page, words: string): Promise<string> {
  await page.keyboard.press('Control+Home')
  for (let at = 'The Parties will ensure rapid, safe'.indexOf(words); at > 0; at--) await page.keyboard.press('ArrowRight')
  for (let at = 0; at < words.length; at++) await page.keyboard.press('Shift+ArrowRight')
  return page.evaluate(() => getSelection()?.toString() ?? '')
}

/** Amends the first sentence: puts other words in the place of some. At once before the table, or first in the caucus. */
async function amends(seat: Seat, instead: string, words: string, where: 'caucus' | 'table' = 'table'): Promise<void> {
  const { page, clause } = seat
  await take(seat)
  await page.keyboard.press('Enter')
  const prompt = clause(CLAUSE).getByRole('group', { name: 'Amend clause 7' })
  await focused(prompt.getByRole('button', { name: 'Draft it in the caucus', exact: true }))
  if (where === 'table') {
    await page.keyboard.press('Tab')
    await focused(prompt.getByRole('button', { name: 'Table it at once', exact: true }))
  }
  await page.keyboard.press('Enter')
  const editor = clause(CLAUSE).getByRole('textbox', { name: where === 'table' ? /^Text of 7 / : 'Text of Draft 1 for clause 7' })
  await focused(editor)
  // An editor that has just taken the focus puts the caret where it was once more; a person would not be quick enough to notice.
  await expect.poll(async () => select(page, instead), { timeout: 20_000 }).toBe(instead)
  await page.keyboard.type(words)
}

/** Chooses a way of reading from the menu. */
const reads = ({ page }: Seat, way: RegExp) => chooseFrom(page.getByRole('button', { name: /^View/ }), way, 'menuitemradio')

const heading = ({ clause }: Seat) => clause(CLAUSE).getByRole('heading', { level: 3 })
const standing = ({ clause }: Seat, party: string, is: string) =>
  clause(CLAUSE).locator(`[data-party="${party}"][data-standing="${is}"]`).first().waitFor()
const alternative = ({ clause }: Seat, parties: string, words: string) =>
  clause(CLAUSE).locator(`[data-alternative="${parties}"]`).filter({ hasText: words }).first().waitFor()

test('[journey-26] three delegations amend one sentence at once, one supports another, the chair takes a reading in: by keyboard only, a fourth window sees it live', async ({
  open,
}) => {
  const time = shiftedTime()
  const house = await openTable({ time })
  const secretary = await house.sit('u-sec')
  expect((await secretary.submit('drafting.set', { drafting: 'pen' })).ok).toBe(true)
  const [kestria, colleague, orlava, meridia, chair, monitor] = await Promise.all(
    ['u-kes1', 'u-kes2', 'u-orl1', 'u-mer1', 'u-chair', 'u-jmvc1'].map((seat) => sit(house, open, seat)),
  )
  if (!kestria || !colleague || !orlava || !meridia || !chair || !monitor) throw new Error('Somebody is missing')

  // Orlava accepts the text anew, so that there is consent to lose.
  await take(orlava)
  await orlava.page.keyboard.press('a')
  await standing(monitor, 'ORL', 'current')
  time.shift(PAUSE)
  expect((await secretary.submit('round.close', {})).ok).toBe(true)
  time.shift(PAUSE)

  // Each begins to type in a text the chair holds the pen of, and amends it.
  await Promise.all([amends(kestria, 'will', 'shall', 'caucus'), amends(orlava, 'will', 'should'), amends(meridia, 'rapid', 'prompt')])

  // What Kestria drafts is read in its caucus only, where a colleague joins; it tables it from where it typed.
  await take(colleague)
  await press(colleague, 'Go on with Draft 1')
  const draft = ({ clause }: Seat) => clause(CLAUSE).locator('[data-drafting]')
  await draft(colleague).locator('ins, [data-words]').filter({ hasText: 'shall' }).first().waitFor()
  await alternative(monitor, 'ORL', 'should')
  expect(await monitor.clause(CLAUSE).getByText('shall').count()).toBe(0)
  await shot(kestria.page, 'drafting')
  await expectAccessible(kestria.page, 'drafting in the caucus')
  await tabTo(kestria.page, kestria.clause(CLAUSE).getByRole('button', { name: 'Table it…', exact: true }))
  await kestria.page.keyboard.press('Enter')
  await kestria.page.getByRole('dialog').locator('[data-preview]').filter({ hasText: 'shall' }).waitFor()
  await shot(kestria.page, 'tabling')
  await press(kestria, /^Table it for/, true)
  await draft(kestria).waitFor({ state: 'detached' })
  await shot(orlava.page, 'amending')
  await take(monitor)
  await alternative(monitor, 'KES', 'shall')
  await alternative(monitor, 'ORL', 'should')
  await alternative(monitor, 'MER', 'prompt')
  await monitor.clause(CLAUSE).getByText('Collides with 7 ').first().waitFor()
  await shot(monitor.page, 'brackets')
  await expectAccessible(monitor.page, 'readings in brackets')
  await expectAccessible(orlava.page, 'amending')
  for (const { page } of [kestria, orlava, meridia]) await page.keyboard.press('Escape')

  // Meridia supports Kestria's reading and would accept it; so would Kestria itself.
  const kes = (await kestria.clause(CLAUSE).locator('li[data-amendment][data-party="KES"] b').innerText()).trim()
  await press(meridia, `Support ${kes}`)
  await alternative(monitor, 'KES MER', 'shall')
  await press(meridia, `Accept ${kes}`)
  await press(kestria, `Accept ${kes}`)
  await meridia
    .clause(CLAUSE)
    .getByRole('button', { name: `Accepting ${kes} if it is the text` })
    .waitFor()
  await kestria
    .clause(CLAUSE)
    .getByRole('button', { name: `Accepting ${kes} if it is the text` })
    .waitFor()
  for (const party of ['KES', 'ORL', 'MER']) await standing(monitor, party, 'current')
  await shot(monitor.page, 'supported')

  // The chair tables a text of its own: it is read as a whole beside the rolling text, for everybody, and taken back again.
  expect((await secretary.submit('amendment.table', { clause: CLAUSE, on: secretary.fingerprint(CLAUSE) })).ok).toBe(true)
  const chairs = monitor.clause(CLAUSE).getByRole('complementary', { name: 'Chair’s text of clause 7' })
  await chairs.getByText('under the chair’s own responsibility', { exact: false }).waitFor()
  await expectAccessible(monitor.page, 'the chair’s text beside the rolling text')
  const places = async () => {
    const [rolling, beside] = await Promise.all([
      monitor.clause(CLAUSE).locator('[data-words]').first().boundingBox(),
      chairs.boundingBox(),
    ])
    return { side: (beside?.x ?? 0) > (rolling?.x ?? 0) + 100, below: (beside?.y ?? 0) > (rolling?.y ?? 0) + (rolling?.height ?? 0) - 1 }
  }
  expect(await places()).toEqual({ side: true, below: false })
  await monitor.page.setViewportSize(PHONE)
  await expect.poll(places).toEqual({ side: false, below: true })
  await monitor.page.setViewportSize(DESK)
  const tabled = [...secretary.room.view().negotiation.amendments.values()].findLast(({ party }) => party === 'CHR')
  expect((await secretary.submit('amendment.withdraw', { amendment: tabled?.amendment })).ok).toBe(true)
  await chairs.waitFor({ state: 'detached' })

  // The chair looks at what it would change, for the words and for consent, and takes it in.
  time.shift(PAUSE)
  await take(chair)
  const item = chair.clause(CLAUSE).locator('li[data-amendment][data-party="KES"]')
  const incorporate = item.getByRole('button', { name: /into the text…$/ })
  await enter(chair.page, incorporate)
  const dialog = chair.page.getByRole('dialog')
  await dialog.getByText('Accepted already by Kestria and Meridia').waitFor()
  await dialog.getByText('Consent of Orlava lapses.').waitFor()
  await shot(chair.page, 'incorporating')
  await expectAccessible(chair.page, 'taking an amendment in')
  await press(chair, 'Take it in whole', true)
  await dialog.waitFor({ state: 'detached' })

  for (const seat of [kestria, orlava, meridia, chair, monitor]) {
    await standing(seat, 'KES', 'current')
    await standing(seat, 'MER', 'current')
    await standing(seat, 'ORL', 'lapsed')
    expect(await seat.words(CLAUSE)).toMatch(/The Parties \[?(KES, MER , the text as it reads: )?shall/)
  }
  await monitor.clause(CLAUSE).locator('li[data-amendment][data-party="KES"]').waitFor({ state: 'detached' })
  await alternative(monitor, 'ORL', 'should')

  // The text has moved under Orlava's amendment in the same place: it says what its change means now.
  await press(orlava, /^Update 7 /)
  const update = orlava.page.getByRole('dialog')
  await update.getByText('Conflict 1').waitFor()
  await expectAccessible(orlava.page, 'what your changes mean now')
  await shot(orlava.page, 'conflict')
  await tabTo(orlava.page, update.getByRole('radio').first())
  await orlava.page.keyboard.press('Space')
  await orlava.page.keyboard.press('ArrowDown')
  await press(orlava, 'Update the amendment', true)
  await update.waitFor({ state: 'detached' })
  await alternative(monitor, 'ORL', 'should')
  await monitor.clause(CLAUSE).getByText('conflict').waitFor({ state: 'detached' })

  // The secretariat types, consent lapses; it undoes that, and consent is current again.
  time.shift(PAUSE)
  await chair.page.keyboard.press('Escape')
  await take(chair)
  await heading(chair).focus()
  await chair.page.keyboard.press('Enter')
  await focused(chair.clause(CLAUSE).getByRole('textbox', { name: 'Text of clause 7', exact: true }))
  await chair.page.keyboard.press('Control+End')
  await chair.page.keyboard.insertText(' And so on.')
  for (const party of ['KES', 'MER']) await standing(monitor, party, 'lapsed')
  await chair.page.keyboard.press('Control+z')
  for (const party of ['KES', 'MER']) await standing(monitor, party, 'current')
  expect(await monitor.words(CLAUSE)).not.toContain('And so on.')

  // It puts back the words of before the reading was taken in: consent to those is current again. Undone, consent to the reading is.
  await chair.page.keyboard.press('Escape')
  await focused(heading(chair))
  await chair.page.keyboard.press('w')
  const versions = chair.page.getByRole('dialog', { name: /over time$/ })
  const chosen = versions.getByRole('radio', { name: /UTC/ })
  await versions.getByText('As round 3 closed').waitFor()
  await tabTo(chair.page, chosen.first())
  const back = versions.getByText(/Orlava and Meridia had spoken of these words: that counts again/)
  await versions
    .getByText(/Took amendment/)
    .first()
    .waitFor()
  await chair.page.keyboard.press('ArrowDown')
  await shot(chair.page, 'restoring')
  await back.waitFor()
  await expectAccessible(chair.page, 'putting words back')
  await press(chair, 'Put these words back', true)
  await versions.waitFor({ state: 'detached' })
  await standing(monitor, 'ORL', 'current')
  expect(await monitor.words(CLAUSE)).toMatch(/The Parties \[?([A-Z, ]+, the text as it reads: )?will/)
  await heading(chair).focus()
  await chair.page.keyboard.press('Control+z')
  for (const party of ['KES', 'MER']) await standing(monitor, party, 'current')
  await standing(monitor, 'ORL', 'lapsed')

  // Whoever begins to type where the pen is held is drafting; what is typed until the draft is open is in it.
  await colleague.page.keyboard.press('Escape')
  await colleague.clause('c8').getByRole('heading', { level: 3 }).focus()
  await colleague.page.keyboard.press('Enter')
  await focused(colleague.clause('c8').getByRole('button', { name: 'Draft it in the caucus', exact: true }))
  await colleague.page.keyboard.type('Soon after')
  await colleague.clause('c8').getByRole('textbox', { name: 'Text of Draft 1 for clause 8' }).getByText('Soon after').waitFor()

  // The observer reads what has changed since round 3.
  await reads(monitor, /^Changes since round 3 closed/)
  await monitor.page.getByText(/^Changes since round 3 closed on/).waitFor()
  await monitor.clause(CLAUSE).locator('[data-compared="changed"] ins').filter({ hasText: 'shall' }).waitFor()
  await monitor.clause(CLAUSE).locator('[data-compared="changed"] del').filter({ hasText: 'will' }).waitFor()
  await expectAccessible(monitor.page, 'changes since round 3')
  await shot(monitor.page, 'since-round-3')
  await monitor.page.setViewportSize(PHONE)
  expect(await overflow(monitor.page)).toBe(0)
  await shot(monitor.page, 'since-round-3-phone')

  for (const { faults } of [kestria, colleague, orlava, meridia, chair, monitor]) expect(faults).toEqual([])
}, 240_000)

test('[journey-27] equal readings are merged, a new clause is proposed and taken in, and whose brackets are whose is stated', async ({
  open,
}) => {
  const house = await openTable()
  const [one, other] = await Promise.all([house.sit('u-kes1'), house.sit('u-orl1')])
  const text = [{ type: 'paragraph', runs: [{ text: 'The Parties shall ensure passage.' }] }]
  for (const delegate of [one, other])
    expect(await delegate.submit('amendment.table', { clause: CLAUSE, on: delegate.fingerprint(CLAUSE), text })).toEqual({ ok: true })
  const [orlava, chair, monitor] = await Promise.all(['u-orl1', 'u-chair', 'u-jmvc1'].map((seat) => sit(house, open, seat)))
  if (!orlava || !chair || !monitor) throw new Error('Somebody is missing')

  // The chair drops what nobody else supports, in one act.
  await chair.clause(CLAUSE).getByRole('heading', { level: 3 }).focus()
  await chair.clause(CLAUSE).getByRole('button', { name: 'Streamline…' }).click()
  const tidying = chair.page.getByRole('dialog')
  await tidying.getByRole('checkbox', { name: /^Merge 7 ter of Orlava into 7 bis/ }).check()
  await shot(chair.page, 'streamlining')
  await expectAccessible(chair.page, 'streamlining')
  await tidying.getByRole('button', { name: 'Record as one act' }).click()
  await alternative(monitor, 'KES ORL', 'shall')

  // A new clause is proposed after this one, and becomes a clause when it is taken in.
  await orlava.clause(CLAUSE).getByRole('heading', { level: 3 }).focus()
  await orlava.clause(CLAUSE).getByRole('button', { name: 'Change the place of clause 7' }).click()
  await orlava.page.getByRole('menuitem', { name: 'Propose a new clause after this one…' }).click()
  const proposing = orlava.page.getByRole('form', { name: 'Propose a new clause after clause 7' })
  await proposing.getByLabel('Heading').fill('Free of charge')
  await proposing.getByLabel('Words').fill('Passage is free of charge.')
  await proposing.getByRole('button', { name: 'Table the new clause' }).click()
  const proposed = (seat: Seat) => seat.page.locator('[data-proposed]')
  await proposed(monitor).getByText('Passage is free of charge.').waitFor()
  await expectAccessible(orlava.page, 'a proposed clause')
  await shot(orlava.page, 'proposed')
  // The list of clauses leads to it.
  const listed = monitor.page.getByRole('navigation', { name: 'Clauses' })
  await listed.getByRole('link', { name: /^New clause: Free of charge\W*proposed by ORL/ }).press('Enter')
  await focused(proposed(monitor))
  await proposed(chair).getByRole('button', { name: 'Take it into the text' }).click()
  await monitor.page.locator('section[data-clause]').getByText('Passage is free of charge.').waitFor()
  await proposed(monitor).waitFor({ state: 'detached' })

  // Whose square brackets in the text are, and who settles them, is stated and seen by all.
  const withdrawal = orlava.page.locator('section[data-clause="c5"]')
  await withdrawal.getByRole('heading', { level: 3 }).focus()
  await withdrawal
    .getByRole('button', { name: /^(Change|State whose it is)…$/ })
    .first()
    .click()
  await withdrawal.getByLabel('Who settles it').selectOption('ORL')
  await withdrawal.getByLabel('By when').fill('2026-12-01')
  await expectAccessible(orlava.page, 'whose brackets')
  await shot(orlava.page, 'bracket-said')
  await withdrawal.getByRole('button', { name: 'Put it on record' }).click()
  await withdrawal.getByText('Orlava settles it by 2026-12-01').waitFor()
  await monitor.page.locator('[data-open-brackets]').waitFor()
  for (const { faults } of [orlava, chair, monitor]) expect(faults).toEqual([])
}, 150_000)
