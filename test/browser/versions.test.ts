/** The words of a clause over time: looked at and put back by keyboard, seen by the others, consent back with the words. */
import { expect } from 'vitest'
import { shiftedTime } from '../stories/shifted-time.ts'
import { test } from './session.ts'
import { DESK, expectAccessible, live, openTable, overflow, PHONE, saved, sit, typeIn } from './tables.ts'

test('[history-5] whoever may type looks at earlier words by keyboard and puts them back; consent returns with them, and undo takes it back', async ({
  open,
}) => {
  const time = shiftedTime()
  const house = await openTable({ time })
  const orlava = await sit(house, open, 'u-orl1')
  const kestria = await sit(house, open, 'u-kes1')
  const observer = await sit(house, open, 'u-liu1')
  const was = await kestria.words('c8')
  time.shift(10 * 60_000)
  await typeIn(orlava, 'c8', 'Home', 'Perhaps ')
  await saved(orlava.page)
  time.shift(10 * 60_000)
  await kestria.page.locator('section[data-clause="c8"][data-status="consent-lapsed"]').waitFor()

  const { page } = kestria
  await kestria
    .clause('c8')
    .locator('h3')
    .evaluate((heading) => (heading as HTMLElement).focus())
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog', { name: /over time$/ })
  await dialog.getByText('Perhaps').waitFor()
  expect(await dialog.getByRole('radio', { name: /UTC/ }).count()).toBe(2)
  await expectAccessible(page, 'versions')
  await dialog.getByLabel('Who wrote this').press('Space')
  await dialog.locator('mark[data-writer="u-orl1"]').getByText('Perhaps').waitFor()
  await expectAccessible(page, 'who wrote this')
  await page.setViewportSize(PHONE)
  expect(await overflow(page)).toBe(0)
  await expectAccessible(page, 'who wrote this, on a phone')
  await page.setViewportSize(DESK)
  await dialog.getByLabel('Who wrote this').press('Space')
  await dialog.getByRole('radio', { name: /UTC/ }).first().focus()
  await page.keyboard.press('ArrowDown')
  await dialog.getByText(/had spoken of these words: that counts again/).waitFor()
  await dialog.getByRole('button', { name: 'Put these words back' }).press('Enter')

  for (const { clause } of [kestria, orlava]) await clause('c8').and(clause('c8').page().locator('[data-status="agreed"]')).waitFor()
  expect(await orlava.words('c8')).toBe(was)
  await kestria
    .clause('c8')
    .locator('h3')
    .evaluate((heading) => (heading as HTMLElement).focus())
  await page.keyboard.press('Control+z')
  await orlava.page.locator('section[data-clause="c8"][data-status="consent-lapsed"]').waitFor()

  await observer
    .clause('c8')
    .locator('h3')
    .evaluate((heading) => (heading as HTMLElement).focus())
  await observer.page.keyboard.press('w')
  const seen = observer.page.getByRole('dialog', { name: /over time$/ })
  await seen.getByRole('radio', { name: /UTC/ }).first().waitFor()
  await seen.getByRole('button', { name: 'Put these words back' }).and(observer.page.locator('[aria-disabled="true"]')).waitFor()
  await live(page)
  expect([...kestria.faults, ...orlava.faults, ...observer.faults]).toEqual([])
})
