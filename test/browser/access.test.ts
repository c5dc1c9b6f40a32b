/** Every page, for everybody: axe, narrow screens, big enough targets, no request that leaves the server. */
import { hashToken } from '@entente/store'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import type { House } from '../stories/house.ts'
import { focused, hasFocus, tabTo } from './keys.ts'
import { test } from './session.ts'
import { DESK, expectAccessible, live, openTable, overflow, PHONE, sit } from './tables.ts'

/** As most phones are wide. */
const SMALL_PHONE = { width: 360, height: 740 }
const JOIN = 'j'.repeat(43)

/** An invitation to a seat of the demonstration, so that the join page has something to say. */
async function withInvitation(): Promise<House> {
  const house = await openTable()
  await house.besides((store) =>
    store.signIn.addInvitation({
      hash: hashToken(JOIN),
      createdAt: '2026-11-22T00:00:00Z' as never,
      expires: '2099-01-01T00:00:00Z' as never,
      createdBy: 'server',
      purpose: 'seat',
      negotiation: 'vesna-valley' as never,
      seat: 'u-kes2' as never,
    }),
  )
  return house
}

const pages: readonly (readonly [string, string, (page: Page) => Promise<unknown>])[] = [
  ['start', '/', (page) => page.getByText('Vesna Valley Framework').first().waitFor()],
  ['new', '/new', (page) => page.getByRole('button', { name: 'Create and get the links' }).waitFor()],
  ['join', `/join#${JOIN}`, (page) => page.getByRole('textbox').first().waitFor()],
  ['table', '/n/vesna-valley#as=u-kes1', live],
  ['positions', '/n/vesna-valley/positions#as=u-kes1', (page) => page.getByRole('grid').waitFor()],
  ['milestones', '/n/north-coast/milestones#as=u-a1', (page) => page.getByText('Ceasefire in effect').first().waitFor()],
  ['members', '/n/vesna-valley/members#as=u-chair', (page) => page.getByText('What may I do here?').waitFor()],
  ['privacy', '/privacy', (page) => page.getByText('Whoever runs the server').first().waitFor()],
  ['record', '/n/vesna-valley/record#as=u-kes1', (page) => page.getByText('Journal').first().waitFor()],
]

test.for(pages)(
  '[access-1] axe finds nothing on the %s page, light and dark, desk and phone; nothing scrolls sideways from 320 to 1280 px',
  async ([name, path, ready], { open }) => {
    const house = await withInvitation()
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [size, viewport] of [
        ['desk', DESK],
        ['phone', PHONE],
      ] as const) {
        const page = await (await open({ viewport, colorScheme, reducedMotion: 'reduce' })).newPage()
        const foreign: string[] = []
        page.on('request', (request) => {
          if (!request.url().startsWith(house.origin) && !request.url().startsWith('data:')) foreign.push(request.url())
        })
        await page.goto(`${house.origin}${path}`)
        await ready(page)
        await page.evaluate(() => document.fonts.ready)
        await expectAccessible(page, `${name}, ${size}, ${colorScheme}`)
        expect(foreign).toEqual([])
        for (const width of size === 'phone' ? [320] : [1280, 1024, 800]) {
          await page.setViewportSize({ width, height: 700 })
          expect([name, width, await overflow(page)]).toEqual([name, width, 0])
        }
        // Beside an outline and a margin the words still have a line that can be read.
        for (const words of await page.locator('main [data-words]').filter({ visible: true }).all())
          expect([name, size, ((await words.boundingBox())?.width ?? 0) >= 240]).toEqual([name, size, true])
        await page.context().close()
      }
  },
)

test('[access-2] every control is at least 24 pixels wide and high, or a link in running words; on a phone those above the text stand on one line', async ({
  open,
}) => {
  const house = await openTable()
  for (const viewport of [DESK, PHONE, SMALL_PHONE]) {
    const { page, clause } = await sit(house, open, 'u-kes1', { viewport })
    const tops = await page
      .locator('[data-region="ribbon"] button')
      .filter({ visible: true })
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top))
    expect([viewport.width, Math.max(...tops) - Math.min(...tops) < 10]).toEqual([viewport.width, true])
    await clause('c7').locator('h3').focus()
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, input:not([type=checkbox]):not([type=radio]), a[href]')]
        .filter((control) => control.checkVisibility({ checkVisibilityCSS: true }))
        .filter((control) => control.closest('p, li, dd, td') === null || control.tagName !== 'A')
        .map((control) => ({ box: control.getBoundingClientRect(), name: control.innerText || control.getAttribute('aria-label') }))
        .filter(({ box }) => box.width > 2 && (box.width < 24 || box.height < 24))
        .map(({ box, name }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
    )
    expect(small).toEqual([])
  }
})

test('[access-3] the whole demonstration by keyboard: choose a seat, find a clause, accept it, see the record', async ({ open }) => {
  const house = await openTable()
  const context = await open({ viewport: DESK })
  const start = await context.newPage()
  start.setDefaultTimeout(12_000)
  await start.goto(house.origin)
  const seat = start.getByRole('link', { name: /Open as Orlava/ })
  await tabTo(start, seat)
  const opening = context.waitForEvent('page')
  await start.keyboard.press('Enter')
  const page = await opening
  page.setDefaultTimeout(12_000)
  await live(page)
  const clause = page.locator('section[data-clause="c7"]')
  const skip = page.getByRole('link', { name: /Skip to/ })
  await page.keyboard.press('Tab')
  expect(await hasFocus(skip.first())).toBe(true)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  // The focus follows the clause in hand a frame later: whoever looked for it would press once too often.
  for (let keys = 0; keys < 60 && (await clause.getAttribute('data-selected')) === null; keys++) await page.keyboard.press('j')
  await focused(clause.locator('h3'))
  await page.keyboard.press('a')
  await page.locator('section[data-clause="c7"][data-status="agreed"]').waitFor({ timeout: 20_000 })
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await page.getByText('accepts clause 7').first().waitFor()
})
