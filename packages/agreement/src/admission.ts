/** Who attends the table now, and who is kept out by a closed sitting or by the chair's access for the round. */
import type { Audience } from './fact/sittings.ts'
import type { SeatId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import type { Party } from './party.ts'
import { speakerOf } from './private-room.ts'
import type { Sitting } from './sitting.ts'

/** The sitting that is going on. There is one at a time. */
export function runningSitting({ sittings }: Pick<Negotiation, 'sittings'>): Sitting | undefined {
  return sittings.held.find(({ closed }) => closed === undefined)
}

/** Which audience a party belongs to; undefined for those who always attend. */
export function audienceOf({ kind }: Pick<Party, 'kind'>): Audience | undefined {
  return kind === 'observer' ? 'observers' : kind === 'press' ? 'press' : undefined
}

/** Why a party does not attend the table now; undefined when it does. Private rooms are not concerned: who is there was invited. */
export function whyNotAdmitted(
  negotiation: Pick<Negotiation, 'sittings' | 'privateRoom'>,
  party: Pick<Party, 'kind'>,
): 'closed-sitting' | 'not-admitted' | undefined {
  const audience = audienceOf(party)
  if (audience === undefined || negotiation.privateRoom !== undefined) return undefined
  if (runningSitting(negotiation)?.kind === 'closed') return 'closed-sitting'
  return negotiation.sittings.access[audience] ? undefined : 'not-admitted'
}

/** Whether somebody sits in that seat, and attends the table now. */
export function attends(negotiation: Negotiation, seat: SeatId): boolean {
  const speaker = speakerOf(negotiation, seat)
  return speaker !== undefined && whyNotAdmitted(negotiation, speaker.party) === undefined
}
