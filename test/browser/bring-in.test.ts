/** A text drafted in a word processor comes to the table: read on the device, looked at, corrected, brought in, seen by the others. */
import { fileURLToPath } from 'node:url'
import { readdirSync } from 'node:fs'
import { expect } from 'vitest'
import { chooseFrom } from './keys.ts'
import { test } from './session.ts'
import { DESK, expectAccessible, openTable, overflow, PHONE, sit } from './tables.ts'

const counterDraft = fileURLToPath(new URL('../../packages/import/fixtures/counter-draft.docx', import.meta.url))

test('[file-6] the chair brings a counter-draft in by keyboard and corrects it first; a delegation sees it live', async ({ open }) => {
  expect(readdirSync(fileURLToPath(new URL('../../packages/import/fixtures', import.meta.url)))).toContain('counter-draft.docx')
  const house = await openTable()
  const chair = await sit(house, open, 'u-chair')
  const kestria = await sit(house, open, 'u-kes1')
  const { page } = chair

  await chooseFrom(page.getByRole('button', { name: /^Change section/ }).last(), 'Bring in a text after this section…')
  const dialog = page.getByRole('dialog', { name: 'Bring in a text' })
  await dialog.getByLabel('File').waitFor()
  await expectAccessible(page, 'choosing a file')

  await dialog.getByLabel('File').setInputFiles({ name: 'broken.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('no') })
  await dialog.getByRole('alert').getByText('The file is damaged').waitFor()

  await dialog.getByLabel('File').setInputFiles(counterDraft)
  const text = dialog.getByRole('region', { name: 'The text that would be brought in' })
  await text.getByText('not less than 30 km').waitFor()
  expect(
    await dialog.locator('[data-what]').evaluateAll((lines) => lines.map((line) => `${line.dataset['what']} ${line.dataset['taken']}`)),
  ).toEqual(['tables partly', 'tracked-changes fully', 'comments fully', 'footnotes fully'])
  await expectAccessible(page, 'looking at a file')
  await page.setViewportSize(PHONE)
  expect(await overflow(page)).toBe(0)
  await expectAccessible(page, 'looking at a file on a phone')
  await page.setViewportSize(DESK)

  await dialog.getByLabel('Orlava (2)').selectOption('text')
  await text.getByText('not less than 15 km').waitFor()
  await dialog.getByLabel('Kestria (1)').selectOption('amendment')
  await text.getByLabel('Bring in “2.”').press('Space')
  await dialog.getByText('3 clauses in 2 sections').waitFor()
  await dialog.getByRole('button', { name: 'Bring in' }).press('Enter')
  await dialog.getByText('3 clauses were brought in, in your name. One amendment was tabled. One discussion was begun.').waitFor()
  await dialog.getByRole('button', { name: 'Go to the text' }).press('Enter')

  for (const { page: seen } of [chair, kestria]) {
    const words = seen.getByRole('article', { name: 'Negotiating text' })
    await words.getByText('Forces withdraw to a line not less than 15 km from the line of contact:').first().waitFor()
    await words.getByText('artillery within').first().waitFor()
    await words.getByText('under observation').first().waitFor()
    expect(await words.getByText('The Monitor publishes a report').count()).toBe(0)
  }
  await kestria.page.getByRole('article', { name: 'Negotiating text' }).getByText('Forces withdraw').first().click()
  await kestria.page.getByText('Comment in the file by Meridia, 2026-05-12: Which map?').waitFor()
  expect([...chair.faults, ...kestria.faults]).toEqual([])
})
