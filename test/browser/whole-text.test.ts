/** The whole text in other ways: without brackets, comments or milestones, and two versions of it beside each other. */
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { shiftedTime } from '../stories/shifted-time.ts'
import { chooseFrom, keyTo, tabTo } from './keys.ts'
import { test } from './session.ts'
import { DESK, expectAccessible, openTable, overflow, PHONE, saved, shot, sit, typeIn } from './tables.ts'

/** Chooses from the menu of views, with the arrow keys. */
const view = (page: Page, role: 'menuitem' | 'menuitemcheckbox', name: string) =>
  chooseFrom(page.getByRole('button', { name: /^View/ }), name, role)

test('[journey-38] brackets, comments and milestones are shown or not and remembered, the place stays; two versions of the whole text are read side by side by keyboard', async ({
  open,
}) => {
  const time = shiftedTime()
  const house = await openTable({ time })
  const chair = await house.sit('u-chair')
  time.shift(10 * 60_000)
  expect((await chair.submit('round.close', {})).ok).toBe(true)
  time.shift(10 * 60_000)
  const kestria = await sit(house, open, 'u-kes1')
  const orlava = await sit(house, open, 'u-orl1')
  const { page, clause } = kestria

  // Each layer for itself; the clause in hand stays where it is.
  const bracketed = clause('c11')
  await bracketed.getByRole('heading', { level: 3 }).focus()
  const sign = bracketed.locator('[data-bracket]').first()
  await sign.waitFor()
  const place = async () => (await bracketed.boundingBox())?.y ?? Number.NaN
  // Clauses are laid out as they come into sight, so the place is settled when two looks agree.
  let before = Number.NaN
  const settled = async () => {
    const was = before
    before = await place()
    return before - was
  }
  await expect.poll(settled, { interval: 200 }).toBe(0)
  // It was taken in hand from far away, past clauses that had not been laid out, and is on the screen all the same.
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(DESK.height)
  const movedBy = async () => Math.abs((await place()) - before)
  await view(page, 'menuitemcheckbox', 'Brackets')
  await page.getByText('Brackets are not shown on this device.').waitFor()
  expect((await sign.innerText()).startsWith('[')).toBe(false)
  await expect.poll(movedBy).toBeLessThan(2)
  await view(page, 'menuitemcheckbox', 'Comments')
  await view(page, 'menuitemcheckbox', 'Milestones')
  expect(await page.locator('[data-margin] button').count()).toBe(0)
  await expect.poll(movedBy).toBeLessThan(2)
  await expectAccessible(page, 'the text without brackets, comments and milestones')
  await shot(page, 'layers-off')
  await page.reload()
  await page.getByText('Brackets, comments and milestones are not shown on this device.').waitFor()
  await tabTo(page, page.getByRole('button', { name: 'Show everything', exact: true }))
  await page.keyboard.press('Enter')
  // What is out of sight is not laid out and has no text to read.
  await bracketed.getByRole('heading', { level: 3 }).focus()
  await expect.poll(async () => (await sign.innerText()).startsWith('[')).toBe(true)

  // Somebody types, a clause is moved, another added: against the end of the round.
  await typeIn(orlava, 'c8', 'Home', 'Perhaps ')
  await saved(orlava.page)
  expect((await chair.submit('clause.move', { clause: 'c4', section: 'II', after: 'c6' })).ok).toBe(true)
  expect((await chair.submit('clause.add', { section: 'II', kind: 'operative', heading: 'Anew' })).ok).toBe(true)
  await view(page, 'menuitem', 'Two versions side by side…')
  const dialog = page.getByRole('dialog', { name: 'Versions of the whole text' })
  await dialog.getByText(/clauses differ/).waitFor()
  await expectAccessible(page, 'two versions of the text')
  await shot(page, 'two-versions')
  const row = (name: RegExp) => dialog.getByRole('article', { name })
  await tabTo(page, dialog.getByRole('region', { name: 'The text' }))
  await page.keyboard.press('n')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-differs'))).toBe('true')
  await keyTo(page, 'n', row(/^Clause 8, changed/))
  await row(/^Clause 8, changed/)
    .locator('[data-side="after"] ins')
    .filter({ hasText: 'Perhaps' })
    .waitFor()
  expect(
    await row(/^Clause 8, changed/)
      .locator('[data-side="before"] ins')
      .count(),
  ).toBe(0)
  await row(/^Clause 4, .*moved/)
    .first()
    .waitFor()
  await row(/of then, moved/)
    .first()
    .waitFor()
  await row(/, new$/)
    .getByText('Anew')
    .waitFor()
  // The choices stay in sight while one goes from difference to difference.
  expect(await dialog.evaluate((own) => own.scrollTop)).toBe(0)
  await shot(page, 'two-versions-changed')

  // On a phone one stands under the other; one version by itself; a moment before the first words is said to be unknown.
  await page.setViewportSize(PHONE)
  expect(await overflow(page)).toBe(0)
  await expectAccessible(page, 'two versions on a phone')
  await shot(page, 'two-versions-phone')
  await page.setViewportSize(DESK)
  await dialog.getByLabel('Compared with').selectOption('nothing')
  await dialog.locator('[data-row="one"]').first().waitFor()
  expect(await dialog.getByText('Perhaps').count()).toBe(0)
  await shot(page, 'one-version')
  await dialog.getByLabel('The text', { exact: true }).first().selectOption('moment')
  await dialog.getByLabel('Day and time (UTC)').fill('2020-01-01T10:00')
  await dialog.getByText('The words of then are not kept here.').waitFor()
  await page.emulateMedia({ colorScheme: 'dark' })
  await dialog.getByLabel('Compared with').selectOption({ index: 1 })
  await dialog.getByLabel('Before').selectOption({ index: 1 })
  await dialog.getByText(/clauses differ/).waitFor()
  await expectAccessible(page, 'two versions, dark')
  await shot(page, 'two-versions-dark')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  for (const { faults } of [kestria, orlava]) expect(faults).toEqual([])
}, 150_000)
