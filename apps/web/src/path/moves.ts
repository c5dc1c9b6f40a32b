/**
 * The path to agreement as moves: what each party would have to say, taken together, and what would follow once it had.
 *
 * The steps come from the rules (`pathTo`). Here they are put in an order in which the consequences can be told: the brackets first, then
 * party by party, the one with most to say first. Nothing of this is recorded.
 */
import {
  assess,
  suppose,
  type Assessment,
  type Blocker,
  type ClauseId,
  type Negotiation,
  type PartyId,
  type Path,
  type Readings,
  type Step,
  type Supposition,
  type Timestamp,
} from '@entente/agreement'

export type Known = {
  readonly negotiation: Negotiation
  readonly readings: Readings
  readonly assessment: Assessment
  readonly now: Timestamp
}

export type Acceptance = Step & { readonly do: 'accept' }

/** What follows from a move and those before it: clauses that become agreed, and conditions of others that are met by it. */
type Follows = {
  readonly settles: readonly ClauseId[]
  readonly meets: readonly { readonly party: PartyId; readonly clause: ClauseId }[]
}

export type Move = Follows &
  (
    | { readonly by: 'drafting'; readonly clauses: readonly ClauseId[] }
    | { readonly by: 'party'; readonly party: PartyId; readonly steps: readonly Acceptance[] }
  )

/** The moves of a path, in order. Empty for an empty path. */
export function movesOf({ steps }: Path, { negotiation, readings, assessment, now }: Known): readonly Move[] {
  const brackets = steps.flatMap((step) => (step.do === 'close-brackets' ? [step.clause] : []))
  const closed = withoutBrackets(readings, new Set(brackets))
  let before = assessment
  let supposed: readonly Supposition[] = []
  const follows = (after: Assessment): Follows => {
    const settles = [...after.agreed].filter((clause) => !before.agreed.has(clause))
    const meets = waiting(before).filter((one) => !waiting(after).some((other) => other.party === one.party && other.clause === one.clause))
    before = after
    return { settles, meets }
  }
  const drafting: readonly Move[] =
    brackets.length === 0 ? [] : [{ by: 'drafting', clauses: brackets, ...follows(assess(negotiation, closed)) }]
  const speaking = speakersOf(steps, assessment.required).map(([party, own]): Move => {
    supposed = [...supposed, ...suppositionsOf(own)]
    const after = assess(suppose(negotiation, closed, supposed, now), closed)
    const { settles, meets } = follows(after)
    return { by: 'party', party, steps: own, settles, meets: meets.filter((one) => one.party !== party) }
  })
  return [...drafting, ...speaking]
}

/** The statements of a path as suppositions, for trying it out. */
export function suppositionsOf(steps: readonly Step[]): readonly Supposition[] {
  return steps.flatMap((step) =>
    step.do === 'accept' ? [{ clause: step.clause, party: step.party, position: { stance: 'accepts' } }] : [],
  )
}

/** The text as if the brackets in these clauses were closed and nobody's consent had lapsed by it. */
export function withoutBrackets(readings: Readings, clauses: ReadonlySet<ClauseId>): Readings {
  return new Map([...readings].map(([clause, reading]) => [clause, clauses.has(clause) ? { ...reading, openBrackets: 0 } : reading]))
}

function speakersOf(steps: readonly Step[], order: readonly PartyId[]): readonly (readonly [PartyId, readonly Acceptance[]])[] {
  const accepting = steps.filter((step) => step.do === 'accept')
  const byParty = Map.groupBy(accepting, ({ party }) => party)
  return [...byParty].toSorted(([one, a], [other, b]) => b.length - a.length || order.indexOf(one) - order.indexOf(other))
}

function waiting({ clauses }: Assessment): readonly { readonly party: PartyId; readonly clause: ClauseId }[] {
  const waits = (blocker: Blocker) => blocker.why === 'awaits'
  return [...clauses.values()].flatMap(({ clause, blockers }) =>
    blockers.filter(waits).flatMap((one) => ('party' in one ? [{ party: one.party, clause }] : [])),
  )
}
