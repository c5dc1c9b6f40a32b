/**
 * Reads a DOCX (Office Open XML, ISO/IEC 29500): words, outline, tracked changes with their authors, comments and notes.
 *
 * Written against the format itself, because the libraries that turn DOCX into HTML accept every tracked change without a word, and
 * who wanted which words is what a negotiation needs to know.
 */
import { readBody } from './docx/body.ts'
import { readNumbering } from './docx/numbering.ts'
import { openDocx } from './docx/package.ts'
import { readRemarks } from './docx/remarks.ts'
import { readStyles } from './docx/styles.ts'
import { ledger, type Flow } from './flow.ts'

/** Throws `NotImported`. */
export function readDocx(bytes: Uint8Array): Flow {
  const opened = openDocx(bytes)
  const { count, losses } = ledger()
  const book = readRemarks(opened)
  const paragraphs = readBody(opened.document, {
    styleOf: readStyles(opened.styles),
    counter: readNumbering(opened.numbering),
    links: opened.links,
    book,
    count,
  })
  if (opened.margins > 0) count('headers-and-footers', opened.margins)
  return { title: opened.title, paragraphs, remarks: book.remarks, losses }
}
