/** How a party's last word on a clause stands to the words as they are now. */
import type { Readings } from './command.ts'
import type { ClauseId, Fingerprint, PartyId } from './ids.ts'
import type { Negotiation, Position, PositionStep, WordingChange } from './negotiation.ts'

export type Standing =
  | { readonly is: 'none' }
  | { readonly is: 'current'; readonly position: Position }
  /**
   * It does not hold any more. `because` the words changed: `change` is the last time they left the wording spoken of, if the record knows;
   * or because an acceptance ad referendum was not confirmed in time.
   */
  | {
      readonly is: 'lapsed'
      readonly position: Position
      readonly because: 'words' | 'unconfirmed'
      readonly change: WordingChange | undefined
    }

export type Standings = ReadonlyMap<PartyId, Standing>

const NONE: Standing = { is: 'none' }

/** The party's last word, unless it withdrew it. */
export function lastPosition(steps: readonly PositionStep[] | undefined): Position | undefined {
  const last = steps?.at(-1)
  return last !== undefined && 'on' in last ? last : undefined
}

/** How the last word of a party on a clause stands to the clause's present words. */
export function standingOf(negotiation: Negotiation, readings: Readings, clause: ClauseId, party: PartyId): Standing {
  const reads = readings.get(clause)?.fingerprint
  const consented = reads === undefined ? undefined : consentToReading(negotiation, clause, party, reads)
  if (consented !== undefined) return { is: 'current', position: consented }
  const position = lastPosition(negotiation.positions.get(clause)?.get(party))
  if (position === undefined) return NONE
  if (position.missed !== undefined) return { is: 'lapsed', position, because: 'unconfirmed', change: undefined }
  if (reads !== undefined && carries(negotiation, clause, position.on, reads)) return { is: 'current', position }
  const change = negotiation.changes.get(clause)?.findLast(({ from }) => from === position.on)
  return { is: 'lapsed', position, because: 'words', change }
}

/**
 * What the party said of these words while they were an amendment's reading, unless it has spoken of them since, or taken its position back.
 */
export function consentToReading(negotiation: Negotiation, clause: ClauseId, party: PartyId, reads: Fingerprint): Position | undefined {
  const own = negotiation.readingPositions.get(clause)?.get(party)
  if (own === undefined) return undefined
  const onText = negotiation.positions.get(clause)?.get(party)?.at(-1)
  const since = onText !== undefined && (!('on' in onText) || carries(negotiation, clause, onText.on, reads)) ? onText.said.seq : 0
  return [...own.values()].findLast(
    (step): step is Position => 'on' in step && step.said.seq > since && carries(negotiation, clause, step.on, reads),
  )
}

/**
 * Whether consent to one wording is consent to another: because they are the same, or because an editorial correction nobody objected to
 * leads from one to the other (after the Vienna Convention on the Law of Treaties, article 79).
 */
function carries({ corrections }: Negotiation, clause: ClauseId, from: Fingerprint, to: Fingerprint): boolean {
  let now = from
  for (const correction of corrections.values()) {
    if (now === to) break
    if (correction.clause === clause && correction.state.is === 'made' && correction.from === now) now = correction.to
  }
  return now === to
}
