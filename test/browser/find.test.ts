/** Find and replace over the whole text, by keyboard, beside somebody whose clause may not be typed in. */
import { expect } from 'vitest'
import { test } from './session.ts'
import { DESK, expectAccessible, openTable, overflow, PHONE, saved, sit } from './tables.ts'

test('[find-3] words are found, replaced where one may type, and put back by undo; who reads only finds', async ({ open }) => {
  const house = await openTable()
  const chair = await house.sit('u-chair')
  expect(await chair.submit('clause.freeze', { clause: 'c7', reason: 'Agreed in the margins.' })).toEqual({ ok: true })
  const kestria = await sit(house, open, 'u-kes1')
  const observer = await sit(house, open, 'u-liu1')
  const { page } = kestria
  const was = await kestria.words('c8')

  await kestria
    .clause('c8')
    .locator('h3')
    .evaluate((heading) => (heading as HTMLElement).focus())
  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: 'Find in the text' })
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

  await kestria
    .clause('c8')
    .locator('h3')
    .evaluate((heading) => (heading as HTMLElement).focus())
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
