/**
 * Amendments as tracked changes: what each delegation would delete and put in its place, in the words themselves, under its own name.
 *
 * Only an amendment whose changes still fit the text as it stands can be shown so. One that the text has moved away from is printed under
 * the clause, where nothing has to be guessed.
 */
import {
  amendmentsOf,
  type AmendmentId,
  type Clause,
  type Negotiation,
  type PartyId,
  type Rewording,
  type Timestamp,
} from '@entente/agreement'
import { amendmentMerge, bracketView, paragraphsOf, type Paragraph, type Piece, type Run, type Text } from '@entente/draft'
import type { Naming } from './naming.ts'
import type { Inline, Line, TrackedChange } from './paper.ts'
import { printable } from './printable.ts'

export type Tracked = {
  /** The lines of those paragraphs of the text that somebody would change. */
  readonly lines: ReadonlyMap<Paragraph, () => Line>
  /** The amendments that are in them. */
  readonly shown: ReadonlySet<AmendmentId>
}

type Fitting = { readonly amendment: Rewording; readonly text: Text }

/** `number` gives every change of the paper a number of its own. `words` prints words as they are printed otherwise. */
export function trackedAmendments(
  negotiation: Negotiation,
  naming: Naming,
  { clause }: Clause,
  base: Text,
  texts: ReadonlyMap<AmendmentId, Text>,
  number: () => number,
  words: (runs: readonly Run[], changed: boolean) => Line,
): Tracked {
  const fitting = amendmentsOf(negotiation, clause).flatMap((amendment): Fitting[] => {
    const wanted = amendment.does === 'reword' ? texts.get(amendment.amendment) : undefined
    if (amendment.does !== 'reword' || wanted === undefined) return []
    const { text, conflicts } = amendmentMerge(negotiation, amendment, base, wanted)
    return conflicts.length === 0 ? [{ amendment, text }] : []
  })
  const view = bracketView(base, new Map(fitting.map(({ amendment, text }) => [amendment.amendment, text])))
  const byId = new Map(fitting.map(({ amendment }) => [amendment.amendment, amendment]))
  const change = (kind: TrackedChange['kind'], by: readonly AmendmentId[]): TrackedChange => {
    const amendments = by.flatMap((id) => byId.get(id) ?? [])
    const parties = [...new Set(amendments.map(({ party }) => party))]
    return { kind, number: number(), by: namesOf(parties, naming), at: latest(amendments) }
  }
  const against = new Map(
    view.lines.flatMap(({ pieces }) =>
      pieces.flatMap((piece) =>
        piece.kind === 'alternatives' ? [[piece.bracket, piece.alternatives.flatMap(({ by }) => by)] as const] : [],
      ),
    ),
  )
  const inlines = (piece: Piece<AmendmentId>): Line => {
    if (piece.kind === 'words') {
      const by = piece.bracket === undefined ? undefined : against.get(piece.bracket)
      return by === undefined ? words(piece.runs, false) : marked(words(piece.runs, true), change('deleted', by))
    }
    return piece.alternatives.flatMap(({ by, tokens }) => {
      const put = tokens.flatMap((token): Line => (token.kind === 'word' ? words(token.runs, true) : [{ text: '¶ ' }]))
      return put.length === 0 ? [] : marked(put, change('inserted', by))
    })
  }
  // Without the paragraphs that are only the place of an empty item, the lines of the view are the paragraphs of the text.
  const lines = view.lines.filter(({ place }) => place.hollow === undefined)
  return {
    lines: new Map(
      paragraphsOf(base).flatMap((paragraph, index) => {
        const pieces = lines[index]?.pieces ?? []
        return pieces.some((piece) => piece.kind === 'alternatives' || piece.bracket !== undefined)
          ? [[paragraph, () => pieces.flatMap(inlines)] as const]
          : []
      }),
    ),
    shown: new Set(byId.keys()),
  }
}

function marked(line: Line, change: TrackedChange): readonly Inline[] {
  return line.map((inline) => ({ ...inline, change }))
}

function namesOf(parties: readonly PartyId[], naming: Naming): string {
  return printable(parties.map((party) => naming.shortName(party)).join(', '))
}

function latest(amendments: readonly Rewording[]): Timestamp {
  const [first, ...rest] = amendments.map(({ said }) => said.at)
  if (first === undefined) throw new Error('A change that nobody wants')
  return rest.reduce((last, at) => (at > last ? at : last), first)
}
