/**
 * The words of a clause, still: selectable, printable, read as ordinary text by a screen reader.
 *
 * Drawn from what was read, without an editor, so it shows any text, also one that this version could not edit without harm. Every piece of
 * words says where it begins in the bare text (`data-at`), so that a selection can be quoted.
 */
import type { ClauseId, Negotiation, ThreadId } from '@entente/agreement'
import { inSameBracket, paragraphsOf, type Block, type BracketMark, type Paragraph, type Text } from '@entente/draft'
import { useId, useMemo, type ReactNode } from 'react'
import { classes } from '../design/classes.ts'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { FootnoteMark, Footnotes, type FootnoteInText } from '../footnote/Footnotes.tsx'
import { notesIn } from '../footnote/notes-in.ts'
import { useFootnotesBefore } from '../footnote/useFootnotesBefore.ts'
import { ReferenceView } from '../reference/ReferenceView.tsx'
import { bracketLabel, lineOf, partiesBehind, wordOfBracketKind } from './bracket-words.ts'
import { paragraphStarts, passagesOf, type Passage, type Piece, type Quoted } from './passages.ts'
import styles from './words.module.css'

type ClauseTextProps = {
  readonly text: Text
  /** Whose words they are: its footnotes are numbered in the whole text. Without it they are numbered from 1. */
  readonly clause?: ClauseId | undefined
  readonly negotiation: Pick<Negotiation, 'brackets'>
  /** Set in front of the first words, in bold, as communiqués do. */
  readonly heading?: string | undefined
  readonly quoted?: readonly Quoted[]
  /** The comment that is being looked at. */
  readonly current?: ThreadId | undefined
  readonly lang?: string | undefined
}

const nothingQuoted: readonly Quoted[] = []

export function ClauseText({ text, clause, negotiation, heading, quoted = nothingQuoted, current, lang }: ClauseTextProps) {
  const starts = useMemo(() => paragraphStarts(text), [text])
  const turns = useMemo(() => turnsOf(text), [text])
  const notes = useNotes(text, clause)
  const wordless = paragraphsOf(text).every(({ runs }) => runs.length === 0)
  const runIn = heading === undefined || heading === '' ? null : <RunInHeading>{heading}</RunInHeading>
  const [first] = text

  const paragraph = (one: Paragraph, key: number) => (
    <p key={key} dir="auto">
      {one === first ? runIn : null}
      {wordless && one === first ? <NoWords /> : null}
      {passagesOf(one, starts.get(one) ?? 0, quoted).map((passage, index) => (
        <PassageView
          key={index}
          passage={passage}
          turn={turns.get(passage.bracket?.id ?? '') ?? 0}
          negotiation={negotiation}
          current={current}
          notes={notes}
        />
      ))}
      {one.runs.length === 0 ? <br /> : null}
    </p>
  )
  const blocks = (some: readonly Block[]): ReactNode =>
    some.map((block, key) => {
      if (block.type === 'paragraph') return paragraph(block, key)
      const items = block.items.map((item, index) => <li key={index}>{blocks(item)}</li>)
      return block.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>
    })

  return (
    <>
      <div className={styles.words} lang={lang} data-words>
        {first?.type === 'paragraph' ? null : (
          <p>
            {runIn}
            {first === undefined ? <NoWords /> : null}
          </p>
        )}
        {blocks(text)}
      </div>
      <Footnotes {...notes} lang={lang} />
    </>
  )
}

export type Notes = { readonly id: string; readonly notes: readonly FootnoteInText[] }

/** The footnotes of a text that is shown, numbered as in the whole text. */
export function useNotes(text: Text, clause: ClauseId | undefined): Notes {
  const id = useId()
  const before = useFootnotesBefore(clause)
  return useMemo(() => ({ id, notes: notesIn(text, before) }), [id, text, before])
}

export function NoWords() {
  return <bdi className={styles.empty}>No words yet.</bdi>
}

/** Repeats for the eye what the heading of the clause says to everybody else. */
export function RunInHeading({ children }: { readonly children: string }) {
  return (
    <b className={styles.heading} aria-hidden="true">
      {children}.
    </b>
  )
}

type PassageProps = {
  readonly passage: Passage
  readonly turn: number
  readonly negotiation: Pick<Negotiation, 'brackets'>
  readonly current: ThreadId | undefined
  readonly notes: Notes
}

export function PassageView({ passage: { bracket, pieces }, turn, negotiation, current, notes }: PassageProps) {
  const words = pieces.map((piece) => <PieceView key={piece.at} {...{ piece, current, notes }} />)
  if (bracket === undefined) return words
  return (
    <BracketView bracket={bracket} turn={turn} negotiation={negotiation}>
      {words}
    </BracketView>
  )
}

type BracketProps = {
  readonly bracket: BracketMark
  readonly turn: number
  readonly negotiation: Pick<Negotiation, 'brackets'>
  readonly children: ReactNode
}

function BracketView({ bracket, turn, negotiation, children }: BracketProps) {
  const parties = partiesBehind(bracket, negotiation)
  const [leading] = parties
  const { order } = usePartyLook(leading ?? '')
  const line = lineOf(turn)
  return (
    <span
      className={classes(styles.bracket, line !== 'solid' && styles[line])}
      {...(leading !== undefined && partyColour(order))}
      data-bracket={bracket.id}
      data-kind={bracket.kind}
    >
      <span className={styles.open}>
        <span className={styles.edge}>[</span>
        <span className={styles.by}>
          <bdi>{bracketLabel(bracket, negotiation)}</bdi>
          <VisuallyHidden>{parties.length > 0 ? `, ${wordOfBracketKind(bracket.kind)}: ` : ': '}</VisuallyHidden>
        </span>
      </span>
      {children}
      <span className={styles.edge}>]</span>
    </span>
  )
}

function PieceView({
  piece: { run, text, at, threads, milestones, hidden },
  current,
  notes,
}: {
  readonly piece: Piece
  readonly current: ThreadId | undefined
  readonly notes: Notes
}) {
  if (hidden !== undefined) return <HiddenCharacterView codePoint={hidden.codePoint} kind={hidden.kind} />
  let words: ReactNode = <span data-at={at}>{text}</span>
  if (run.reference !== undefined) words = <ReferenceView clause={run.reference} at={at} />
  if (run.footnote !== undefined) {
    const note = notes.notes.find((one) => one.at === at)
    if (note !== undefined) words = <FootnoteMark {...note} id={notes.id} />
  }
  if (run.underline) words = <u>{words}</u>
  if (run.italic) words = <em>{words}</em>
  if (run.bold) words = <strong>{words}</strong>
  if (run.link !== undefined)
    words = (
      <a href={run.link} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    )
  if (threads.length + milestones.length === 0) return words
  return (
    <span
      className={classes(threads.length > 0 && styles.quoted, milestones.length > 0 && styles.promised)}
      data-threads={threads.length > 0 ? threads.join(' ') : undefined}
      data-milestones={milestones.length > 0 ? milestones.join(' ') : undefined}
      data-current={current !== undefined && threads.includes(current) ? true : undefined}
      aria-details={[...threads.map((thread) => `thread-${thread}`), ...milestones.map((milestone) => `milestone-${milestone}`)].join(' ')}
    >
      {words}
    </span>
  )
}

function HiddenCharacterView({ codePoint, kind }: { readonly codePoint: string; readonly kind: string }) {
  return (
    <span className={styles.hidden} title={`Hidden character, ${kind}`}>
      {codePoint}
      <VisuallyHidden> (hidden character)</VisuallyHidden>
    </span>
  )
}

/** The brackets of a text in order of appearance, each with its turn. */
export function turnsOf(text: Text): ReadonlyMap<string, number> {
  const turns = new Map<string, number>()
  for (const { runs } of paragraphsOf(text))
    for (const [index, run] of runs.entries()) {
      const before = runs[index - 1]
      if (run.bracket !== undefined && !(before !== undefined && inSameBracket(before, run)) && !turns.has(run.bracket.id))
        turns.set(run.bracket.id, turns.size)
    }
  return turns
}
