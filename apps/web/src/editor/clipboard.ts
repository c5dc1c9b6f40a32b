/**
 * What a paste is: words that the editor takes as they come, words with a structure that is read first, or several clauses.
 *
 * Copies from this page keep the editor's own way, with their brackets. A single paragraph joins the words around it.
 */
import { readPasted, type Imported } from '@entente/import'
import type { Text } from '@entente/draft'
import { list } from '../design/status-words.ts'
import { withoutStruck } from './paste.ts'

export type Paste =
  /** For the editor itself. */
  | { readonly is: 'plain'; readonly notice: string | undefined }
  | { readonly is: 'words'; readonly text: Text; readonly notice: string | undefined }
  | { readonly is: 'clauses'; readonly imported: Imported; readonly text: Text; readonly notice: string | undefined }
  | { readonly is: 'too-much' }

/** What a clipboard holds, as the browser hands it over. */
export type Clipboard = { readonly html: string; readonly plain: string }

export function pasteOf({ html, plain }: Clipboard): Paste {
  if (html === '' && plain === '') return { is: 'plain', notice: undefined }
  if (/data-pm-slice|data-bracket|data-reference|data-footnote/.test(html)) return { is: 'plain', notice: undefined }
  const read = readPasted(html === '' ? { lines: plain } : { html: withoutStruck(html) })
  if (!('text' in read)) return { is: 'too-much' }
  const notice = noticeOf(read.authors, withoutStruck(html) !== html)
  if (read.several !== undefined) return { is: 'clauses', imported: read.several, text: read.text, notice }
  return read.paragraphs > 1 ? { is: 'words', text: read.text, notice } : { is: 'plain', notice }
}

/** Tracked changes are never taken silently. */
function noticeOf(authors: Imported['authors'], struck: boolean): string | undefined {
  const changes = authors.reduce((sum, one) => sum + one.changes, 0)
  const names = authors.map(({ author }) => author).filter((author) => author !== 'unnamed')
  if (changes > 0)
    return `What you pasted carries ${changes === 1 ? 'one tracked change' : `${changes} tracked changes`}${names.length === 0 ? '' : ` by ${list(names)}`}. It was pasted as it reads with ${changes === 1 ? 'it' : 'them'} accepted.`
  return struck ? 'Words marked as deleted were left out of what you pasted.' : undefined
}
