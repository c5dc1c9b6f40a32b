/** Delegations around one table on one local network: the server is a bare address without HTTPS, and everything said there counts as much. */
import { expect } from 'vitest'
import { enter, focused } from './keys.ts'
import { test } from './session.ts'
import { atBareAddress, openTable, saved, sit, typeIn } from './tables.ts'

test('[origin-2] at a bare address without HTTPS one types, comments and copies, as anywhere', async ({ open }) => {
  const house = await openTable()
  const kestria = await sit(atBareAddress(house), open, 'u-kes1')
  const orlava = await sit(house, open, 'u-orl1')
  const { page } = kestria
  expect(await page.evaluate(() => isSecureContext)).toBe(false)

  await typeIn(kestria, 'c6', 'End', ' At once.')
  await saved(page)
  await expect.poll(() => orlava.words('c6')).toMatch(/At once\.$/)

  await page.keyboard.press('Escape')
  const clause = kestria.clause('c10')
  await clause.locator('h3').focus()
  await page.keyboard.press('y')
  await page.getByText('Link to clause 10 copied', { exact: true }).filter({ visible: true }).first().waitFor()
  await clause.locator('h3').focus()
  await page.keyboard.press('c')
  const form = clause.getByRole('region', { name: /^New comment/ })
  await focused(form.getByRole('textbox'))
  await page.keyboard.press('Control+v')
  await page.keyboard.type(' names no authority.')
  await enter(page, form.getByRole('button', { name: /Comment/ }))
  await orlava.clause('c10').locator('h3').focus()
  await orlava.clause('c10').getByText('/n/vesna-valley#clause-c10 names no authority.').waitFor()
  expect([...kestria.faults, ...orlava.faults]).toEqual([])
})
