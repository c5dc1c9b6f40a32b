/** References to clauses and footnotes, put in by keyboard and followed by everybody while clauses are moved and withdrawn. */
import { numbersOf, type ClauseId } from '@entente/agreement'
import { expect } from 'vitest'
import { caretTo, chooseFrom, focused, hasFocus } from './keys.ts'
import { test } from './session.ts'
import { expectAccessible, openTable, overflow, PHONE, saved, sit, typeIn } from './tables.ts'

test('[reference-3] [footnote-3] a reference follows its clause, a footnote its place, and both are put in by keyboard', async ({
  open,
}) => {
  const house = await openTable()
  const chair = await house.sit('u-chair')
  const kestria = await sit(house, open, 'u-kes1')
  const orlava = await sit(house, open, 'u-orl1')
  const { page } = kestria
  const numberOf = (clause: string) => numbersOf(chair.room.view().negotiation).get(clause as ClauseId)

  // The terms of the text are told from its words.
  await chooseFrom(page.getByRole('button', { name: 'View: how the text is read' }), 'Defined terms')
  const terms = page.getByRole('dialog', { name: 'Defined terms' })
  await terms.getByText('Signature Day', { exact: true }).waitFor()
  await expectAccessible(page, 'terms')
  await terms.getByRole('button', { name: 'clause 2', exact: true }).first().press('Enter')
  await page.locator('section[data-clause="c2"][data-selected]').waitFor()

  // Typed as words, then offered; Control, Alt and R makes it one.
  await typeIn(kestria, 'c8', 'End', ' See paragraph 4')
  await page.getByRole('status').getByText('You typed “paragraph 4”: Clause 4, Cessation of hostilities.').waitFor()
  await page.keyboard.press('Control+Alt+r')
  const editor = kestria.clause('c8').getByRole('textbox', { name: /^Text of/ })
  await editor.locator('[data-label="4"]').waitFor()

  // Chosen from all clauses.
  await page.keyboard.type(' and ')
  await page.keyboard.press('Control+Alt+r')
  const refer = page.getByRole('dialog', { name: 'Refer to a clause' })
  await refer.getByLabel('Number, heading or words').waitFor()
  await page.keyboard.type('Joint Monitoring and Verification Commission')
  await refer.getByRole('status').getByText(/fit/).waitFor()
  await expectAccessible(page, 'refer to a clause')
  await refer.getByRole('button', { name: /^Clause 11/ }).waitFor()
  await refer.getByLabel('Number, heading or words').fill('11')
  await page.keyboard.press('Enter')
  await editor.locator('[data-label="11"]').waitFor()
  await page.keyboard.type('.')

  // A footnote behind the words.
  await page.keyboard.press('Control+Alt+f')
  const note = page.getByRole('dialog', { name: 'New footnote' })
  await note.getByLabel('Footnote', { exact: true }).waitFor()
  await expectAccessible(page, 'footnote')
  await page.keyboard.type('As drawn on the map of 1 March.')
  await page.keyboard.press('Enter')
  await editor.locator('[data-footnote-mark]').waitFor()
  await page.keyboard.type(' Done.')
  await saved(page)
  expect(await editor.evaluate((dom) => dom.textContent)).toContain(' Done.')

  // Everybody reads the numbers as links, and the footnote under the clause.
  const there = orlava.clause('c8')
  await there.getByRole('link', { name: '4', exact: true }).waitFor()
  await there.getByRole('link', { name: '11', exact: true }).waitFor()
  await there.getByRole('link', { name: 'Footnote 1', exact: true }).press('Enter')
  const listed = there.getByRole('list', { name: 'Footnotes' }).getByRole('listitem')
  await listed.getByText('As drawn on the map of 1 March.', { exact: true }).waitFor()
  expect(await hasFocus(listed)).toBe(true)
  await expectAccessible(orlava.page, 'references and footnotes')

  // Consent is to the clause, not to its number: a move changes what is shown and lapses nothing.
  await expect.poll(() => chair.fingerprint('c8')).toBeDefined()
  const words = chair.fingerprint('c8')
  const { section } = chair.room.view().negotiation.clauses.find(({ clause }) => clause === 'c1') ?? {}
  expect(await chair.submit('clause.move', { clause: 'c11', section })).toEqual({ ok: true })
  expect(await chair.submit('text.renumber', {})).toEqual({ ok: true })
  await expect.poll(() => numberOf('c11')).toBe('1')
  await there.getByRole('link', { name: '1', exact: true }).waitFor()
  await there.getByRole('link', { name: '5', exact: true }).waitFor()
  await editor.locator('[data-label="5"]').waitFor()
  expect(chair.fingerprint('c8')).toBe(words)

  // Another footnote before it: numbers follow places.
  await typeIn(orlava, 'c2', 'End', '')
  await orlava.page.getByRole('button', { name: 'Footnote', exact: true }).press('Enter')
  await orlava.page.getByRole('dialog', { name: 'New footnote' }).getByLabel('Footnote', { exact: true }).fill('Terms of 2019.')
  await orlava.page.keyboard.press('Enter')
  // The words have the focus at once: no letter typed now is lost.
  await orlava.page.keyboard.type(' As read.')
  await saved(orlava.page)
  await editor.locator('[data-footnote-mark][data-label="2"]').waitFor()
  expect(await orlava.words('c2')).toContain('As read.')

  // Changed from the list under the words; undone like any edit.
  await kestria.clause('c8').getByRole('button', { name: 'Change footnote 2', exact: true }).press('Enter')
  const change = page.getByRole('dialog', { name: 'Change the footnote' })
  await change.getByLabel('Footnote', { exact: true }).fill('As drawn by both Parties.')
  await page.keyboard.press('Enter')
  await there.getByText('As drawn by both Parties.', { exact: true }).waitFor()

  // A clause that goes leaves its references flagged, where they stand and in the count of the whole text.
  expect(await chair.submit('clause.withdraw', { clause: 'c4', reason: '' })).toEqual({ ok: true })
  await there.locator('[data-flawed]', { hasText: '(withdrawn)' }).waitFor()
  await orlava.page.getByText(/^One reference leads nowhere/).waitFor()
  await orlava.page.getByRole('button', { name: 'Show it', exact: true }).press('Enter')
  await orlava.page
    .getByRole('dialog', { name: 'References that lead nowhere' })
    .getByRole('button', { name: /^Clause \d+ The clause “Cessation of hostilities” referred to was withdrawn/ })
    .press('Enter')
  await orlava.page.locator('section[data-clause="c8"][data-selected]').waitFor()
  await expectAccessible(orlava.page, 'a reference that leads nowhere')
  await orlava.page.setViewportSize(PHONE)
  expect(await overflow(orlava.page)).toBe(0)

  // Backspace takes a footnote out like a character.
  await editor.focus()
  await caretTo(page, 'End')
  for (let presses = 0; presses < ' Done.'.length; presses += 1) await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect.poll(() => editor.locator('[data-footnote-mark]').count()).toBe(0)
  await page.keyboard.press('Control+z')
  await expect.poll(() => editor.locator('[data-footnote-mark]').count()).toBe(1)
  expect([...kestria.faults, ...orlava.faults]).toEqual([])
})

test('[phrase-2] openings are offered when asked for, reached with arrow down, and never typed by themselves', async ({ open }) => {
  const house = await openTable()
  const chair = await house.sit('u-chair')
  const first = chair.room.view().negotiation.clauses.find(({ kind }) => kind === 'preambular')
  expect(await chair.submit('clause.add', { section: first?.section, kind: 'preambular', after: first?.clause })).toEqual({ ok: true })
  const clauses = chair.room.view().negotiation.clauses.map(({ clause }) => String(clause))
  const added = clauses[clauses.indexOf(String(first?.clause)) + 1] ?? ''
  const kestria = await sit(house, open, 'u-kes1')
  const { page } = kestria
  await typeIn(kestria, added, 'End', 'Not')
  const editor = kestria.clause(added).getByRole('textbox', { name: /^Text of/ })
  const openings = page.getByRole('toolbar', { name: /^Openings of the paragraph/ })
  expect(await openings.count()).toBe(0)
  await page.getByRole('button', { name: 'Offer openings of paragraphs', exact: true }).press('Enter')
  await openings.getByRole('button', { name: 'Noting', exact: true }).waitFor()
  expect((await editor.innerText()).trim()).toBe('Not')
  await expectAccessible(page, 'openings')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Noting')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await focused(editor)
  await page.keyboard.type('the truce,')
  await expect.poll(async () => (await editor.innerText()).trim()).toBe('Noting with concern the truce,')
  expect(await openings.count()).toBe(0)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await editor.innerText()).trim()).not.toContain('truce')
  await page.setViewportSize(PHONE)
  expect(await overflow(page)).toBe(0)
  expect(kestria.faults).toEqual([])
})
