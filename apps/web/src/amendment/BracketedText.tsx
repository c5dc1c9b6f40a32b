/**
 * The words of a clause with what every delegation would have instead, in attributed brackets: `not less than [EU, UKR 30 km][RUS 15 km]`.
 *
 * The words of the text stay where they are and are counted as in the plain view, so comments and selections find them. What a delegation
 * would do besides changing words (split a paragraph, make it an item) is said, never done.
 */
import type { ClauseId, Negotiation, PartyId } from '@entente/agreement'
import {
  textOfTokens,
  tokensInWords,
  type Alternative,
  type BracketLine,
  type BracketView,
  type Piece,
  type Place,
  type Text,
} from '@entente/draft'
import { useMemo, type ReactNode } from 'react'
import { lineOf } from '../clause/bracket-words.ts'
import { NoWords, PassageView, RunInHeading, turnsOf, useNotes } from '../clause/ClauseText.tsx'
import { passagesOf, type Quoted } from '../clause/passages.ts'
import words from '../clause/words.module.css'
import { classes } from '../design/classes.ts'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { Footnotes } from '../footnote/Footnotes.tsx'
import { useNamed } from '../reference/useNamed.ts'
import styles from './BracketedText.module.css'
import { changeWords } from './change-words.ts'
import { partiesOf } from './parties-behind.ts'
import type { TabledReading } from './useAmendments.ts'

type BracketedTextProps = {
  /** The words of the clause as they stand. */
  readonly text: Text
  readonly clause: ClauseId
  readonly view: BracketView<string>
  readonly readings: readonly TabledReading[]
  /** Who accepts the text as it reads: they are named at the words others would change. */
  readonly accepting: readonly PartyId[]
  readonly negotiation: Pick<Negotiation, 'brackets'>
  readonly heading?: string | undefined
  readonly quoted: readonly Quoted[]
  readonly lang?: string | undefined
}

export function BracketedText({ text, clause, view, readings, accepting, negotiation, heading, quoted, lang }: BracketedTextProps) {
  const starts = useMemo(() => startsOf(view.lines), [view])
  const turns = useMemo(() => turnsOf(textOfTokens(view.stretches.flatMap((one) => (one.kind === 'same' ? one.tokens : one.base)))), [view])
  const replaced = useMemo(() => replacedIn(view), [view])
  const notes = useNotes(text, clause)
  const runIn = heading === undefined || heading === '' ? null : <RunInHeading>{heading}</RunInHeading>

  const pieces = (line: BracketLine<string>, start: number) => {
    let at = start
    return line.pieces.map((piece, index) => {
      if (piece.kind === 'alternatives') return <Alternatives key={index} piece={piece} readings={readings} />
      const from = at
      at += piece.runs.reduce((length, { text }) => length + text.length, 0)
      const passages = passagesOf({ type: 'paragraph', runs: piece.runs }, from, quoted).map((passage, part) => (
        <PassageView
          key={part}
          passage={passage}
          turn={turns.get(passage.bracket?.id ?? '') ?? 0}
          negotiation={negotiation}
          current={undefined}
          notes={notes}
        />
      ))
      if (piece.bracket === undefined) return <span key={index}>{passages}</span>
      const blank = piece.runs.every(({ text }) => text.trim() === '')
      return blank ? (
        <span key={index}>{passages}</span>
      ) : (
        <Contested key={index} accepting={replaced.has(piece.bracket) ? accepting : undefined}>
          {passages}
        </Contested>
      )
    })
  }
  return (
    <>
      <div className={words.words} lang={lang} data-words data-bracketed>
        {view.lines.length === 0 ? (
          <p>
            {runIn}
            <NoWords />
          </p>
        ) : null}
        {nested(
          view.lines.map((line, index) => ({
            place: line.place,
            node: (
              <p key={index} dir="auto">
                {index === 0 ? runIn : null}
                {pieces(line, starts[index] ?? 0)}
                {line.pieces.length === 0 ? <br /> : null}
              </p>
            ),
          })),
        )}
      </div>
      <Footnotes {...notes} lang={lang} />
    </>
  )
}

/** Words of the text that somebody would change. Where others would stand instead, they are in brackets too. */
function Contested({ accepting, children }: { readonly accepting: readonly PartyId[] | undefined; readonly children: ReactNode }) {
  if (accepting === undefined)
    return (
      <span className={styles.contested}>
        {children}
        <VisuallyHidden> (somebody would delete these words)</VisuallyHidden>
      </span>
    )
  return (
    <span className={classes(words.bracket, styles.base)}>
      <span className={words.open}>
        <span className={words.edge}>[</span>
        <span className={words.by}>
          <bdi>{accepting.length > 0 ? accepting.join(', ') : 'text'}</bdi>
          <VisuallyHidden>, the text as it reads: </VisuallyHidden>
        </span>
      </span>
      {children}
      <span className={words.edge}>]</span>
    </span>
  )
}

type AlternativesProps = { readonly piece: Piece<string> & { readonly kind: 'alternatives' }; readonly readings: readonly TabledReading[] }

function Alternatives({ piece: { alternatives }, readings }: AlternativesProps) {
  return alternatives.map((alternative, index) => <AlternativeView key={index} turn={index + 1} {...{ alternative, readings }} />)
}

function AlternativeView({
  alternative,
  turn,
  readings,
}: {
  readonly alternative: Alternative<string>
  readonly turn: number
  readonly readings: readonly TabledReading[]
}) {
  const parties = partiesOf(alternative.by, readings)
  const [leading = ''] = parties
  const { order } = usePartyLook(leading)
  const line = lineOf(turn)
  const said = changeWords(alternative.change)
  return (
    <span
      className={classes(words.bracket, styles.alternative, line !== 'solid' && words[line])}
      {...partyColour(order)}
      data-alternative={parties.join(' ')}
      data-amendments={alternative.by.join(' ')}
    >
      <span className={words.open}>
        <span className={words.edge}>[</span>
        <span className={words.by}>
          <bdi>{parties.join(', ')}</bdi>
          <VisuallyHidden>{said === undefined ? ', amendment: ' : ', amendment, '}</VisuallyHidden>
        </span>
      </span>
      {said === undefined ? <AlternativeWords alternative={alternative} /> : <em className={styles.act}>{said}</em>}
      <span className={words.edge}>]</span>
    </span>
  )
}

function AlternativeWords({ alternative: { tokens } }: { readonly alternative: Alternative<string> }) {
  const named = useNamed()
  return tokens.map((token, index) =>
    token.kind === 'line' ? (
      <span key={index} className={styles.act}>
        <span aria-hidden="true">¶ </span>
        <VisuallyHidden> new paragraph: </VisuallyHidden>
      </span>
    ) : (
      tokensInWords([token], named)
    ),
  )
}

/** The brackets in which others would have words in place of those of the text. */
function replacedIn({ lines }: BracketView<string>): ReadonlySet<number> {
  return new Set(
    lines.flatMap(({ pieces }) =>
      pieces.flatMap((piece) =>
        piece.kind === 'alternatives' && piece.alternatives.some(({ change }) => changeWords(change) === undefined) ? [piece.bracket] : [],
      ),
    ),
  )
}

/** Where each line begins in the bare text of the clause. */
function startsOf(lines: readonly BracketLine<string>[]): readonly number[] {
  let at = 0
  return lines.map(({ pieces, place }) => {
    const start = at
    const length = pieces.reduce(
      (sum, piece) => sum + (piece.kind === 'words' ? piece.runs.reduce((inner, { text }) => inner + text.length, 0) : 0),
      0,
    )
    if (place.hollow === undefined) at += length + 1
    return start
  })
}

type Placed = { readonly place: Place; readonly node: ReactNode }
type Growing = { kind: 'paragraph'; node: ReactNode } | { kind: 'list'; ordered: boolean; items: Growing[][] }

/** The lines in their lists. */
function nested(lines: readonly Placed[]): ReactNode {
  const root: Growing[] = []
  for (const { place, node } of lines) {
    let holder = root
    for (const [level, kind] of place.path.entries()) {
      const last = holder.at(-1)
      const list =
        last?.kind === 'list' && last.ordered === (kind === 'ordered') && !(place.apart && level === place.begins) ? last : undefined
      const item = level < place.begins ? list?.items.at(-1) : undefined
      if (item !== undefined) {
        holder = item
        continue
      }
      const made = list ?? { kind: 'list' as const, ordered: kind === 'ordered', items: [] }
      if (made !== list) holder.push(made)
      holder = []
      made.items.push(holder)
    }
    holder.push({ kind: 'paragraph', node })
  }
  return drawn(root)
}

function drawn(blocks: readonly Growing[]): ReactNode {
  return blocks.map((block, key) => {
    if (block.kind === 'paragraph') return block.node
    const items = block.items.map((item, index) => <li key={index}>{drawn(item)}</li>)
    return block.ordered ? <ol key={`l${key}`}>{items}</ol> : <ul key={`l${key}`}>{items}</ul>
  })
}
