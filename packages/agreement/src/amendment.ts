/**
 * An amendment: a party's own reading of a clause, or its proposal that a clause come or go.
 *
 * It is never the text. It stands beside it, in its party's name, until it is incorporated, withdrawn, or streamlined away; in each case it
 * stays on record.
 */
import type { AmendmentId, ClauseId, Fingerprint, PartyId, SectionId } from './ids.ts'
import type { Negotiation, PositionStep, Said } from './negotiation.ts'
import { knownNumbers, latin } from './numbering.ts'
import { requiredParties } from './required.ts'
import type { Text } from './text.ts'
import type { ClauseKind } from './wording.ts'

/** A party that supports an amendment, and the reading it spoke of. Support of other words than the amendment has now counts no more. */
export type Support = { readonly said: Said; readonly on: Fingerprint | undefined }

export type AmendmentState =
  | { readonly is: 'tabled' }
  | { readonly is: 'withdrawn'; readonly said: Said; readonly reason: string | undefined }
  | { readonly is: 'incorporated'; readonly said: Said }
  /** It read like another, which stands for both. */
  | { readonly is: 'merged'; readonly said: Said; readonly into: AmendmentId }
  /** The chair dropped it because nobody supported it. */
  | { readonly is: 'dropped'; readonly said: Said }

type Tabled = {
  readonly amendment: AmendmentId
  readonly party: PartyId
  readonly said: Said
  readonly state: AmendmentState
  readonly supporters: ReadonlyMap<PartyId, Support>
}

/** Other words for a clause. */
export type Rewording = Tabled & {
  readonly does: 'reword'
  readonly clause: ClauseId
  readonly label: string
  readonly against: Fingerprint
  /** The exact words it was made against, where the record has them. */
  readonly base: Text | undefined
  /** The amendment it amends. */
  readonly to: AmendmentId | undefined
  readonly origin: string | undefined
  /** Some of its changes are in the text already. */
  readonly partly: Said | undefined
}
/** That a clause be left out. */
export type Deletion = Tabled & { readonly does: 'delete'; readonly clause: ClauseId; readonly against: Fingerprint }
/** A new clause. */
export type Insertion = Tabled & {
  readonly does: 'insert'
  readonly section: SectionId
  readonly after: ClauseId | undefined
  readonly clauseKind: ClauseKind
  readonly heading: string
}

export type Amendment = Rewording | Deletion | Insertion

/** The amendments to a clause that are before the table, oldest first: other words for it, and that it be left out. */
export function amendmentsOf({ amendments }: Pick<Negotiation, 'amendments'>, clause: ClauseId): readonly (Rewording | Deletion)[] {
  return [...amendments.values()].flatMap((amendment) =>
    amendment.does !== 'insert' && amendment.clause === clause && amendment.state.is === 'tabled' ? [amendment] : [],
  )
}

/** The parties behind a reading: its author, those who support it as it reads, and those who accept it as it reads. */
export function behind(
  negotiation: Pick<Negotiation, 'readingPositions'>,
  amendment: Amendment,
  reads: Fingerprint | undefined,
): readonly PartyId[] {
  const supporting = [...amendment.supporters].filter(([, { on }]) => on === reads).map(([party]) => party)
  return [...new Set([amendment.party, ...supporting, ...acceptors(negotiation, amendment, reads)])]
}

/** The parties whose last word on an amendment is that they accept exactly this reading of it. */
export function acceptors(
  { readingPositions }: Pick<Negotiation, 'readingPositions'>,
  amendment: Amendment,
  reads: Fingerprint | undefined,
): readonly PartyId[] {
  if (amendment.does !== 'reword') return []
  const onClause = readingPositions.get(amendment.clause)
  return [...(onClause ?? [])].flatMap(([party, steps]) => {
    const step: PositionStep | undefined = steps.get(amendment.amendment)
    return step !== undefined && 'on' in step && step.on === reads ? [party] : []
  })
}

/** Whether the parties behind a reading are enough under the decision rule of the negotiation. */
export function carried(negotiation: Pick<Negotiation, 'parties' | 'opened'>, parties: readonly PartyId[]): boolean {
  const required = requiredParties(negotiation)
  const standing = required.filter((party) => parties.includes(party)).length
  const rule = negotiation.opened?.rule ?? { rule: 'consensus' }
  if (required.length === 0) return false
  return rule.rule === 'qualified-majority' ? standing * rule.outOf >= required.length * rule.of : standing === required.length
}

/** What each amendment to a clause is called: by the name it came with, or after the clause. Names are not given twice, and to no clause either. */
export function amendmentNames(
  negotiation: Pick<Negotiation, 'amendments' | 'clauses' | 'sections'>,
  clause: ClauseId,
  number: string,
): ReadonlyMap<AmendmentId, string> {
  const own = [...negotiation.amendments.values()].filter((amendment) => amendment.does !== 'insert' && amendment.clause === clause)
  const taken = own.length === 0 ? [] : [...knownNumbers(negotiation).values()]
  let count = 0
  return new Map(
    own.map((amendment) => {
      while (taken.includes(`${number} ${latin(count)}`)) count += 1
      const name = `${number} ${latin(count)}`
      count += 1
      return [amendment.amendment, (amendment.does === 'reword' && amendment.label) || name]
    }),
  )
}
