/**
 * What one person may send to a room, over all their connections: connecting again renews nothing, and a second tab doubles nothing.
 *
 * It hangs on the seat and never on an address, because a whole delegation may come from one.
 */
import type { SeatId } from '@entente/agreement'
import type { Limits } from '../limits.ts'
import { budget, type Budget } from './budget.ts'

export type Allowance = {
  readonly frames: Budget
  readonly bytes: Budget
  readonly commands: Budget
  /** Requests for the whole state. */
  readonly syncs: Budget
  /** Fresh documents, each under a lease of its own. */
  readonly leases: Budget
}

/** The allowance of a seat: the same as long as the room is in memory. There are only so many seats. */
export function allowances(limits: Limits): (seat: SeatId) => Allowance {
  const given = new Map<SeatId, Allowance>()
  return (seat) => {
    const known = given.get(seat)
    if (known !== undefined) return known
    const allowance: Allowance = {
      frames: budget(limits.frameBurst, limits.framesPerSecond),
      bytes: budget(limits.bytesBurst, limits.bytesPerSecond),
      commands: budget(limits.commandBurst, limits.commandsPerSecond),
      syncs: budget(limits.syncBurst, limits.syncsPerSecond),
      leases: budget(limits.leaseBurst, limits.leasesPerMinute / 60),
    }
    given.set(seat, allowance)
    return allowance
  }
}
