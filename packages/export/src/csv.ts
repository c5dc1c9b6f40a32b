/**
 * The matrix as comma-separated values (RFC 4180), UTF-8 with a byte order mark, without which Excel takes it for another encoding.
 *
 * A spreadsheet program takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, and a formula can send
 * the sheet elsewhere or start a program. Words of the negotiation are words: such a cell gets an apostrophe before it, which says "text" to
 * these programs. So does a place in a cell where a program that expects semicolons would begin a new one.
 */
import { commitmentsSheet, type Commitments } from './commitments.ts'
import type { Matrix } from './matrix.ts'
import { sheetOf } from './sheet.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** Also after blanks, and as full-width characters, which some programs take for the narrow ones. */
const FORMULA = /(^|[;\n])(?=[\t\r]|[^\S\n]*[=+\-@＝＋－＠])/gu

/** One record for each clause under one of headings; after an empty record, what codes and words mean. Every record has as many fields. */
export function toCsv(matrix: Matrix): string {
  const { heading, rows, legend } = sheetOf(matrix)
  const records = [heading, ...rows, [], ...legend]
  const lines = records.map((record) => heading.map((_, column) => field(record[column] ?? '')).join(','))
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

/** One record for each milestone under one of headings. */
export function toCommitmentsCsv(commitments: Pick<Commitments, 'milestones'>): string {
  const { heading, rows } = commitmentsSheet(commitments)
  return `${BYTE_ORDER_MARK}${[heading, ...rows].map((record) => record.map(field).join(',')).join('\r\n')}\r\n`
}

/** Always in quotes: then nothing in a cell can end it. */
function field(text: string): string {
  return `"${inert(text).replaceAll('"', '""')}"`
}

/** The text with an apostrophe before everything a spreadsheet program would calculate. */
export function inert(text: string): string {
  return text.replaceAll(FORMULA, "$1'")
}
