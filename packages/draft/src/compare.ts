/**
 * What changed between two wordings, word by word.
 *
 * The paragraphs are compared as one stream of words, so that a split, joined or moved paragraph shows only as much as changed. Brackets
 * are written out and count as words; labels of list items are not shown, because they follow from the order.
 */
import { diffArrays } from 'diff'
import type { Wording } from '@entente/agreement'
import type { Named } from './inset.ts'
import { bracketedLine } from './plain.ts'
import { paragraphsOf } from './text.ts'
import { textOf } from './wording.ts'
import { MAX_CHANGED_WORDS, WORD } from './words.ts'

/**
 * A piece of one paragraph. The end of a paragraph is a piece of its own, `'\n'`. All same and deleted pieces together are the earlier
 * words, all same and inserted ones the later; `block` counts the paragraphs of both from 0.
 */
export type Difference = { readonly kind: 'same' | 'inserted' | 'deleted'; readonly text: string; readonly block: number }

type Change = { same: string; deleted: string; inserted: string }

/** The differences from one wording to another, in reading order, a deletion before the insertion that takes its place. */
export function compare(before: Wording, after: Wording, named?: Named): readonly Difference[] {
  return piecesOf(readable(changesBetween(wordsOf(before, named), wordsOf(after, named))))
}

/** The words of a wording as they are compared: a line for each paragraph, brackets written out. */
export function comparedWords(wording: Pick<Wording, 'blocks'>, named?: Named): string {
  return paragraphsOf(textOf(wording))
    .map((paragraph) => bracketedLine(paragraph, named))
    .join('\n')
}

function wordsOf(wording: Wording, named: Named | undefined): string[] {
  return comparedWords(wording, named).match(WORD) ?? []
}

/** Alternating: what stayed, then what was deleted and inserted in its place. */
function changesBetween(before: string[], after: string[]): readonly Change[] {
  const parts = diffArrays(before, after, { maxEditLength: MAX_CHANGED_WORDS })
  if (parts === undefined) return [{ same: '', deleted: before.join(''), inserted: after.join('') }]
  const changes: Change[] = []
  for (const { value, added, removed } of parts) {
    const text = value.join('')
    const last = changes.at(-1)
    if (!added && !removed) changes.push({ same: text, deleted: '', inserted: '' })
    else if (last === undefined) changes.push({ same: '', deleted: removed ? text : '', inserted: added ? text : '' })
    else if (removed) last.deleted += text
    else last.inserted += text
  }
  return changes
}

/** Joins changes between which less stayed than changed on both sides, so that a phrase reads as one change. Paragraphs stay apart. */
function readable(changes: readonly Change[]): readonly Change[] {
  const result: Change[] = []
  for (const change of changes) {
    const last = result.at(-1)
    const island = change.same
    const absorbed =
      last !== undefined &&
      (last.deleted !== '' || last.inserted !== '') &&
      (change.deleted !== '' || change.inserted !== '') &&
      !island.includes('\n') &&
      island.length <= Math.min(sizeOf(last), sizeOf(change))
    if (absorbed) {
      last.deleted += island + change.deleted
      last.inserted += island + change.inserted
    } else result.push({ ...change })
  }
  return result
}

function sizeOf({ deleted, inserted }: Change): number {
  return Math.max(deleted.length, inserted.length)
}

function piecesOf(changes: readonly Change[]): readonly Difference[] {
  const pieces: Difference[] = []
  let block = 0
  const push = (kind: Difference['kind'], text: string) => {
    for (const [piece] of text.matchAll(/\n|[^\n]+/g)) {
      pieces.push({ kind, text: piece, block })
      if (piece === '\n') block += 1
    }
  }
  for (const { same, deleted, inserted } of changes) {
    push('same', same)
    push('deleted', deleted)
    push('inserted', inserted)
  }
  return pieces
}
