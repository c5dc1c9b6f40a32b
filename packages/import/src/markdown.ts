/** Reads Markdown (CommonMark with the tables and strikethrough of GitHub) by way of HTML. */
import { marked } from 'marked'
import type { Flow } from './flow.ts'
import { readHtml } from './html.ts'
import { NotImported } from './refusal.ts'

/** Throws `NotImported`. */
export function readMarkdown(source: string): Flow {
  const { text, notes } = withoutNotes(withoutFrontMatter(source))
  const html = marked.parse(text, { async: false, gfm: true })
  if (typeof html !== 'string') throw new NotImported('unreadable')
  return readHtml(html + notes)
}

/** `[^1]: What the note says`, also when it goes on in lines that are set in. */
const NOTE = /^ {0,3}\[\^([^\]\s]{1,64})\]:[ \t]*(.*(?:\n(?: {2,}|\t)\S.*)*)\n?/gm

/** Footnotes as GitHub and Pandoc write them, made into what HTML has for them: `marked` knows none. */
function withoutNotes(source: string): { readonly text: string; readonly notes: string } {
  const ids = new Map<string, number>()
  const notes: string[] = []
  const rest = source.replaceAll(NOTE, (_, id: string, said: string) => {
    const words = marked.parseInline(said, { async: false, gfm: true })
    ids.set(id, notes.push(`<p id="entente-note-${notes.length + 1}">${typeof words === 'string' ? words : ''}</p>`))
    return ''
  })
  if (notes.length === 0) return { text: source, notes: '' }
  const text = rest.replaceAll(/\[\^([^\]\s]{1,64})\]/g, (reference, id: string) => {
    const number = ids.get(id)
    return number === undefined ? reference : `<a role="doc-noteref" href="#entente-note-${number}">${number}</a>`
  })
  return { text, notes: `<section role="doc-endnotes">${notes.join('')}</section>` }
}

function withoutFrontMatter(source: string): string {
  return source.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
}
