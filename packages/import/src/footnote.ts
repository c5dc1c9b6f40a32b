/** A footnote of a file as a run of its own. Endnotes are footnotes: a text has one kind of note. */
import { FootnoteValue, INSET } from '@entente/draft'
import type { FlowRun } from './flow.ts'

/** The run of a note that says this; nothing for a note that is empty or too long to be one. */
export function footnoteRun(said: string): FlowRun | undefined {
  const text = said
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
  return FootnoteValue.safeParse({ text }).success ? { text: INSET, footnote: text } : undefined
}

/** The words of runs without their notes, for what is a single line: a heading, a title, a label. */
export function withoutFootnotes(runs: readonly FlowRun[]): readonly FlowRun[] {
  return runs.every(({ footnote }) => footnote === undefined) ? runs : runs.filter(({ footnote }) => footnote === undefined)
}
