/** Find and replace over the whole text, by keyboard, beside somebody whose clause may not be typed in. */
import { plainText, readRoot } from '@entente/draft'
import type { RoomView } from '@entente/sync/client'
import type { Locator } from 'playwright'
import { expect } from 'vitest'
import { test } from './session.ts'
import { DESK, expectAccessible, openTable, overflow, PHONE, saved, sit, type Seat } from './tables.ts'

const onClause = ({ clause }: Seat) => clause('c8').locator('h3').focus()

/** Opens the dialog as the table's key does, from a clause. */
async function finding(seat: Seat): Promise<Locator> {
  await onClause(seat)
  await seat.page.keyboard.press('/')
  return seat.page.getByRole('dialog', { name: 'Find in the text' })
}

test('[find-3] words are found, replaced where one may type, and put back by undo; who reads only finds', async ({ open }) => {
  const house = await openTable()
  const chair = await house.sit('u-chair')
  expect(await chair.submit('clause.freeze', { clause: 'c7', reason: 'Agreed in the margins.' })).toEqual({ ok: true })
  const kestria = await sit(house, open, 'u-kes1')
  const observer = await sit(house, open, 'u-liu1')
  const { page } = kestria
  const was = await kestria.words('c8')

  const dialog = await finding(kestria)
  await dialog.getByLabel('Find', { exact: true }).fill('Parties')
  await dialog
    .getByRole('status')
    .getByText(/places in \d+ clauses/)
    .waitFor()
  await dialog.getByText(/Clause 7 stays as it is: you may not type there/).waitFor()
  await expectAccessible(page, 'find')
  await page.setViewportSize(PHONE)
  expect(await overflow(page)).toBe(0)
  await page.setViewportSize(DESK)
  await dialog.getByLabel('Replace with').fill('Contracting Parties')
  await dialog.getByText(/^Replacing will lapse the consent of/).waitFor()
  await dialog.getByRole('button', { name: /^Replace all/ }).press('Enter')
  await dialog.getByText(/^Replaced in \d+ places/).waitFor()
  await page.keyboard.press('Escape')
  await saved(page)
  await observer.clause('c8').locator('[data-words]').first().getByText('Contracting Parties').waitFor()
  expect(await observer.words('c7')).not.toContain('Contracting Parties')

  await onClause(kestria)
  await page.keyboard.press('Control+z')
  await expect.poll(() => kestria.words('c8')).toBe(was)
  await expect.poll(() => observer.words('c4')).not.toContain('Contracting')

  await observer.page.getByRole('button', { name: 'Find in the text' }).click()
  const seen = observer.page.getByRole('dialog', { name: 'Find in the text' })
  await seen.getByLabel('Find', { exact: true }).fill('corridors')
  await seen.getByRole('status').getByText(/place/).waitFor()
  expect(await seen.getByLabel('Replace with').count()).toBe(0)
  await seen
    .getByRole('button', { name: /^Clause 7/ })
    .first()
    .click()
  await observer.page.locator('section[data-clause="c7"][data-selected]').waitFor()
  expect([...kestria.faults, ...observer.faults]).toEqual([])
})

test('[find-5] [find-6] what is proposed is found as well: one’s own is replaced, others’ is gone to', async ({ open }) => {
  const house = await openTable()
  const kestrian = await house.sit('u-kes1')
  const orlavan = await house.sit('u-orl1')
  const words = (said: string) => [{ type: 'paragraph', runs: [{ text: said }] }]
  for (const [delegate, said] of [
    [kestrian, 'All heavy weapons leave through the zebra corridor.'],
    [orlavan, 'No zebra crosses the line.'],
  ] as const)
    expect(await delegate.submit('amendment.table', { clause: 'c7', on: delegate.fingerprint('c7'), text: words(said) })).toEqual({
      ok: true,
    })
  const meridian = await house.sit('u-mer1')
  const tabled = ({ negotiation }: RoomView) =>
    [...negotiation.amendments.values()].find(({ party, state }) => party === 'KES' && state.is === 'tabled')
  const seen = await meridian.until((view) => tabled(view) !== undefined)
  const { amendment } = tabled(seen) ?? {}
  const on = amendment && seen.amended.get(amendment)?.fingerprint
  expect(await meridian.submit('position.take', { clause: 'c7', amendment, on, position: { stance: 'accepts' } })).toEqual({ ok: true })
  const place = { section: 'III', clauseKind: 'operative', heading: 'Zebras', text: words('A zebra is counted once.') }
  expect(await orlavan.submit('amendment.table-clause', place)).toEqual({ ok: true })

  const kestria = await sit(house, open, 'u-kes1')
  const { page } = kestria
  const dialog = await finding(kestria)
  // A heading is nothing one types in, although it is one's clause.
  await dialog.getByLabel('Find', { exact: true }).fill('Humanitarian corridors')
  await dialog.getByText('Headings and the numbers of references stay as they are.', { exact: true }).waitFor()
  await dialog.getByLabel('Find', { exact: true }).fill('zebra')
  await dialog.getByRole('status').getByText('4 places in 2 amendments and one proposed clause.', { exact: true }).waitFor()
  const lines = dialog.getByRole('listitem').getByRole('button')
  expect(await lines.count()).toBe(4)
  await expectAccessible(page, 'find in what is proposed')
  await page.setViewportSize(PHONE)
  expect(await overflow(page)).toBe(0)
  await page.setViewportSize(DESK)
  await dialog.getByText(/^Replacing will lapse the consent of Meridia\./).waitFor()
  await dialog.getByLabel('Replace with').fill('gazelle')
  await dialog.getByRole('button', { name: 'Replace', exact: true }).press('Enter')
  await dialog.getByText('Replaced in one place, one amendment.', { exact: true }).waitFor()
  await dialog.getByRole('status').waitFor()
  await saved(page)
  const amendments = () => {
    const { negotiation } = orlavan.room.view()
    return [...negotiation.amendments.keys()].map((amendment) => plainText(readRoot(orlavan.room.doc(), { kind: 'amendment', amendment })))
  }
  await expect.poll(amendments).toContain('All heavy weapons leave through the gazelle corridor.')
  expect(amendments()).toContain('No zebra crosses the line.')
  await dialog
    .getByRole('button', { name: /^The new clause “Zebras” of/ })
    .first()
    .press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id.startsWith('proposed-'))).toBe(true)
  expect(kestria.faults).toEqual([])
})
