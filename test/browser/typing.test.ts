/** Typing as in one text: arrow keys from clause to clause, what is pasted, what is put back. By keyboard, with others watching. */
import { caucusOf, PartyId } from '@entente/agreement'
import { expect } from 'vitest'
import type { Delegate } from '../stories/delegate.ts'
import { VESNA } from '../stories/house.ts'
import { caretTo, enter, focused, keyTo, tabTo } from './keys.ts'
import { test } from './session.ts'
import { DESK, expectAccessible, openTable, overflow, PHONE, saved, shot, sit, type Seat } from './tables.ts'

const nameOf = ({ room }: Delegate) => room.view().speaker?.seat.name ?? ''
const editorOf = ({ clause }: Seat, id: string) => clause(id).getByRole('textbox', { name: /^Text of/ })

/** Opens the words of a clause from its heading. */
async function open(seat: Seat, id: string): Promise<void> {
  await seat.clause(id).getByRole('heading', { level: 3 }).focus()
  await seat.page.keyboard.press('Enter')
  await focused(editorOf(seat, id))
}

/** Pastes where the caret is, as the browser does it. */
async function paste({ page }: Seat, data: { readonly html?: string; readonly plain?: string }): Promise<void> {
  await page.evaluate(({ html, plain }) => {
    const clipboardData = new DataTransfer()
    if (html !== undefined) clipboardData.setData('text/html', html)
    if (plain !== undefined) clipboardData.setData('text/plain', plain)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}

/** What somebody drags here from another window is let go over the words of a clause. */
async function drop({ page }: Seat, clause: string, html: string): Promise<void> {
  await page.evaluate(
    ({ within, dragged }) => {
      const words = document.querySelector(`[data-clause="${within}"] [role=textbox]`)
      const place = words?.querySelector('p')?.getBoundingClientRect()
      if (words === null || place === undefined) throw new Error('There is nowhere to let it go')
      const dataTransfer = new DataTransfer()
      dataTransfer.setData('text/html', dragged)
      const at = { clientX: place.left + 1, clientY: place.top + 5 }
      words.dispatchEvent(new DragEvent('drop', { dataTransfer, ...at, bubbles: true, cancelable: true }))
    },
    { within: clause, dragged: html },
  )
}

test('[paste-7] [paste-8] what Google Docs copies keeps its emphasis and no more; what has no words is told; what is dragged here is as pasted', async ({
  open: openContext,
}) => {
  const house = await openTable()
  const kestria = await sit(house, openContext, 'u-kes1')
  const { page } = kestria
  await open(kestria, 'c9')
  const words = editorOf(kestria, 'c9')
  await page.keyboard.press('Control+End')
  await paste(kestria, {
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-3"><span style="font-size:11pt;font-weight:400"> Each Party </span><span style="font-weight:700">shall</span><span style="font-weight:400"> report.</span></b>`,
    plain: ' Each Party shall report.',
  })
  await words.getByText('Each Party').waitFor()
  expect(await words.locator('strong').allTextContents()).toEqual(['shall'])
  expect((await kestria.words('c9')).replaceAll('\u00a0', ' ')).toMatch(/\S Each Party shall report\.$/)

  await page.keyboard.press('Control+a')
  await paste(kestria, { html: '<img src="data:image/png;base64,iVBORw0KGgo=">' })
  await page.getByText('Nothing was put in: there are no words in it.').waitFor()
  expect(await kestria.words('c9')).toContain('Each Party shall report.')

  await drop(kestria, 'c9', '<p>They <span style="font-style:italic">may</span> <del>not</del> meet. </p>')
  await page.getByText('What you pasted carries one tracked change.').waitFor()
  expect(await words.locator('em').allTextContents()).toEqual(['may'])
  expect(await words.locator('p').first().textContent()).toMatch(/^Release of prisoners and detainees\.They may meet\.\S/)
  await saved(page)
  expect(kestria.faults).toEqual([])
})

test('[journey-39] [undo-5] arrow keys lead through the text, undo follows one’s own edits, pasted lists and clauses are read, what is removed at once is put back', async ({
  open: openContext,
}) => {
  const house = await openTable()
  const [kestria, orlava] = await Promise.all(['u-kes1', 'u-orl1'].map((seat) => sit(house, openContext, seat)))
  if (!kestria || !orlava) throw new Error('Somebody is missing')
  const { page, clause } = kestria

  // From clause 8 down to clause 9 and back, and over its beginning into clause 7.
  await open(kestria, 'c8')
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(' Eight.')
  await page.keyboard.press('ArrowDown')
  await focused(editorOf(kestria, 'c9'))
  await page.keyboard.press('ArrowUp')
  await focused(editorOf(kestria, 'c8'))
  await caretTo(page, 'Home')
  await page.keyboard.press('ArrowLeft')
  await focused(editorOf(kestria, 'c7'))
  await page.keyboard.insertText(' Seven.')
  await orlava.clause('c7').locator('[data-words]').first().getByText('Seven.').waitFor()
  await page.keyboard.press('ArrowRight')
  await focused(editorOf(kestria, 'c8'))

  // Undo takes back what was typed last, wherever it was; nobody else’s.
  await page.keyboard.press('Control+z')
  await expect.poll(() => orlava.words('c7')).not.toContain('Seven.')
  await clause('c7').and(page.locator('[data-selected]')).waitFor()
  await focused(editorOf(kestria, 'c7'))
  await page.keyboard.press('Control+z')
  await expect.poll(() => orlava.words('c8')).not.toContain('Eight.')
  // One goes on typing where the undone words stood.
  await focused(editorOf(kestria, 'c8'))
  await page.keyboard.type(' Acht.')
  await expect.poll(() => orlava.words('c8')).toMatch(/ Acht\.$/)
  await page.keyboard.press('Control+z')
  await expect.poll(() => orlava.words('c8')).not.toContain('Acht.')

  // A list typed as (a), (i) becomes a list; tracked changes are told.
  await open(kestria, 'c9')
  await page.keyboard.press('Control+End')
  await paste(kestria, { plain: ' The Parties shall:\n(a) cease, including\n(i) all firing;\n(b) withdraw 😀.' })
  await editorOf(kestria, 'c9').locator('ol ol').getByText('all firing;').waitFor()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await saved(page)
  expect(await orlava.words('c9')).toContain('withdraw')
  expect(await orlava.words('c9')).not.toMatch(/\(a\) cease|\uFFFD/)
  await paste(kestria, { html: '<p>They <del>may</del><ins title="A. Braun"> shall</ins> report.</p><p>At once.</p>' })
  await page.getByText(/carries 2 tracked changes by A. Braun/).waitFor()
  await orlava.clause('c9').locator('[data-words]').first().getByText('shall report.').waitFor()
  await shot(page, 'pasted')

  // Several numbered paragraphs are offered as clauses, and inserted in one statement.
  await paste(kestria, { plain: '12. Each Party reports weekly.\n13. Reports are public:\n(a) in full;\n(b) in all languages.' })
  const dialog = page.getByRole('dialog', { name: 'Insert as clauses' })
  await dialog.getByText('Each Party reports weekly.').waitFor()
  await expectAccessible(page, 'inserting as clauses')
  await shot(page, 'insert-clauses')
  await page.setViewportSize(PHONE)
  expect(await overflow(page)).toBe(0)
  await shot(page, 'insert-clauses-phone')
  await page.setViewportSize(DESK)
  await enter(page, dialog.getByRole('button', { name: 'Insert 2 clauses', exact: true }))
  await dialog.waitFor({ state: 'detached' })
  const inserted = orlava.page.locator('section[data-clause="c9"] ~ section[data-clause]')
  await inserted.nth(0).getByText('Each Party reports weekly.').waitFor()
  await inserted.nth(1).locator('ol').getByText('in all languages.').waitFor()

  // Orlava empties a clause; Kestria puts it back in one step, and could take that back.
  const was = await kestria.words('c8')
  await open(orlava, 'c8')
  await orlava.page.keyboard.press('Control+a')
  await orlava.page.keyboard.press('Delete')
  const back = page.getByRole('button', { name: 'Put it back', exact: true })
  await tabTo(page, back)
  await expectAccessible(page, 'a removal announced')
  await shot(page, 'removed')
  await page.keyboard.press('Enter')
  await expect.poll(() => orlava.words('c8')).toBe(was)
  await back.waitFor({ state: 'detached' })

  // The clause is in another language than the text.
  await open(kestria, 'c8')
  await page.keyboard.press('Tab')
  const languages = clause('c8').getByRole('button', { name: 'Language of these words', exact: true })
  await keyTo(page, 'ArrowRight', languages)
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: 'Ukrainian', exact: true }).press('Enter')
  await expect.poll(() => editorOf(kestria, 'c8').getAttribute('lang')).toBe('uk')
  await page.keyboard.press('Escape')
  await clause('c8').locator('[data-words][lang="uk"]').first().waitFor()

  // Whoever may type in the text can amend it all the same, in the caucus first.
  await enter(page, clause('c8').getByRole('button', { name: 'Amend clause 8', exact: true }))
  await clause('c8')
    .getByRole('group', { name: 'Amend clause 8', exact: true })
    .getByText(/only Kestria reads it until you table it/)
    .waitFor()
  await expectAccessible(page, 'asked how to amend')
  await shot(page, 'asked')
  await page.keyboard.type('Draft')
  await shot(page, 'asked-typed')
  await clause('c8').getByRole('textbox', { name: 'Text of Draft 1 for clause 8', exact: true }).getByText('Draft').waitFor()
  await shot(page, 'drafting-open')
  for (const { faults } of [kestria, orlava]) expect(faults).toEqual([])
}, 180_000)

test('[journey-37] on a phone whose keyboard names no keys, Enter divides a paragraph and an item', async ({ open: openContext }) => {
  const house = await openTable()
  const orlava = await sit(house, openContext, 'u-orl1')
  const kestria = await sit(house, openContext, 'u-kes1', {
    viewport: PHONE,
    hasTouch: true,
    userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  })
  const enterAsAndroid = () =>
    kestria.page.evaluate(() => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Unidentified', keyCode: 229, bubbles: true, cancelable: true }),
      )
      document.execCommand('insertParagraph')
    })
  const count = (what: string) => orlava.clause('c7').locator(`[data-words] ${what}`).count()
  const [paragraphs, items] = [await count('p'), await count('li')]
  const tap = async (what: string) => {
    const words = kestria.clause('c7').locator(`[data-words] ${what}`).first()
    await words.scrollIntoViewIfNeeded()
    await words.tap()
    await focused(editorOf(kestria, 'c7'))
  }
  await tap('p')
  await enterAsAndroid()
  await kestria.page.keyboard.insertText('And ')
  await expect.poll(() => count('p')).toBe(paragraphs + 1)
  await orlava.clause('c7').locator('[data-words] > p').nth(1).getByText(/^And /).waitFor()
  await tap('li:last-child')
  await enterAsAndroid()
  await kestria.page.keyboard.insertText('Or ')
  await expect.poll(() => count('li')).toBe(items + 1)
  await orlava.clause('c7').locator('[data-words] li').last().getByText(/^Or /).waitFor()
  expect(await overflow(kestria.page)).toBe(0)
  for (const { faults } of [kestria, orlava]) expect(faults).toEqual([])
}, 90_000)

test('[editor-5] [editor-6] words that close while somebody types in them say so, keep the place, and take no letter for a command', async ({
  open: openContext,
}) => {
  const house = await openTable()
  const [chair, colleague] = await Promise.all([house.sit('u-chair'), house.sit('u-kes2')])
  const kestria = await sit(house, openContext, 'u-kes1')
  const { page, clause } = kestria
  const told = (words: string) => page.getByText(words, { exact: true }).filter({ visible: true }).first()
  const positions = () => colleague.room.view().record.head.seq

  await open(kestria, 'c8')
  await page.keyboard.type('Eight. ')
  await saved(page)
  expect(await chair.submit('clause.freeze', { clause: 'c8', reason: 'Agreed in the margins.' })).toEqual({ ok: true })
  await told('You can no longer type in clause 8: the chair froze it. What was saved by then is kept.').waitFor()
  await focused(clause('c8'))
  await expectAccessible(page, 'words that closed')
  await chair.until(({ negotiation }) => negotiation.freezes.size > 0)
  const before = positions()
  // What the fingers were about to type. On the heading "a" accepts and "o" objects.
  await page.keyboard.type('a o')
  expect(await page.getByRole('button', { name: /^Undo/ }).count()).toBe(0)
  expect(await clause('c8').getByRole('form').count()).toBe(0)
  expect(await chair.submit('clause.reopen', { clause: 'c8', reason: 'Not agreed after all.' })).toEqual({ ok: true })
  await clause('c8').getByRole('button', { name: 'Edit the words of clause 8' }).waitFor()
  await focused(clause('c8'))
  expect(await editorOf(kestria, 'c8').count()).toBe(0)
  await page.keyboard.press('j')
  await focused(clause('c9').getByRole('heading', { level: 3 }))
  await expect.poll(positions).toBe(before + 1)

  const text = [{ type: 'paragraph', runs: [{ text: 'Maps are exchanged.' }] }]
  const place = { section: 'III', clauseKind: 'operative', heading: 'Maps', text }
  expect(await colleague.submit('amendment.table-clause', place)).toEqual({ ok: true })
  const proposed = page.locator('[data-proposed]').filter({ hasText: 'Maps are exchanged.' })
  await enter(page, proposed.getByRole('button', { name: 'Edit it' }))
  await focused(proposed.getByRole('textbox'))
  await page.keyboard.type(' By both.')
  await saved(page)
  expect(await colleague.submit('amendment.withdraw', { amendment: await proposed.getAttribute('data-proposed') })).toEqual({ ok: true })
  await told('You can no longer type in the new clause “Maps” of Kestria: it was withdrawn. What was saved by then is kept.').waitFor()
  await focused(page.locator('[data-region="text"]'))

  // A draft of the caucus, opened in its clause, that a colleague puts aside.
  const caucus = await house.meet(colleague, caucusOf(VESNA, PartyId.parse('KES'), 1))
  expect(await caucus.submit('draft.open', { clause: 'c9', label: 'Draft 1' })).toEqual({ ok: true })
  const heading = clause('c9').getByRole('heading', { level: 3 })
  await heading.focus()
  await enter(page, clause('c9').getByRole('button', { name: 'Go on with Draft 1' }))
  await focused(clause('c9').getByRole('textbox'))
  await page.keyboard.type('Nine. ')
  await saved(page)
  const [draft] = caucus.room.view().negotiation.drafts.keys()
  expect(await caucus.submit('draft.discard', { amendment: draft })).toEqual({ ok: true })
  await told(`You can no longer type in Draft 1: ${nameOf(colleague)} put it aside. What was saved by then is kept.`).waitFor()
  await focused(clause('c9'))

  // The same on the caucus' own page.
  expect(await caucus.submit('draft.open', { clause: 'c9', label: 'Draft 2' })).toEqual({ ok: true })
  await enter(page, page.getByRole('link', { name: 'Caucus', exact: true }))
  const card = page.getByRole('article', { name: /^Draft 2 for clause 9/ })
  await enter(page, card.getByRole('button', { name: 'Edit', exact: true }))
  await focused(card.getByRole('textbox'))
  const second = [...caucus.room.view().negotiation.drafts.keys()].at(-1)
  expect(await caucus.submit('draft.discard', { amendment: second })).toEqual({ ok: true })
  await told(`You can no longer type in Draft 2: ${nameOf(colleague)} put it aside. What was saved by then is kept.`).waitFor()
  await page.setViewportSize(PHONE)
  expect(await overflow(page)).toBe(0)
  await page.setViewportSize(DESK)
  expect(kestria.faults).toEqual([])
})
