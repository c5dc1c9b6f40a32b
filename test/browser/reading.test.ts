/** Ways of reading the table: they mark what changed, keep the place, and change nothing for anybody. */
import { expect } from 'vitest'
import { test } from './session.ts'
import { DESK, expectAccessible, openTable, overflow, PHONE, saved, sit, typeIn } from './tables.ts'

test('[way-4] changes since our positions and since a round are marked while everybody goes on typing; the words alone are clean', async ({
  open,
}) => {
  const house = await openTable()
  const kestria = await sit(house, open, 'u-kes1')
  const orlava = await sit(house, open, 'u-orl1')
  await typeIn(orlava, 'c8', 'Home', 'Perhaps ')
  await saved(orlava.page)
  const { page } = kestria
  const choose = async (words: RegExp) => {
    await page.getByRole('button', { name: /^View/ }).press('Enter')
    await page.getByRole('menuitemradio', { name: words }).press('Enter')
  }

  await choose(/^Changes since our last positions/)
  await page.getByText('Changes since our last position on each clause.').waitFor()
  await kestria.clause('c8').locator('[data-compared="changed"] ins').filter({ hasText: 'Perhaps' }).waitFor()
  expect(await kestria.clause('c9').locator('[data-compared="same"]').count()).toBe(1)
  await expectAccessible(page, 'changes since our positions')
  await page.setViewportSize(PHONE)
  expect(await overflow(page)).toBe(0)
  await page.setViewportSize(DESK)

  await typeIn(orlava, 'c9', 'Home', 'Live: ')
  await kestria.clause('c9').locator('[data-compared="changed"] ins').filter({ hasText: 'Live:' }).waitFor()

  await choose(/^Changes since round 2 closed/)
  // The demonstration came in after that round; what is older than the words kept is not made up.
  await page.getByText('The words of then are not kept here.').waitFor()

  const text = [{ type: 'paragraph', runs: [{ text: 'Nobody pays for passage.' }] }]
  const proposing = await house.sit('u-orl1')
  expect(await proposing.submit('amendment.table-clause', { section: 'III', clauseKind: 'operative', text })).toEqual({ ok: true })
  const proposed = page.getByText('New clause at the beginning of section III, proposed by').filter({ visible: true })
  await proposed.waitFor()
  await choose(/^Clean/)
  await page.getByText('The words alone.').waitFor()
  expect(await proposed.count()).toBe(0)
  expect(await page.locator('[data-margin]').filter({ visible: true }).count()).toBe(0)
  await expectAccessible(page, 'the words alone')
  await typeIn(kestria, 'c7', 'Home', 'Typed clean: ')
  await saved(page)
  await orlava.clause('c7').locator('[data-words]').first().getByText('Typed clean:').waitFor()

  await page.getByRole('button', { name: 'Back to the whole text' }).press('Enter')
  await kestria.clause('c8').getByText('Lapsed').first().waitFor()
  await proposed.waitFor()
  expect(await kestria.clause('c8').locator('ins').count()).toBe(0)
  expect([...kestria.faults, ...orlava.faults]).toEqual([])
})
