/** What breaks in a page is said on it. */
import { expect } from 'vitest'
import { enter } from './keys.ts'
import { test } from './session.ts'
import { expectAccessible, openTable, sit } from './tables.ts'

test('[fault-1] what breaks beside the page is said once, and the page goes on; a page that cannot be had says so and offers a way', async ({
  open,
}) => {
  const house = await openTable()
  const kestria = await sit(house, open, 'u-kes1')
  const { page } = kestria
  const notices = page.getByRole('region', { name: 'Notices' }).getByText(/^Something on this page failed/)
  await page.evaluate(() => {
    for (const words of ['one', 'two']) setTimeout(() => void Promise.reject(new TypeError(words)))
    setTimeout(() => {
      throw new TypeError('three')
    })
    // What is given up on purpose is no fault.
    void Promise.reject(new DOMException('left', 'AbortError'))
  })
  await expect.poll(() => kestria.faults.length).toBe(4)
  await notices.waitFor()
  expect(await notices.count()).toBe(1)
  await expectAccessible(page, 'a fault beside the page')
  await enter(page, page.getByRole('button', { name: 'Close this notice' }))
  await kestria.clause('c6').locator('h3').focus()
  await page.keyboard.press('j')
  await expect
    .poll(() =>
      kestria
        .clause('c7')
        .locator('h3')
        .evaluate((own) => own === document.activeElement),
    )
    .toBe(true)

  // The server was updated, and the files this page was made of are gone.
  await page.goto(`${house.origin}/`)
  const opening = page.getByRole('region', { name: 'Your negotiations' }).getByRole('link', { name: 'New negotiation' })
  await opening.waitFor()
  await page.route('**/assets/**', (route) => route.abort())
  await opening.click()
  await page.getByRole('heading', { name: 'This page is out of date' }).waitFor()
  expect(await notices.count()).toBe(0)
  await expectAccessible(page, 'a page that is out of date')
  await page.unroute('**/assets/**')
  await enter(page, page.getByRole('button', { name: 'Reload the page' }))
  await page.getByRole('heading', { name: 'New negotiation' }).waitFor()
})
