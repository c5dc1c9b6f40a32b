/** The ground the other browser tests stand on: there is a real Chromium, and two people in it are strangers. */
import { expect } from 'vitest'
import { test } from './session.ts'

test('two contexts of one Chromium share nothing', async ({ open }) => {
  const first = await open()
  const second = await open()
  await first.addCookies([{ name: 'seat', value: 'one', domain: '127.0.0.1', path: '/' }])

  expect(await first.cookies()).toHaveLength(1)
  expect(await second.cookies()).toEqual([])

  const page = await second.newPage()
  expect(await page.evaluate(() => navigator.userAgent)).toContain('Chrome/')
})
