/** Two delegations at the table, each in a browser of its own. */
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { test } from './session.ts'
import { live, openTable, saved, sit, typeIn } from './tables.ts'

test('[journey-1] two delegations type in the same clause, and both texts survive; reloading keeps everything', async ({ open }) => {
  const house = await openTable()
  const [kestria, orlava] = await Promise.all([sit(house, open, 'u-kes1'), sit(house, open, 'u-orl1')])
  await Promise.all([typeIn(kestria, 'c6', 'Home', 'FIRST '), typeIn(orlava, 'c6', 'End', ' LAST')])
  for (const seat of [kestria, orlava]) {
    await expect.poll(() => seat.words('c6')).toMatch(/FIRST.*LAST/)
    await saved(seat.page)
  }
  await kestria.page.reload()
  await live(kestria.page)
  await expect.poll(() => kestria.words('c6')).toMatch(/FIRST.*LAST/)
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
  // A form opens in sight, also where the clause is at the foot of the window.
  await heading.evaluate((own) => own.scrollIntoView({ block: 'end' }))
  await heading.focus()
  await orlava.page.keyboard.press('o')
  const form = orlava.clause('c7').getByRole('form', { name: /objects to clause 7/ })
  await form.waitFor()
  await expect
    .poll(() => form.evaluate((own) => own.getBoundingClientRect().bottom <= innerHeight && own.getBoundingClientRect().top >= 0))
    .toBe(true)
  await orlava.page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
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

test('[journey-11] a changed deadline lapses consent to its clause, and says so', async ({ open }) => {
  const house = await openTable()
  const [kestria, orlava] = await Promise.all([sit(house, open, 'u-kes1'), sit(house, open, 'u-orl1')])
  expect(await kestria.clause('c4').getAttribute('data-status')).toBe('agreed')
  await orlava.clause('c4').locator('h3').focus()
  await orlava
    .clause('c4')
    .locator('[data-milestone="ms-01"]')
    .getByRole('button', { name: /^Revise/ })
    .click()
  const dialog = orlava.page.getByRole('dialog')
  await dialog.getByLabel('Days after', { exact: true }).first().fill('3')
  await dialog.getByRole('button', { name: 'Record the new terms' }).click()
  await kestria.page.locator('section[data-clause="c4"][data-status="consent-lapsed"]').waitFor()
  await kestria.clause('c4').locator('h3').focus()
  await kestria
    .clause('c4')
    .locator('[data-lapse]')
    .getByText(/Written cease-fire orders/)
    .first()
    .waitFor()
  expect([...kestria.faults, ...orlava.faults]).toEqual([])
})

test('[journey-12] an acceptance of words that have just changed is refused, says so, and is not in the record', async ({ open }) => {
  const house = await openTable()
  const kestria = await sit(house, open, 'u-kes1')
  const orlava = await sit(house, open, 'u-orl1', { prepare: holdableSockets })
  await orlava.page.evaluate(() => Reflect.set(globalThis, 'holding', true))
  await typeIn(kestria, 'c7', 'Home', 'Suddenly, ')
  await saved(kestria.page)
  expect(await orlava.words('c7')).not.toContain('Suddenly')
  await orlava.clause('c7').locator('h3').focus()
  await orlava.page.keyboard.press('a')
  await orlava.page.waitForFunction(() => Reflect.get(globalThis, 'commandsSent') === 1, undefined, { timeout: 20_000 })
  await orlava.page.evaluate(() => Reflect.set(globalThis, 'holding', false))
  await orlava.page
    .getByText(/changed a moment before/)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: 20_000 })
  expect(await orlava.clause('c7').locator('[data-party="ORL"]').first().getAttribute('data-standing')).toBe('lapsed')
  await kestria.page.getByRole('link', { name: 'Record' }).click()
  await kestria.page.getByText('Journal').first().waitFor()
  expect(await kestria.page.getByText('accepts clause 7').count()).toBe(0)
})

/** Lets a test hold back what the server sends, as a slow line does: the page goes on showing what it knew. */
async function holdableSockets(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = globalThis.WebSocket
    globalThis.WebSocket = class extends Real {
      override set onmessage(listen: ((event: MessageEvent) => void) | null) {
        const held: MessageEvent[] = []
        const release = () => {
          for (const event of held.splice(0)) listen?.(event)
        }
        this.addEventListener('message', (event: MessageEvent) => {
          if (Reflect.get(globalThis, 'holding') === true) held.push(event)
          else {
            release()
            listen?.(event)
          }
        })
        setInterval(() => Reflect.get(globalThis, 'holding') !== true && release(), 50)
      }
      override send(data: Parameters<WebSocket['send']>[0]) {
        if (data instanceof Uint8Array && data[0] === 4)
          Reflect.set(globalThis, 'commandsSent', Number(Reflect.get(globalThis, 'commandsSent') ?? 0) + 1)
        super.send(data)
      }
    }
  })
}
