/**
 * What stands at one place of the words without being a word: a reference to a clause, or a footnote.
 *
 * In the shared text it is one character (`INSET`) with a mark. So inserting one moves no words: what others type beside it at the same
 * moment, where comments stand and who wrote which word all stay, which a node of its own between two texts would not allow. A mark that
 * lands on another character in a merge means nothing there. The number that is shown is stored nowhere.
 */
import { INSET, type ClauseId } from '@entente/agreement'
import { paragraphsOf, type Run, type Text } from './text.ts'

export { INSET }

export type Inset = { readonly is: 'reference'; readonly clause: ClauseId } | { readonly is: 'footnote'; readonly text: string }

/** What a run stands for; nothing if it is words. */
export function insetOf({ reference, footnote }: Run): Inset | undefined {
  if (reference !== undefined) return { is: 'reference', clause: reference }
  return footnote === undefined ? undefined : { is: 'footnote', text: footnote }
}

export function isInset({ reference, footnote }: Run): boolean {
  return reference !== undefined || footnote !== undefined
}

/** A run as it is stored in runs as they are read: each inset for itself, and no other character marked as one. */
export function separated(run: Run): readonly Run[] {
  const { reference, footnote, ...words } = run
  if (reference === undefined && footnote === undefined) return [run]
  const marked = reference !== undefined ? { ...words, reference } : { ...words, ...(footnote !== undefined && { footnote }) }
  return run.text
    .split(new RegExp(`(${INSET})`, 'u'))
    .filter((text) => text !== '')
    .map((text) => (text === INSET ? { ...marked, text } : { ...words, text }))
}

/** The clauses that a text refers to, in order of appearance, each as often as it is referred to. */
export function referencesIn(text: Text): readonly ClauseId[] {
  return paragraphsOf(text).flatMap(({ runs }) => runs.flatMap(({ reference }) => reference ?? []))
}

/** The footnotes of a text, in order of appearance. */
export function footnotesIn(text: Text): readonly string[] {
  return paragraphsOf(text).flatMap(({ runs }) => runs.flatMap(({ footnote }) => footnote ?? []))
}

/**
 * How many footnotes stand before each of the texts, which are given in the order of the whole text: footnotes are numbered from 1
 * through all of it.
 */
export function footnotesBefore<Key>(texts: Iterable<readonly [Key, Text]>): ReadonlyMap<Key, number> {
  const before = new Map<Key, number>()
  let count = 0
  for (const [key, text] of texts) {
    before.set(key, count)
    count += footnotesIn(text).length
  }
  return before
}

/** How a clause is called in words that somebody reads. */
export type Named = (clause: ClauseId) => string

/** The words of a run in plain characters: a reference by the name of its clause, a footnote written out. */
export function saidBy(run: Run, named: Named): string {
  const inset = insetOf(run)
  if (inset === undefined) return run.text
  return inset.is === 'reference' ? named(inset.clause) : ` (footnote: ${inset.text})`
}
