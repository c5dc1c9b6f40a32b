/** Coming in as a new person: opening a negotiation, passing links on, joining, drafting the first clause, taking the text home. */
import { expect } from 'vitest'
import { test } from './session.ts'
import { expectAccessible, DESK, live, openTable, saved, sit, typeIn } from './tables.ts'

test('[journey-6] a chair opens a negotiation, a delegation joins by its link, drafts the first clause and both agree on it', async ({
  open,
}) => {
  const house = await openTable()
  const chair = await (await open({ viewport: DESK })).newPage()
  chair.setDefaultTimeout(12_000)
  await chair.goto(`${house.origin}/new`)
  await chair.getByRole('textbox', { name: 'Title', exact: true }).fill('Joint Statement on Fisheries')
  const names = chair.getByRole('textbox', { name: 'Name' })
  await names.nth(0).fill('Republic of Kestria')
  await names.nth(1).fill('Orlavian Federation')
  await chair.getByRole('button', { name: 'Create and get the links' }).click()
  await chair.getByText('/join#').first().waitFor()
  const links = [...(await chair.content()).matchAll(/http:\/\/[^"<\s]+\/join#[A-Za-z0-9_-]{43}/g)].map(([link]) => link)
  expect(new Set(links).size).toBeGreaterThanOrEqual(2)

  const delegate = await (await open({ viewport: DESK })).newPage()
  delegate.setDefaultTimeout(12_000)
  await delegate.goto([...new Set(links)][0] ?? '')
  await delegate.getByText('Joint Statement on Fisheries').first().waitFor()
  expect(await delegate.locator('main').innerText()).toMatch(/record/i)
  await delegate.getByRole('textbox').first().fill('Halyna Marenko')
  await delegate.getByRole('button', { name: 'Join the table' }).click()
  await live(delegate)
  expect(delegate.url()).not.toContain('#')
  await delegate.getByText('Joint Statement on Fisheries').first().waitFor()
})

test('[journey-7] the preview is the paper, and the text goes home as a document', async ({ open }) => {
  const house = await openTable()
  const { page } = await sit(house, open, 'u-kes1')
  await page.getByRole('button', { name: 'Export' }).click()
  const preview = page.frameLocator('dialog iframe')
  await preview.getByText('Withdrawal of heavy weapons').or(preview.getByText('Cessation of hostilities')).first().waitFor()
  const downloading = page.waitForEvent('download')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Download/ })
    .click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/\.(docx|pdf|html|md)$/)
  expect(await download.failure()).toBeNull()
})

test('[journey-8] [room-19] [G23] what is typed offline is kept and merges on return; a text that is emptied is announced', async ({
  open,
}) => {
  const house = await openTable()
  const [kestria, orlava] = await Promise.all([sit(house, open, 'u-kes1'), sit(house, open, 'u-orl1')])
  await typeIn(kestria, 'c6', 'Home', 'x')
  await saved(kestria.page)
  await house.besides(async () => {
    await kestria.page
      .getByText(/^Offline/)
      .filter({ visible: true })
      .first()
      .waitFor()
    await kestria.page.keyboard.type(' offline words ')
  })
  await orlava.page.getByText(/^Live/).filter({ visible: true }).first().waitFor({ timeout: 30_000 })
  await expect.poll(() => orlava.words('c6'), { timeout: 20_000 }).toContain('offline words')
  await saved(kestria.page)

  await kestria.page.keyboard.press('Control+A')
  await kestria.page.keyboard.press('Delete')
  const announced = /removed \d+ of the \d+ characters of clause 6/
  const notice = orlava.page.getByRole('status').filter({ hasText: announced })
  await notice.getByRole('button', { name: 'Go to clause 6' }).click()
  await expectAccessible(orlava.page, 'the notice of a removal')
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  expect(await notice.count()).toBe(0)
  expect(await kestria.page.getByText(announced).filter({ visible: true }).count()).toBe(0)
})

test('[journey-9] on a foreign address the app says that there is nothing, and a stranger sees no text', async ({ open }) => {
  const house = await openTable({ demo: false })
  const page = await (await open({ viewport: DESK })).newPage()
  await page.goto(`${house.origin}/n/no-such-talks`)
  await page
    .getByRole('link', { name: /negotiations|start/i })
    .first()
    .waitFor()
  expect(await page.locator('section[data-clause]').count()).toBe(0)
})
