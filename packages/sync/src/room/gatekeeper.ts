/**
 * The gate at the door of a room: limits of a person, the look at what an update would do, and the right to do it.
 *
 * Nothing here changes the text. What is let through is applied with the inspection it was let through with.
 */
import type { SeatId } from '@entente/agreement'
import { shape } from '@entente/draft'
import {
  admit,
  charge,
  costOf,
  gateLimits,
  gateQuota,
  massDeletions,
  UNUSED,
  type GateRefusal,
  type Inspection,
  type Meter,
} from '../gate/index.ts'
import type { Log } from './log.ts'
import type { Member } from './member.ts'
import { policyOf } from './policy.ts'
import type { Proceedings } from './proceedings.ts'

/** Says what an update would do, or why its sender may not do it. Throws `GateBreach` when the text itself is not sound. */
export type Gatekeeper = (member: Member, update: Uint8Array, now: number) => Inspection | GateRefusal

export function openGatekeeper({ room, words, leases, speaker, negotiation, removed }: Proceedings, log: Log): Gatekeeper {
  /** How far each person has used up what they may change in a minute, over all their connections. */
  const meters = new Map<SeatId, Meter>()

  return (member, update, now) => {
    const { seat, claims } = member
    const speaks = speaker(seat)
    if (speaks === undefined) return refusal('read-only', 'nobody sits in the seat')
    const found = words.inspect(update, { shape, limits: gateLimits })
    const { meter, exceeded } = charge(meters.get(seat) ?? UNUSED, gateQuota, costOf(found), now)
    meters.set(seat, meter)
    if (found.kind === 'refusal') return found
    // Who changes nothing is let in also with the quota used up: it is how a refused browser starts afresh.
    if (exceeded && !found.noop) return refusal('rate-limited', 'quota')
    const refused = admit(found, policyOf(member, speaks, negotiation(), leases))
    if (refused !== undefined) return refused
    const more = growth(found)
    if (more > 0 && !words.holds(more)) return refusal('full', 'words of the room')
    if (found.typing || found.noop) return found
    for (const deletion of massDeletions(words.doc, found, (client) => claims.has(client))) {
      log({ event: 'mass-deletion', room, seat, ...deletion })
      removed(seat, deletion)
    }
    return found
  }
}

/** By how many UTF-16 units an update would make the text longer. */
function growth({ touches }: Inspection): number {
  let more = 0
  for (const { inserted, deleted } of touches.values()) more += inserted - deleted
  return more
}

function refusal(code: GateRefusal['code'], rule: string): GateRefusal {
  return { kind: 'refusal', code, rule }
}
