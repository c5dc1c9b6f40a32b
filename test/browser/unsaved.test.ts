/** Words that the server does not have yet: they outlive the page, for whoever typed them and for nobody else at the same computer. */
import type { Page, WebSocketRoute } from 'playwright'
import { expect } from 'vitest'
import { test } from './session.ts'
import { openTable, saved, sit, typeIn } from './tables.ts'

/** A line between a page and the server that can be cut while the page itself is served. */
async function lineOf(page: Page): Promise<{ readonly cut: () => Promise<void>; readonly mend: () => void }> {
  const open = new Set<WebSocketRoute>()
  let isCut = false
  await page.routeWebSocket(/\/sync\//, (route) => {
    if (isCut) return void route.close({ code: 1012 })
    open.add(route)
    route.connectToServer()
  })
  return {
    async cut() {
      isCut = true
      for (const route of open) await route.close({ code: 1012 })
      open.clear()
    },
    mend: () => void (isCut = false),
  }
}

/** What the browser keeps, as anybody at this computer could read it. */
function keptIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { promise, resolve, reject } = Promise.withResolvers<readonly string[]>()
    const opening = indexedDB.open('entente-unsaved')
    opening.addEventListener('error', () => reject(new Error('The browser keeps no database')))
    opening.addEventListener('success', () => {
      const all = opening.result.transaction('words').objectStore('words').getAll()
      all.addEventListener('success', () =>
        resolve(all.result.map((record: { sealed: Uint8Array }) => `${JSON.stringify(record)} ${new TextDecoder().decode(record.sealed)}`)),
      )
    })
    return promise
  })
}

test('[copy-12] [copy-13] [C4] [C5] what is typed without a connection is there after the page was loaded again; nobody else reads it, and signing out takes it away', async ({
  open,
}) => {
  const house = await openTable()
  let line: Awaited<ReturnType<typeof lineOf>> | undefined
  const orlava = await sit(house, open, 'u-orl1')
  const kestria = await sit(house, open, 'u-kes1', { prepare: async (page) => void (line = await lineOf(page)) })
  const { page } = kestria
  page.on('dialog', (dialog) => void dialog.accept())
  await typeIn(kestria, 'c6', 'Home', 'Before. ')
  await saved(page)
  await expect.poll(() => keptIn(page)).toEqual([])

  await line?.cut()
  await page
    .getByText(/^Offline/)
    .filter({ visible: true })
    .first()
    .waitFor()
  await page.keyboard.type('Zamboni rules. ')
  await expect.poll(() => keptIn(page)).toHaveLength(1)
  expect((await keptIn(page)).join('')).not.toContain('Zamboni')

  // Another delegation in the same browser, with a tab of its own.
  const stranger = await page.context().newPage()
  await stranger.goto(`${house.origin}/n/vesna-valley#as=u-orl1`)
  await stranger.getByText(/^Live/).filter({ visible: true }).first().waitFor()
  expect(await stranger.locator('body').textContent()).not.toContain('Zamboni')
  await stranger.close()

  await page.reload()
  line?.mend()
  await saved(page)
  await expect.poll(() => kestria.words('c6')).toContain('Before. Zamboni rules.')
  await expect.poll(() => orlava.words('c6')).toContain('Before. Zamboni rules.')
  await expect.poll(() => keptIn(page)).toEqual([])

  await line?.cut()
  await kestria.clause('c6').locator('[data-words]').first().click()
  await kestria
    .clause('c6')
    .getByRole('textbox', { name: /^Text of/ })
    .waitFor()
  await page.keyboard.type('Never mind. ')
  await expect.poll(() => keptIn(page)).toHaveLength(1)
  await page.getByRole('button', { name: /^Menu/ }).click()
  await page.getByRole('menuitem', { name: /^Sign out/ }).click()
  await page.waitForURL(`${house.origin}/`)
  expect(await keptIn(page)).toEqual([])
})
