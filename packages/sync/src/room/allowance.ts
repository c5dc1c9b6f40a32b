/**
 * What one person may send to a room, over all their connections: connecting again renews nothing, also when the room was given up meanwhile,
 * and a second tab doubles nothing.
 *
 * It hangs on the seat and never on an address, because a whole delegation may come from one.
 */
import type { RoomId, SeatId } from '@entente/agreement'
import type { Limits } from '../limits.ts'
import { budget, type Budget } from './budget.ts'

export type Allowance = {
  readonly frames: Budget
  readonly bytes: Budget
  /** Bytes that are kept for ever: of words, and of statements. */
  readonly kept: Budget
  readonly commands: Budget
  /** Requests for the whole state. */
  readonly syncs: Budget
  /** Fresh documents, each under a lease of its own. */
  readonly leases: Budget
}

/** The allowance of a seat in a room, at a moment in milliseconds. */
export type Allowances = (room: RoomId, seat: SeatId, now: number) => Allowance

/** As many are remembered before those are forgotten of which nothing is spent. */
const REMEMBERED = 1_000

export function openAllowances(limits: Limits): Allowances {
  const given = new Map<string, Allowance>()
  let enough = REMEMBERED

  const forget = (now: number) => {
    for (const [name, allowance] of given) if (Object.values(allowance).every((one) => one.full(now))) given.delete(name)
    enough = Math.max(REMEMBERED, 2 * given.size)
  }

  return (room, seat, now) => {
    const name = `${room} ${seat}`
    const known = given.get(name)
    if (known !== undefined) return known
    if (given.size >= enough) forget(now)
    const allowance: Allowance = {
      frames: budget(limits.frameBurst, limits.framesPerSecond),
      bytes: budget(limits.bytesBurst, limits.bytesPerSecond),
      kept: budget(limits.keptBurst, limits.keptPerHour / 3_600),
      commands: budget(limits.commandBurst, limits.commandsPerSecond),
      syncs: budget(limits.syncBurst, limits.syncsPerSecond),
      leases: budget(limits.leaseBurst, limits.leasesPerMinute / 60),
    }
    given.set(name, allowance)
    return allowance
  }
}
