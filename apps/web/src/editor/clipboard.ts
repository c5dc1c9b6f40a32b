/**
 * What a paste is: a copy from this page, which the editor takes as it is; words from elsewhere, which are read first; or several clauses.
 *
 * What comes from elsewhere never reaches the editor's own reading of HTML. That goes by the look of the words, and a look written into an
 * element is what the page's content security policy keeps the browser from seeing: all that Google Docs copies would be bold.
 */
import { readPasted, type Imported } from '@entente/import'
import type { Text } from '@entente/draft'
import { list } from '../design/status-words.ts'

export type Paste =
  /** For the editor itself. */
  | { readonly is: 'own' }
  /** Words without any look. They take on that of the words where they are put. */
  | { readonly is: 'line'; readonly line: string }
  | { readonly is: 'words'; readonly text: Text; readonly notice: string | undefined }
  | { readonly is: 'clauses'; readonly imported: Imported; readonly text: Text; readonly notice: string | undefined }
  | { readonly is: 'no-words'; readonly notice: string | undefined }
  | { readonly is: 'too-much' }

/** What a clipboard holds, as the browser hands it over. */
export type Clipboard = { readonly html: string; readonly plain: string }

/** What was copied, or is dragged. */
export function clipboardOf(data: DataTransfer | null): Clipboard {
  return { html: data?.getData('text/html') ?? '', plain: data?.getData('text/plain') ?? '' }
}

/** Whether HTML was copied from a text of this product, whose marks the editor knows. */
export function isOwn(html: string): boolean {
  return /data-pm-slice|data-bracket|data-reference|data-footnote/.test(html)
}

export function pasteOf({ html, plain }: Clipboard): Paste {
  if (isOwn(html)) return { is: 'own' }
  if (html === '' && !/[\r\n]./.test(plain.trimEnd())) return lineOf(plain)
  const read = readPasted(html === '' ? { lines: plain } : { html, lines: plain })
  if (!('text' in read)) return { is: 'too-much' }
  const { text, several, authors, struck } = read
  const notice = noticeOf(authors, struck)
  if (several !== undefined) return { is: 'clauses', imported: several, text, notice }
  if (text.length > 0) return { is: 'words', text, notice }
  return html === '' || struck || plain === '' ? { is: 'no-words', notice } : pasteOf({ html: '', plain })
}
function lineOf(plain: string): Paste {
  const line = plain
    .replace(/[\r\n]+$/, '')
    .replace(/\p{Cc}+/gu, ' ')
    .toWellFormed()
  return line === '' ? { is: 'no-words', notice: undefined } : { is: 'line', line }
}

/** Tracked changes are never taken silently. */
function noticeOf(authors: Imported['authors'], struck: boolean): string | undefined {
  const changes = authors.reduce((sum, one) => sum + one.changes, 0)
  const names = authors.map(({ author }) => author).filter((author) => author !== 'unnamed')
  if (changes > 0)
    return `What you pasted carries ${changes === 1 ? 'one tracked change' : `${changes} tracked changes`}${names.length === 0 ? '' : ` by ${list(names)}`}. It was pasted as it reads with ${changes === 1 ? 'it' : 'them'} accepted.`
  return struck ? 'Words marked as deleted were left out of what you pasted.' : undefined
}
