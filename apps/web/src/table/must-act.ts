/**
 * What a delegation still owes the table: the list "Your delegation must act".
 *
 * Only what the delegation itself can settle by speaking is on it, the gravest first: its consent lapsed or was not confirmed, a silence
 * procedure or the time to object to a correction runs out, a confirmation from capital is due, a package waits for its answer, it has not
 * spoken yet. What it waits for from others is not.
 */
import {
  accepting,
  type Assessment,
  type ClauseId,
  type Negotiation,
  type Package,
  type PackageId,
  type PartyId,
  type Standing,
  type Timestamp,
} from '@entente/agreement'

export type ClauseDuty =
  /** The words changed after the delegation spoke. `at` is when, if the record knows; `consent` whether it had accepted. */
  | { readonly why: 'lapsed'; readonly clause: ClauseId; readonly at: Timestamp | undefined; readonly consent: boolean }
  /** Its acceptance ad referendum was not confirmed in time and counts no longer. */
  | { readonly why: 'unconfirmed'; readonly clause: ClauseId; readonly at: Timestamp | undefined }
  /** Silence will count as consent at `closesAt`, and the delegation does not accept these words now. */
  | { readonly why: 'silence'; readonly clause: ClauseId; readonly closesAt: Timestamp }
  /** A slip will be corrected at `closesAt` unless a party objects. */
  | { readonly why: 'correction'; readonly clause: ClauseId; readonly closesAt: Timestamp }
  /** Accepted ad referendum, with a day by which capital confirms. */
  | { readonly why: 'confirm'; readonly clause: ClauseId; readonly by: Timestamp }
  /** A package was offered, and the delegation has not spoken since on `clause`, the first of those it does not accept. */
  | { readonly why: 'package'; readonly clause: ClauseId; readonly package: PackageId; readonly title: string }
  | { readonly why: 'no-position'; readonly clause: ClauseId }

/** `silence-time` is about no clause: a shorter time for silence procedures waits for the delegation's agreement. */
export type Duty = ClauseDuty | { readonly why: 'silence-time'; readonly hours: number }

const rank: readonly Duty['why'][] = ['lapsed', 'unconfirmed', 'silence', 'correction', 'confirm', 'package', 'no-position', 'silence-time']

/** The duties of a party, gravest first and within that in the order of the text. Empty for a party whose consent does not count. */
export function mustAct(negotiation: Negotiation, assessment: Assessment, party: PartyId): readonly Duty[] {
  if (!assessment.required.includes(party)) return []
  const silences = runningSilences(negotiation)
  const packages = [...negotiation.packages.values()].flatMap((offered) => packageDuty(negotiation, assessment, offered, party) ?? [])
  const answered = new Set(packages.flatMap(({ package: id }) => negotiation.packages.get(id)?.clauses ?? []))
  const own = [...assessment.clauses.values()]
    .flatMap(({ clause, standings }) => dutyOn(clause, standings.get(party) ?? { is: 'none' }, silences.get(clause)) ?? [])
    .filter(({ why, clause }) => why !== 'no-position' || !answered.has(clause))
  const corrections = [...negotiation.corrections.values()].flatMap(({ clause, closesAt, state }): readonly ClauseDuty[] =>
    state.is === 'open' && assessment.clauses.has(clause) ? [{ why: 'correction', clause, closesAt }] : [],
  )
  const all: readonly Duty[] = [...own, ...corrections, ...packages, ...silenceTime(negotiation, party)]
  return all.toSorted((a, b) => rank.indexOf(a.why) - rank.indexOf(b.why))
}

/** The clauses the duties are about. */
export function clausesOf(duties: readonly Duty[]): ReadonlySet<ClauseId> {
  return new Set(duties.flatMap((duty) => (duty.why === 'silence-time' ? [] : [duty.clause])))
}

function dutyOn(clause: ClauseId, standing: Standing, closesAt: Timestamp | undefined): ClauseDuty | undefined {
  const stance = standing.is === 'current' ? standing.position.position : undefined
  if (closesAt !== undefined && (stance === undefined || !accepting(stance))) return { why: 'silence', clause, closesAt }
  switch (standing.is) {
    case 'none':
      return { why: 'no-position', clause }
    case 'lapsed':
      return standing.because === 'unconfirmed'
        ? { why: 'unconfirmed', clause, at: standing.position.missed?.at }
        : { why: 'lapsed', clause, at: standing.change?.said.at, consent: accepting(standing.position.position) }
    case 'current': {
      const { position, confirmed } = standing.position
      const waits = position.stance === 'accepts-ad-referendum' && confirmed === undefined ? position.confirmBy : undefined
      return waits === undefined ? undefined : { why: 'confirm', clause, by: waits }
    }
    default:
      return standing satisfies never
  }
}

/** Whoever has spoken on every clause of a package since it was offered, or accepts them, has answered it. So has its author. */
function packageDuty(
  negotiation: Negotiation,
  { clauses: assessed }: Assessment,
  { package: id, title, by, clauses, said, withdrawn }: Package,
  party: PartyId,
): (ClauseDuty & { readonly why: 'package' }) | undefined {
  if (withdrawn !== undefined || by === party) return undefined
  const unanswered = clauses.find((clause) => {
    const standing = assessed.get(clause)?.standings.get(party)
    if (!assessed.has(clause) || (standing?.is === 'current' && accepting(standing.position.position))) return false
    const last = negotiation.positions.get(clause)?.get(party)?.at(-1)
    return last === undefined || last.said.seq < said.seq
  })
  return unanswered === undefined ? undefined : { why: 'package', clause: unanswered, package: id, title }
}

function silenceTime({ silenceTerms: { proposed } }: Negotiation, party: PartyId): readonly Duty[] {
  return proposed === undefined || proposed.acceptedBy.has(party) ? [] : [{ why: 'silence-time', hours: proposed.hours }]
}

/** For each clause under a silence procedure that has not ended, when it closes. */
export function runningSilences({ silences }: Pick<Negotiation, 'silences'>): ReadonlyMap<ClauseId, Timestamp> {
  const running = [...silences.values()].filter(({ ended }) => ended === undefined)
  return new Map(running.flatMap(({ clauses, closesAt }) => clauses.map((clause) => [clause, closesAt])))
}
