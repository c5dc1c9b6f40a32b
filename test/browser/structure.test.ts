/** The structure of the text changes hands with the keyboard alone, while another delegation watches. */
import { expect } from 'vitest'
import { choose, enter, focused, pick, tabTo, type } from './keys.ts'
import { test } from './session.ts'
import { expectAccessible, openTable, overflow, PHONE, sit, type Seat } from './tables.ts'

/** Chooses from the menu of a clause, from its heading on. */
async function fromMenu({ page, clause }: Seat, id: string, item: string): Promise<void> {
  await clause(id).locator('h3').focus()
  await enter(page, clause(id).getByRole('button', { name: /^Change the place of/ }))
  await pick(page.getByRole('menuitem', { name: item, exact: true }))
}

/** The words without the heading that runs in. */
const bodyOf = (words: string) => words.slice(words.indexOf('.') + 1).trim()
const statusOf = ({ clause }: Seat, id: string) => clause(id).getAttribute('data-status')
/** The ids of the clauses of the text in the order in which they stand. */
const order = ({ page }: Seat) =>
  page
    .locator('article section[data-clause]:not([data-status="withdrawn"])')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-clause') ?? ''))
const after = async (seat: Seat, id: string) => {
  const all = await order(seat)
  return all[all.indexOf(id) + 1] ?? ''
}

test(
  '[journey-35] a clause is split, joined again, duplicated and joined with its neighbour; consent lapses and comes back where all see it',
  { timeout: 120_000 },
  async ({ open }) => {
    const house = await openTable()
    const [chair, kestria] = await Promise.all([sit(house, open, 'u-chair'), sit(house, open, 'u-kes1', { viewport: PHONE })])
    const { page } = chair
    const whole = await chair.words('c8')
    const agreed = await statusOf(kestria, 'c8')

    // Split before the second sentence: both parts are shown first, with whose consent lapses.
    await fromMenu(chair, 'c8', 'Split this clause…')
    const form = page.getByRole('form', { name: 'Split clause 8' })
    await form.getByText(/^The new clause after it/).waitFor()
    await expect.poll(() => form.getByText(/will lapse the consent of .*Nobody has a position on the new clause/).count()).toBe(1)
    await expectAccessible(page, 'splitting a clause')
    await type(page, form.getByRole('textbox', { name: 'Its heading' }), 'Mine action')
    await choose(page, form.getByRole('checkbox', { name: /^Mine and explosive-device records/ }))
    await enter(page, form.getByRole('button', { name: 'Split the clause' }))
    await form.waitFor({ state: 'detached' })
    await expect.poll(() => after(kestria, 'c8')).not.toBe('c9')
    const mines = await after(kestria, 'c8')
    await kestria.clause(mines).getByText(/^M7/).first().waitFor()
    expect(`${(await kestria.words('c8')).trim()} ${bodyOf(await kestria.words(mines))}`).toBe(whole)
    await kestria
      .clause(mines)
      .getByRole('heading', { name: /^Clause 8 bis, Mine action/ })
      .waitFor()
    await expect.poll(() => statusOf(kestria, 'c8')).not.toBe(agreed)
    expect(await overflow(kestria.page)).toBe(0)

    // Joined as before the split: the old words, and the consent to them.
    await fromMenu(chair, 'c8', 'Join with the next clause…')
    const joining = page.getByRole('form', { name: 'Join clause 8 with clause 8 bis' })
    await choose(page, joining.getByRole('radio', { name: /^As before the split/ }))
    await expectAccessible(page, 'joining clauses')
    await enter(page, joining.getByRole('button', { name: 'Join the clauses' }))
    await joining.waitFor({ state: 'detached' })
    await expect.poll(() => kestria.words('c8')).toBe(whole)
    await expect.poll(() => statusOf(kestria, 'c8')).toBe(agreed)
    await kestria.page.getByText(/Mine action joined to clause 8/).waitFor()

    // A duplicate, joined to the first in one paragraph, and taken out again by restoring it.
    await fromMenu(chair, 'c10', 'Duplicate this clause…')
    const twice = page.getByRole('form', { name: 'Duplicate clause 10' })
    await focused(twice.getByRole('button', { name: 'Add the duplicate' }))
    await page.keyboard.press('Enter')
    await twice.waitFor({ state: 'detached' })
    await expect.poll(() => after(kestria, 'c10')).toMatch(/^c-/)
    const copy = await after(kestria, 'c10')
    const words = await kestria.words('c10')
    await expect.poll(() => kestria.words(copy)).toBe(words)
    await fromMenu(chair, 'c10', 'Join with the next clause…')
    const again = page.getByRole('form', { name: 'Join clause 10 with clause 10 bis' })
    await choose(page, again.getByRole('radio', { name: 'In the same paragraph or list' }))
    await enter(page, again.getByRole('button', { name: 'Join the clauses' }))
    await expect.poll(() => kestria.words('c10')).toBe(`${words} ${bodyOf(words)}`)
    const gone = page.locator(`section[data-clause="${copy}"][data-status="withdrawn"]`)
    await gone.getByText(/joined to clause 10/).waitFor()
    await tabTo(page, gone.getByRole('button', { name: /^Restore/ }))
    await page.keyboard.press('Enter')
    await expect.poll(() => kestria.words(copy)).toBe(words)
    expect((await kestria.words('c10')).trim()).toBe(words)
    expect([...chair.faults, ...kestria.faults]).toEqual([])
  },
)

test(
  '[journey-36] sections and clauses are moved, a section is removed, an annex is added, and the chair renumbers: numbers that are known stay until then',
  { timeout: 120_000 },
  async ({ open }) => {
    const house = await openTable()
    const [chair, kestria] = await Promise.all([sit(house, open, 'u-chair'), sit(house, open, 'u-kes1')])
    const { page } = chair
    const title = (seat: Seat, id: string, name: RegExp) => seat.clause(id).getByRole('heading', { name }).waitFor()

    // By the menu: a moved clause keeps its number.
    await fromMenu(chair, 'c10', 'Move…')
    const moving = page.getByRole('form', { name: 'Move clause 10' })
    await type(page, moving.getByRole('combobox', { name: 'New place' }), 'After 8.')
    await enter(page, moving.getByRole('button', { name: 'Move', exact: true }))
    await moving.waitFor({ state: 'detached' })
    await expect.poll(() => after(kestria, 'c8')).toBe('c10')
    await title(kestria, 'c10', /^Clause 10, /)

    // With the mouse, in the outline, while another delegation types in it.
    await kestria.clause('c10').locator('[data-words]').first().click()
    const editor = kestria.clause('c10').getByRole('textbox', { name: /^Text of/ })
    await editor.waitFor()
    await kestria.page.keyboard.press('Control+End')
    await kestria.page.keyboard.type(' Each reports')
    await page.locator('[data-clause-link="c10"]').dragTo(page.locator('[data-clause-link="c9"]'))
    await kestria.page.keyboard.type(' monthly.')
    await expect.poll(() => after(kestria, 'c9')).toBe('c10')
    await expect.poll(() => chair.words('c10')).toContain('reciprocity. Each reports monthly.')

    // A section moves with its clauses.
    await enter(page, page.getByRole('button', { name: 'Change section VIII. Reconstruction' }))
    await pick(page.getByRole('menuitem', { name: 'Move this section…', exact: true }))
    const section = page.getByRole('form', { name: 'Move section VIII. Reconstruction' })
    await type(page, section.getByRole('combobox', { name: 'New place' }), 'After VI.')
    await enter(page, section.getByRole('button', { name: 'Move the section' }))
    const sections = () => kestria.page.locator('article h2').allInnerTexts()
    await expect
      .poll(
        async () =>
          (await sections()).findIndex((one) => one.startsWith('VIII.')) - (await sections()).findIndex((one) => one.startsWith('VI.')),
      )
      .toBe(1)

    // A section with clauses in it says what to do first; one added by mistake goes again, and the focus stays beside where it was.
    const end = page.getByRole('button', { name: 'Change section IX. Review, disputes and final provisions' })
    const removal = page.getByRole('menuitem', { name: 'Remove this section…', exact: true })
    await enter(page, end)
    await removal
      .getByText(/^Section IX\. .* still has \d clauses in it\. Move them to another section, or withdraw them, first\./)
      .waitFor()
    await removal.press('Enter')
    expect(await removal.getAttribute('aria-disabled')).toBe('true')
    await pick(page.getByRole('menuitem', { name: 'Add a section after this one…', exact: true }))
    const mistaken = page.getByRole('form', { name: 'Add a section' })
    await type(page, mistaken.getByRole('textbox', { name: 'Heading' }), 'By mistake')
    await enter(page, mistaken.getByRole('button', { name: 'Add the section' }))
    const mistake = kestria.page.getByRole('article').getByRole('heading', { name: 'By mistake', exact: true })
    await mistake.waitFor()

    // It has no clauses, and says so; what a delegation proposes for it is shown in it, and typed in there.
    await enter(kestria.page, kestria.page.getByRole('button', { name: 'Propose a clause…', exact: true }))
    const proposing = kestria.page.getByRole('form', { name: 'Propose a clause, first in this section' })
    await type(kestria.page, proposing.getByRole('textbox', { name: 'Heading' }), 'Free passage')
    await type(kestria.page, proposing.getByRole('textbox', { name: 'Words' }), 'Relief passes')
    await enter(kestria.page, proposing.getByRole('button', { name: 'Table the new clause' }))
    await proposing.waitFor({ state: 'detached' })
    const proposed = ({ page: seen }: Seat) => seen.getByRole('region', { name: 'Proposed: the new clause “Free passage” of Kestria' })
    await proposed(chair)
      .getByText(/^New clause in the section “By mistake”, proposed by/)
      .waitFor()
    const edit = proposed(kestria).getByRole('button', { name: 'Edit it', exact: true })
    await enter(kestria.page, edit)
    await focused(proposed(kestria).getByRole('textbox', { name: /^Text of the new clause/ }))
    await kestria.page.keyboard.type(' free of charge.')
    await expectAccessible(kestria.page, 'a clause proposed for a section without clauses')
    await kestria.page.keyboard.press('Escape')
    await focused(edit)
    await proposed(chair).getByText('Relief passes free of charge.').waitFor()

    await enter(page, page.getByRole('button', { name: 'Change section By mistake', exact: true }))
    await pick(removal)
    const removing = page.getByRole('form', { name: 'Remove section By mistake' })
    await focused(removing.getByText(/^Its heading goes/))
    await removing.getByText(/The new clause proposed for it is then proposed for section IX/).waitFor()
    await expectAccessible(page, 'removing a section')
    await enter(page, removing.getByRole('button', { name: 'Remove the section' }))
    await mistake.waitFor({ state: 'detached' })
    await page.getByText('Section By mistake was removed.', { exact: true }).first().waitFor()
    await focused(end)

    // Nobody's proposal ends by that: it stands in the other section now, and is taken in there.
    await proposed(kestria)
      .getByText(/^New clause after clause \d+, proposed by/)
      .waitFor()
    await enter(page, proposed(chair).getByRole('button', { name: 'Take it into the text' }))
    await kestria.page.getByRole('heading', { name: /^Clause .*, Free passage/ }).waitFor()
    await proposed(kestria).waitFor({ state: 'detached' })

    // An annex, which has a letter that no listed paper has, and a clause in it.
    await enter(page, end)
    await pick(page.getByRole('menuitem', { name: 'Add a section after this one…', exact: true }))
    const adding = page.getByRole('form', { name: 'Add a section' })
    await type(page, adding.getByRole('textbox', { name: 'Heading' }), 'Timetable')
    await choose(page, adding.getByRole('checkbox', { name: /^It is an annex/ }))
    await expectAccessible(page, 'adding an annex')
    await enter(page, adding.getByRole('button', { name: 'Add the section' }))
    await adding.waitFor({ state: 'detached' })
    const annex = kestria.page.getByRole('heading', { name: /^Annex [A-Z]\. Timetable$/ }).first()
    await annex.waitFor()
    const letter = (await annex.innerText()).charAt('Annex '.length)
    await enter(page, page.getByRole('button', { name: `Change section Annex ${letter}. Timetable` }))
    await pick(page.getByRole('menuitem', { name: 'Add a first clause…', exact: true }))
    const first = page.getByRole('form', { name: /^Add a clause, first/ })
    await type(page, first.getByRole('textbox', { name: 'Heading' }), 'First phase')
    await enter(page, first.getByRole('button', { name: 'Add the clause' }))
    await kestria.page.getByRole('heading', { name: new RegExp(`^Clause ${letter}\\.1, First phase`) }).waitFor()
    // Whoever added it writes it, without going there first.
    await focused(page.locator('[data-editing]').getByRole('textbox', { name: new RegExp(`^Text of clause ${letter}\\.1`) }))
    await page.keyboard.type('It begins at once.')
    await kestria.page.getByText('It begins at once.').waitFor()
    await page.keyboard.press('Escape')

    // The chair renumbers; every change is told before, and nobody's consent lapses.
    const agreed = await kestria.page.locator('article section[data-agreed]').count()
    await enter(page, end)
    await pick(page.getByRole('menuitem', { name: 'Renumber the text…', exact: true }))
    const renumbering = page.getByRole('form', { name: 'Renumber the text' })
    await renumbering
      .getByText(/ becomes /)
      .first()
      .waitFor()
    await expectAccessible(page, 'renumbering')
    await focused(renumbering.getByRole('button', { name: 'Renumber', exact: true }))
    await page.keyboard.press('Enter')
    await renumbering.waitFor({ state: 'detached' })
    const numbers = () => kestria.page.locator('[data-clause-link] > span:first-child').allInnerTexts()
    await expect
      .poll(async () => (await numbers()).filter((one) => /^\d+$/.test(one)).map(Number))
      .toEqual((await numbers()).filter((one) => /^\d+$/.test(one)).map((_, index) => index + 1))
    expect(await kestria.page.locator('article section[data-agreed]').count()).toBe(agreed)
    expect([...chair.faults, ...kestria.faults]).toEqual([])
  },
)
