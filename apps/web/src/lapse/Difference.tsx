/**
 * Two wordings of a clause compared word by word, with insertions and deletions as such for a screen reader too, and what changed besides
 * the words in a sentence.
 */
import type { Wording } from '@entente/agreement'
import { compare, type Difference as Piece } from '@entente/draft'
import { useMemo } from 'react'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { useNamed } from '../reference/useNamed.ts'
import styles from './Difference.module.css'

type DifferenceProps = {
  readonly before: Wording
  readonly after: Wording
  readonly lang?: string | undefined
  /** Only one of the two, with what is not in the other marked: for versions beside each other. */
  readonly side?: 'before' | 'after'
}

export function Difference({ before, after, lang, side }: DifferenceProps) {
  const named = useNamed()
  const paragraphs = useMemo(
    () => paragraphsOf(compare(before, after, named).filter(({ kind }) => kind !== absentFrom(side))),
    [before, after, named, side],
  )
  return (
    <div className={styles.difference} lang={lang}>
      {before.heading === after.heading ? null : (
        <p>
          {side === 'after' ? null : <del>{before.heading}</del>} {side === 'before' ? null : <ins>{after.heading}</ins>}
        </p>
      )}
      {paragraphs.map((pieces, index) => (
        <p key={index} dir="auto">
          {pieces.map((piece, at) => (
            <PieceView key={at} piece={piece} />
          ))}
        </p>
      ))}
    </div>
  )
}

function absentFrom(side: DifferenceProps['side']): Piece['kind'] | undefined {
  return side === 'before' ? 'inserted' : side === 'after' ? 'deleted' : undefined
}

function PieceView({ piece: { kind, text } }: { readonly piece: Piece }) {
  switch (kind) {
    case 'same':
      return text
    case 'inserted':
      return (
        <ins>
          <VisuallyHidden> (added: </VisuallyHidden>
          {text === '\n' ? '¶' : text}
          <VisuallyHidden>) </VisuallyHidden>
        </ins>
      )
    case 'deleted':
      return (
        <del>
          <VisuallyHidden> (deleted: </VisuallyHidden>
          {text === '\n' ? '¶' : text}
          <VisuallyHidden>) </VisuallyHidden>
        </del>
      )
    default:
      return kind satisfies never
  }
}

/** The pieces paragraph by paragraph. The end of a paragraph is shown only where it was added or deleted. */
function paragraphsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const paragraphs: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.kind !== 'same' || piece.text !== '\n') paragraphs.at(-1)?.push(piece)
    if (piece.text === '\n') paragraphs.push([])
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}
