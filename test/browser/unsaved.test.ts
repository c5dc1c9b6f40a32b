/** Words that the server does not have yet: they outlive the page, for whoever typed them and for nobody else at the same computer. */
import type { Page } from 'playwright'
import { expect } from 'vitest'
import type { House } from '../stories/house.ts'
import { enter } from './keys.ts'
import { openLine } from './line.ts'
import { test } from './session.ts'
import { DESK, expectAccessible, openTable, overflow, PHONE, saved, sit, typeIn } from './tables.ts'

/** What the browser keeps, as anybody at this computer could read it. */
function keptIn(page: Page, shelf: 'words' | 'drafts' = 'words'): Promise<readonly string[]> {
  return page.evaluate(async (store) => {
    const { promise, resolve, reject } = Promise.withResolvers<readonly string[]>()
    const opening = indexedDB.open(store === 'words' ? 'entente-unsaved' : 'entente-drafts')
    opening.addEventListener('error', () => reject(new Error('The browser keeps no database')))
    opening.addEventListener('success', () => {
      const all = opening.result.transaction(store).objectStore(store).getAll()
      all.addEventListener('success', () =>
        resolve(all.result.map((record: { sealed: Uint8Array }) => `${JSON.stringify(record)} ${new TextDecoder().decode(record.sealed)}`)),
      )
    })
    return promise
  }, shelf)
}

async function signOut(house: House, page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Menu/ }).click()
  await page.getByRole('menuitem', { name: /^Sign out/ }).click()
  await page.waitForURL(`${house.origin}/`)
}

function caretInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const caret = getSelection()?.getRangeAt(0).getBoundingClientRect()
    return caret !== undefined && caret.top > 0 && caret.bottom < innerHeight
  })
}

test('[copy-12] [copy-13] [C4] [C5] what is typed without a connection is there after the page was loaded again; nobody else reads it, and signing out takes it away', async ({
  open,
}) => {
  const house = await openTable()
  const orlava = await sit(house, open, 'u-orl1')
  const { line, prepare } = openLine()
  const kestria = await sit(house, open, 'u-kes1', { prepare })
  const { page } = kestria
  page.on('dialog', (dialog) => void dialog.accept())
  await typeIn(kestria, 'c6', 'Home', 'Before. ')
  await saved(page)
  await expect.poll(() => keptIn(page)).toEqual([])

  await line.cut(page)
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
  line.mend()
  await saved(page)
  await expect.poll(() => kestria.words('c6')).toContain('Before. Zamboni rules.')
  await expect.poll(() => orlava.words('c6')).toContain('Before. Zamboni rules.')
  await expect.poll(() => keptIn(page)).toEqual([])

  await line.cut(page)
  await kestria.clause('c6').locator('[data-words]').first().click()
  await kestria
    .clause('c6')
    .getByRole('textbox', { name: /^Text of/ })
    .waitFor()
  await page.keyboard.type('Never mind. ')
  await expect.poll(() => keptIn(page)).toHaveLength(1)
  await signOut(house, page)
  expect(await keptIn(page)).toEqual([])
})

test('[copy-15] what is typed without a connection in a paragraph that the chair splits off meanwhile is offered to who typed it, and to nobody else', async ({
  open,
}) => {
  const house = await openTable()
  const orlava = await sit(house, open, 'u-orl1')
  const { line, prepare } = openLine()
  const kestria = await sit(house, open, 'u-kes1', { prepare })
  const { page } = kestria
  const chair = await house.sit('u-chair')
  const first = chair.words('c10')
  await typeIn(kestria, 'c10', 'End', '')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Each Party reports.')
  await chair.until(() => chair.words('c10') === `${first}\nEach Party reports.`)
  await saved(page)

  await line.cut(page)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(' every month')
  expect(await chair.submit('clause.split', { clause: 'c10', on: chair.fingerprint('c10'), at: first.length + 1 })).toEqual({ ok: true })
  line.mend()

  // Said where the person is, also to a screen reader, and kept at the top of the page.
  const told = 'Words you typed in clause 10 went with a paragraph that somebody removed or moved. They are kept at the top of the page.'
  await page.getByText(told, { exact: true }).filter({ visible: true }).first().waitFor()
  const notice = page.getByRole('note').filter({ hasText: 'Words you typed in clause 10 are no longer in the text' })
  await notice.waitFor()
  expect(await notice.getByRole('insertion').allInnerTexts()).toEqual([' every month'])
  expect(await notice.getByRole('blockquote').innerText()).toBe('Each Party reports every month.')
  await expectAccessible(page, 'words that were overtaken')
  await page.setViewportSize(PHONE)
  expect(await overflow(page)).toBe(0)
  await page.setViewportSize(DESK)
  await saved(page)
  for (const seat of [kestria, orlava]) {
    await expect.poll(() => seat.words('c10')).not.toContain('reports')
    expect(await seat.page.locator('[data-words]').filter({ hasText: 'every month' }).count()).toBe(0)
  }
  expect(await orlava.page.getByText(/are no longer in the text/).count()).toBe(0)

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await enter(page, notice.getByRole('button', { name: 'Copy your words' }))
  await notice.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('every month')
  await expect.poll(() => keptIn(page, 'drafts')).toHaveLength(1)
  await enter(page, notice.getByRole('button', { name: 'Dismiss' }))
  await notice.waitFor({ state: 'detached' })
  await expect.poll(() => keptIn(page, 'drafts')).toEqual([])
  expect([...kestria.faults.filter((fault) => !fault.includes('WebSocket')), ...orlava.faults]).toEqual([])
})

test('[room-24] [room-1] [copy-17] in a room that is full, what goes beyond comes back to who wrote it, and words go in again once others have gone', async ({
  open,
}) => {
  const house = await openTable({ limits: { roomCharacters: 16_000 } })
  const kestria = await sit(house, open, 'u-kes1')
  const orlava = await sit(house, open, 'u-orl1')
  const { page } = kestria
  await typeIn(kestria, 'c10', 'End', '')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.insertText('x'.repeat(6_000))
  await saved(page)
  await page.keyboard.insertText('y'.repeat(6_000))
  const told = 'What you typed in clause 10 was not accepted. Your words are kept at the top of the page.'
  await page.getByText(told, { exact: true }).filter({ visible: true }).first().waitFor()
  // Whoever was typing goes on where the words were refused: no letter of theirs is taken for a command, or lands elsewhere.
  const words = kestria.clause('c10').getByRole('textbox', { name: /^Text of/ })
  await expect.poll(() => words.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type(' anew')
  await expect.poll(() => orlava.words('c10')).toMatch(/[^x]x{6000} anew\.$/)
  for (const _ of ' anew') await page.keyboard.press('Backspace')
  expect(await caretInSight(page)).toBe(true)
  const notice = page.getByRole('note').filter({ hasText: 'the text is as long as this room can hold' })
  await notice.waitFor()
  expect(/x{6000}y{6000}\.$/.test(await notice.getByRole('blockquote').innerText())).toBe(true)
  await expectAccessible(page, 'words that found no room')
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size)
    expect(await overflow(page)).toBe(0)
  }
  // They outlive the page, sealed, and are no news to it.
  await expect.poll(() => keptIn(page, 'drafts')).toHaveLength(1)
  expect((await keptIn(page, 'drafts')).join('')).not.toContain('yyy')
  await page.reload()
  await notice.waitFor()
  expect(/x{6000}y{6000}\.$/.test(await notice.getByRole('blockquote').innerText())).toBe(true)
  expect(await page.getByText(told, { exact: true }).filter({ visible: true }).count()).toBe(0)
  for (const seat of [kestria, orlava]) await expect.poll(async () => /[^x]x{6000}\.$/.test(await seat.words('c10'))).toBe(true)

  // What Kestria pasted goes, as somebody else would have it.
  await typeIn(orlava, 'c10', 'End', '')
  await orlava.page.keyboard.press('Control+a')
  await orlava.page.keyboard.insertText('Each Party reports.')
  await saved(orlava.page)
  await expect.poll(() => kestria.words('c10')).toMatch(/[^x]Each Party reports\.$/)
  await typeIn(kestria, 'c10', 'End', ' Every month.')
  await expect.poll(() => orlava.words('c10')).toMatch(/Each Party reports\. Every month\.$/)
  await signOut(house, page)
  expect(await keptIn(page, 'drafts')).toEqual([])
})
