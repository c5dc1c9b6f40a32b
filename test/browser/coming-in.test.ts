/** Coming in as a new person: opening a negotiation, passing links on, joining, drafting the first clause, taking the text home. */
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { enter, focused } from './keys.ts'
import { test } from './session.ts'
import { expectAccessible, DESK, live, openTable, overflow, PHONE, saved, sit, typeIn } from './tables.ts'

test('[journey-6] a chair opens a negotiation, the delegations join by their links, one drafts the first clause and both agree on it', async ({
  open,
}) => {
  const house = await openTable()
  const links = await opened(house, open, 'Joint Statement on Fisheries')
  const delegate = await joined(open, links[0], 'Halyna Marenko')
  expect(delegate.url()).not.toContain('#')
  await delegate.getByText('Joint Statement on Fisheries').first().waitFor()
  await drafts(delegate, 'Quotas', 'Quotas follow advice.')
  await delegate.keyboard.press('Escape')
  await delegate.keyboard.press('a')
  const other = await joined(open, links[1], 'Viktor Arsenyev')
  const clause = other.locator('section[data-clause]').first()
  await clause.getByText('Quotas follow advice.').waitFor()
  await clause.getByRole('heading', { level: 3 }).focus()
  await other.keyboard.press('a')
  for (const page of [delegate, other]) await page.locator('section[data-agreed]').waitFor()
})

test('[journey-42] a text in Arabic is drafted from the right: its headings and words, their number and what stands for words that are not there yet', async ({
  open,
}) => {
  const house = await openTable()
  const links = await opened(house, open, 'بيان مشترك', 'Arabic')
  const page = await joined(open, links[0], 'Laila Qasim')
  await page.locator('[data-section] h2').getByText('المنطوق', { exact: true }).waitFor()
  await drafts(page, 'الحصص', '')
  await page.keyboard.press('Escape')
  const clause = page.locator('section[data-clause]').first()
  const words = clause.locator('[data-words]').first()
  expect(await clause.getByText('No words yet.', { exact: true }).evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('تحدد الحصص كل سنة.')
  await saved(page)
  await page.keyboard.press('Escape')
  await words.getByText('تحدد الحصص كل سنة.').waitFor()
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    const [text, number] = await Promise.all([words.boundingBox(), clause.getByText('1.', { exact: true }).boundingBox()])
    expect(number?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0) / 2)
    expect(await overflow(page)).toBe(0)
    await expectAccessible(page, 'a text in Arabic')
  }
})

type Open = Parameters<typeof sit>[1]

/** Opens a negotiation of two delegations. Answers the links, in the order of the parties. */
async function opened(
  house: Awaited<ReturnType<typeof openTable>>,
  open: Open,
  title: string,
  language?: string,
): Promise<readonly string[]> {
  const chair = await (await open({ viewport: DESK })).newPage()
  chair.setDefaultTimeout(12_000)
  await chair.goto(`${house.origin}/new`)
  await chair.getByRole('textbox', { name: 'Title', exact: true }).fill(title)
  const names = chair.getByRole('textbox', { name: 'Name' })
  await names.nth(0).fill('Republic of Kestria')
  await names.nth(1).fill('Orlavian Federation')
  if (language !== undefined) await chair.getByLabel('Working text').selectOption({ label: language })
  await chair.getByRole('button', { name: 'Create and get the links' }).click()
  await chair.getByText('/join#').first().waitFor()
  const links = [...(await chair.content()).matchAll(/http:\/\/[^"<\s]+\/join#[A-Za-z0-9_-]{43}/g)].map(([link]) => link)
  return [...new Set(links)]
}

async function joined(open: Open, link: string | undefined, name: string): Promise<Page> {
  const page = await (await open({ viewport: DESK })).newPage()
  page.setDefaultTimeout(12_000)
  await page.goto(link ?? '')
  await page.getByRole('textbox').first().waitFor()
  expect(await page.locator('main').innerText()).toMatch(/record/i)
  await page.getByRole('textbox').first().fill(name)
  await page.getByRole('button', { name: 'Join the table' }).click()
  await live(page)
  return page
}

/** Adds the first clause of the operative part and types in it, by keyboard. */
async function drafts(page: Page, heading: string, words: string): Promise<void> {
  await enter(page, page.getByRole('button', { name: 'Add a clause…' }).last())
  const form = page.getByRole('form', { name: /^Add a clause, first/ })
  await focused(form.getByRole('textbox', { name: 'Heading' }))
  await page.keyboard.insertText(heading)
  await page.keyboard.press('Enter')
  await focused(page.locator('[data-editing]').getByRole('textbox'))
  if (words !== '') await page.keyboard.type(words)
  await saved(page)
}

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
