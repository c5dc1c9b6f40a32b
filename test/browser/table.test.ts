/** Two delegations at the table, each in a browser of its own. */
import { expect } from 'vitest'
import { test } from './session.ts'
import { live, openTable, saved, sit, typeIn } from './tables.ts'

test('[journey-1] two delegations type in the same clause, and both texts survive; reloading keeps everything', async ({ open }) => {
  const house = await openTable()
  const [kestria, orlava] = await Promise.all([sit(house, open, 'u-kes1'), sit(house, open, 'u-orl1')])
  await Promise.all([typeIn(kestria, 'c6', 'Home', 'FIRST '), typeIn(orlava, 'c6', 'End', ' LAST')])
  for (const seat of [kestria, orlava]) {
    await expect.poll(() => seat.words('c6'), { timeout: 10_000 }).toMatch(/FIRST.*LAST/)
    await saved(seat.page)
  }
  await kestria.page.reload()
  await live(kestria.page)
  await expect.poll(() => kestria.words('c6'), { timeout: 10_000 }).toMatch(/FIRST.*LAST/)
  expect([...kestria.faults, ...orlava.faults]).toEqual([])
})

test('[journey-2] consent shows as lapsed within a second of the edit, names the words, and is restored when the edit is undone', async ({
  open,
}) => {
  const house = await openTable()
  const [kestria, orlava] = await Promise.all([sit(house, open, 'u-kes1'), sit(house, open, 'u-orl1')])
  const section = kestria.clause('c8')
  await section.scrollIntoViewIfNeeded()
  expect(await section.getAttribute('data-status')).toBe('agreed')
  await typeIn(orlava, 'c8', 'Home', 'P')
  const edited = performance.now()
  await kestria.page.locator('section[data-clause="c8"][data-status="consent-lapsed"]').waitFor()
  expect(performance.now() - edited).toBeLessThan(1_000)
  await orlava.page.keyboard.type('romptly, ')
  const notice = section.locator('[data-lapse]')
  await notice.getByText('Promptly').waitFor()
  const said = await notice.innerText()
  expect(said).toMatch(/Kestria.*lapsed/s)
  expect(said).toContain('Orlava')
  for (let undone = 0; undone < 12 && (await orlava.words('c8')).includes('P'); undone++) await orlava.page.keyboard.press('Control+z')
  await kestria.page.locator('section[data-clause="c8"][data-status="agreed"]').waitFor()
  expect([...kestria.faults, ...orlava.faults]).toEqual([])
})

test('[journey-3] a position is taken with one key, appears for the other, and the record says so', async ({ open }) => {
  const house = await openTable()
  const [kestria, orlava] = await Promise.all([sit(house, open, 'u-kes1'), sit(house, open, 'u-orl1')])
  const heading = orlava.clause('c7').locator('h3')
  await heading.focus()
  await orlava.page.keyboard.press('a')
  await kestria.clause('c7').locator('[data-party="ORL"][data-standing="current"]').waitFor({ timeout: 20_000 })
  await kestria.page.locator('section[data-clause="c7"][data-status="agreed"]').waitFor()
  await orlava.page.getByRole('link', { name: 'Record' }).click()
  await orlava.page.getByText('accepts clause 7').first().waitFor()
  expect([...kestria.faults, ...orlava.faults]).toEqual([])
})

test('[journey-4] a comment and its reply appear live', async ({ open }) => {
  const house = await openTable()
  const [kestria, orlava] = await Promise.all([sit(house, open, 'u-kes1'), sit(house, open, 'u-orl1')])
  await kestria.clause('c4').locator('h3').focus()
  await kestria.page.keyboard.press('c')
  const form = kestria.clause('c4').getByRole('region', { name: /^New comment/ })
  await form.getByRole('textbox').fill('Which hour is meant?')
  await form.getByRole('button', { name: /Comment/ }).click()
  await orlava.clause('c4').locator('h3').focus()
  const thread = orlava.clause('c4').locator('[data-thread]').filter({ hasText: 'Which hour is meant?' })
  await thread.waitFor()
  await thread.getByRole('textbox').fill('1800 hours UTC.')
  await thread.getByRole('button', { name: 'Reply' }).click()
  await kestria.clause('c4').getByText('1800 hours UTC.').waitFor()
  expect([...kestria.faults, ...orlava.faults]).toEqual([])
})

test('[journey-5] an observer reads everything and can type nowhere', async ({ open }) => {
  const house = await openTable()
  const observer = await sit(house, open, 'u-liu1')
  await observer.clause('c8').locator('[data-words]').first().click()
  await observer.page.keyboard.type('Forged.')
  expect(await observer.page.locator('[contenteditable="true"]').count()).toBe(0)
  expect(await observer.words('c8')).not.toContain('Forged')
  expect(
    await observer
      .clause('c8')
      .getByRole('button', { name: /^Accept/ })
      .count(),
  ).toBe(0)
})
