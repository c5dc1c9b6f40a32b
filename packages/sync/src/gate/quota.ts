/**
 * How much one person may change in a minute, over all connections.
 *
 * The limits of a single update do not stop somebody who sends many: a hundred thousand tiny mark boundaries slow down everybody who
 * opens the text from then on. The quota is generous to work done offline, which arrives at once, and bounds the stream.
 */
import type { Inspection } from './inspection.ts'
import type { GateRefusal } from './refusal.ts'

export type Quota = {
  /** What may come at once. */
  readonly burst: number
  /** What may come per minute on average. */
  readonly perMinute: number
}

/** A whole update at the limit of insertions passes, with some typing after it. */
export const gateQuota: Quota = { burst: 30_000, perMinute: 30_000 }

/** What a refused update costs: honest clients hardly ever cause one. */
const REFUSED = 100

/** How far the quota is used up, at a moment in milliseconds. */
export type Meter = { readonly used: number; readonly at: number }

export const UNUSED: Meter = { used: 0, at: 0 }

/**
 * What an update counts for: what it would change, at most what reading it cost. The deletions it only repeats do not count, because every
 * client that returns sends those of the whole text; how often somebody may do that is for the limits of a connection.
 */
export function costOf(outcome: Inspection | GateRefusal): number {
  if (outcome.kind === 'refusal') return REFUSED
  let changes = 0
  for (const { from, to } of outcome.authors.values()) changes += to - from
  for (const { deleted } of outcome.touches.values()) changes += deleted
  return 1 + Math.min(outcome.weight, changes)
}

/** The meter after a cost at a moment, and whether that was too much: then the update is refused as `rate-limited`. It counts all the same. */
export function charge(meter: Meter, quota: Quota, cost: number, now: number): { readonly meter: Meter; readonly exceeded: boolean } {
  const passed = Math.max(0, now - meter.at)
  const used = Math.max(0, meter.used - (passed * quota.perMinute) / 60_000) + cost
  return { meter: { used: Math.min(used, quota.burst), at: now }, exceeded: used > quota.burst }
}
