/**
 * The words a paper adds to the text: "Agreed text", "21 days after", dates.
 *
 * They are English whatever the language of negotiation, and say so, so that a screen reader pronounces them right. Words of the
 * negotiation go through `words`; both keep only what can be printed.
 */
import { Language, type Timestamp } from '@entente/agreement'
import type { Inline, Line } from './paper.ts'
import { printable } from './printable.ts'

const ENGLISH = Language.parse('en')

/** Words of the negotiation, in its language. */
export function words(text: string): Line {
  const line = printable(text)
  return line === '' ? [] : [{ text: line }]
}

/** Words of the paper itself. */
export function phrase(text: string, look: Pick<Inline, 'bold' | 'italic'> = {}): Line {
  const line = printable(text)
  return line === '' ? [] : [{ text: line, ...look, language: ENGLISH }]
}

/** A statement as it was written, one line for each of its lines. */
export function linesOf(statement: string): readonly Line[] {
  return statement
    .split(/\r\n|[\r\n]/u)
    .map(words)
    .filter((line) => line.length > 0)
}

/** "a, b and c". */
export function enumerate(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** "1 day", "21 days". */
export function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const LONG_DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "22 November 2026", of a moment or a calendar day. */
export function dateInWords(moment: string): string {
  return LONG_DATE.format(new Date(moment))
}

/** "22 November 2026, 14:10 UTC". */
export function momentInWords(at: Timestamp): string {
  return `${dateInWords(at)}, ${new Date(at).toISOString().slice(11, 16)} UTC`
}
