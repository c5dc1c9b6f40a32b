/** In development React mounts everything twice. One tab must still be one socket, and one keystroke one letter. */
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { createServer } from 'vite'
import { test } from './session.ts'
import { DESK, live, openTable } from './tables.ts'

test('[journey-10] in StrictMode a tab opens one socket to a room, and what is typed stands once', async ({ open }) => {
  const house = await openTable()
  const vite = await createServer({
    root: fileURLToPath(new URL('../../apps/web', import.meta.url)),
    logLevel: 'silent',
    server: {
      port: 0,
      host: '127.0.0.1',
      proxy: { '/api': { target: house.origin, changeOrigin: false }, '/sync': { target: house.origin, changeOrigin: false, ws: true } },
    },
  })
  await vite.listen()
  onTestFinished(() => vite.close())
  const address = vite.httpServer?.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const page = await (await open({ viewport: DESK })).newPage()
  page.setDefaultTimeout(30_000)
  const sockets: string[] = []
  page.on('websocket', (socket) => {
    if (socket.url().includes('/sync/')) sockets.push(socket.url())
  })
  await page.goto(`http://127.0.0.1:${port}/n/vesna-valley#as=u-kes1`)
  await live(page)
  const clause = page.locator('section[data-clause="c6"]')
  await clause.locator('[data-words]').first().click()
  await clause.getByRole('textbox', { name: /^Text of/ }).waitFor()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Once. ')
  await expect.poll(() => clause.locator('[data-words]').first().innerText()).toContain('Once. ')
  expect((await clause.locator('[data-words]').first().innerText()).match(/Once\./g)).toHaveLength(1)
  expect(sockets.filter((url) => url.includes('/sync/vesna-valley/table'))).toHaveLength(1)
  expect(new Set(sockets).size, 'a room has more than one socket').toBe(sockets.length)
})
