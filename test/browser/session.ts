/**
 * What every browser test starts from: one Chromium per file, and fresh contexts in it, one per person at the table.
 * Use this `test` instead of vitest's; its tests are skipped where there is no Chromium.
 */
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright'
import { test as base, beforeEach, inject, type TestAPI } from 'vitest'
import { launchOptions } from './chromium.ts'

/** How everybody in these tests reads days and times, unless a test says otherwise. */
const READER = { locale: 'en-GB', timezoneId: 'UTC' }

const installed = inject('chromium')

beforeEach(({ skip }) => skip(!installed, 'there is no Chromium'))

/** Opens a browser context of its own: nothing is shared with another person's. Closed after the test. */
type OpenContext = (options?: BrowserContextOptions) => Promise<BrowserContext>

interface Session {
  readonly browser: Browser
  readonly open: OpenContext
}

export const test: TestAPI<Session> = base.extend<Session>({
  browser: [
    async ({}, provide) => {
      if (!installed) throw new Error('There is no Chromium; this test should have been skipped.')
      const browser = await chromium.launch(launchOptions(installed))
      await provide(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  open: async ({ browser }, provide) => {
    const contexts: BrowserContext[] = []
    await provide(async (options) => {
      const context = await browser.newContext({ ...READER, ...options })
      contexts.push(context)
      return context
    })
    for (const context of contexts) await context.close()
  },
})
