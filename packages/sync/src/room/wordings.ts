/**
 * What the record has to say about the words.
 *
 * Two things, both derived and written by the server. A wording is put on record before the first statement that speaks of it, so the
 * record can be read without the text. And when the words of a clause leave or regain a wording on which a position stands, that is said
 * too, with whose hands did it: this is what a delegation reads when its consent has lapsed.
 */
import {
  lastPosition,
  MAX_LIST,
  type Amended,
  type AmendmentId,
  type ClauseId,
  type Fact,
  type Fingerprint,
  type Negotiation,
  type Reading,
  type Readings,
  type SeatId,
} from '@entente/agreement'

/** `amendment` is set where the words are those of its reading. */
type Spoken = { readonly clause: ClauseId; readonly of: Fingerprint; readonly amendment?: AmendmentId | undefined }

/** The wordings that these facts speak of and the record does not hold yet, to be written before them. */
export function recordings(negotiation: Negotiation, readings: Readings, amended: Amended, facts: readonly Fact[]): readonly Fact[] {
  const written = new Set<Fingerprint>(negotiation.wordings.keys())
  const spoken = facts.flatMap((fact) => spokenOf(fact, negotiation))
  return spoken.flatMap(({ clause, of, amendment }): readonly Fact[] => {
    const reading: Reading | undefined = amendment === undefined ? readings.get(clause) : amended.get(amendment)
    if (written.has(of) || reading?.fingerprint !== of) return []
    written.add(of)
    return [{ kind: 'wording-recorded', clause, fingerprint: of, wording: reading.wording }]
  })
}

function spokenOf(fact: Fact, { amendments }: Pick<Negotiation, 'amendments'>): readonly Spoken[] {
  switch (fact.kind) {
    case 'position-taken': {
      const { clause, on, position, amendment } = fact
      const conditions = position.stance === 'accepts-if' ? position.conditions : []
      return [
        { clause, of: on, amendment },
        ...conditions.flatMap((condition) => (condition.on === 'wording' ? [{ clause: condition.clause, of: condition.fingerprint }] : [])),
      ]
    }
    case 'acceptance-asked':
      return [{ clause: fact.clause, of: fact.on }]
    case 'clause-split':
    case 'clause-duplicated':
      return [{ clause: fact.clause, of: fact.of }]
    case 'draft-opened':
      return [{ clause: fact.clause, of: fact.against }]
    case 'amendment-tabled':
      return [{ clause: fact.clause, of: fact.against, amendment: fact.to }]
    case 'deletion-tabled':
      return [{ clause: fact.clause, of: fact.against }]
    case 'amendment-supported': {
      const amendment = amendments.get(fact.amendment)
      if (amendment?.does !== 'reword' || fact.on === undefined) return []
      return [{ clause: amendment.clause, of: fact.on, amendment: fact.amendment }]
    }
    case 'translation-deposited':
      return [{ clause: fact.clause, of: fact.of }]
    default:
      return []
  }
}

export type WordingWatch = {
  /** Somebody's hand was in the words or the terms of a clause. */
  readonly touched: (clause: ClauseId, seat: SeatId) => void
  /** Whether a position may be concerned by what was touched. If not, `settle` can wait, and the wordings need not be worked out now. */
  readonly matters: (negotiation: Negotiation) => boolean
  /**
   * What changed since the last time, as facts. Words that were changed and changed back in between have not changed. `by` is whose
   * command this follows, if it follows one.
   */
  readonly settle: (negotiation: Negotiation, readings: Readings, by?: SeatId) => readonly Fact[]
}

/** Watches the wordings of a room from now on. A clause that is withdrawn keeps its last wording until it is restored. */
export function watchWordings(now: Readings): WordingWatch {
  // Names and not readings, which hold the words.
  const settled = new Map<ClauseId, Fingerprint>(Array.from(now, ([clause, { fingerprint }]) => [clause, fingerprint]))
  const hands = new Map<ClauseId, Set<SeatId>>()

  return {
    touched(clause, seat) {
      const seats = hands.get(clause)
      if (seats === undefined) hands.set(clause, new Set([seat]))
      else seats.add(seat)
    },
    matters: ({ positions, readingPositions }) => hands.keys().some((clause) => positions.has(clause) || readingPositions.has(clause)),
    settle(negotiation, readings, by) {
      const facts: Fact[] = []
      for (const [clause, { fingerprint: to }] of readings) {
        const from = settled.get(clause)
        if (from === to) continue
        settled.set(clause, to)
        if (from === undefined || !(isSpokenFor(negotiation, clause, from) || isSpokenFor(negotiation, clause, to))) continue
        const authors = new Set([...(hands.get(clause) ?? []), ...(by === undefined ? [] : [by])])
        facts.push({ kind: 'wording-changed', clause, from, to, authors: [...authors].slice(0, MAX_LIST) })
      }
      hands.clear()
      return facts
    },
  }
}

/** Whether a position stands on this wording of the clause. */
function isSpokenFor({ positions, readingPositions }: Negotiation, clause: ClauseId, wording: Fingerprint): boolean {
  for (const steps of readingPositions.get(clause)?.values() ?? [])
    for (const step of steps.values()) if ('on' in step && step.on === wording) return true
  for (const steps of positions.get(clause)?.values() ?? []) if (lastPosition(steps)?.on === wording) return true
  return false
}
