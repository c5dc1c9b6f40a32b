/**
 * Deadlines in a form. They are written and read in UTC, the zone of the record, so that nobody has to ask whose clock is meant.
 */
import { hoursAfter, Timestamp } from '@entente/agreement'

const HOUR = 3_600_000
/** How long a form may stay open before the deadline it proposes is too near. */
const FILLING_IN = 10 * 60_000

/** The first full hour that leaves at least so many hours, and time to fill in the form. */
export function proposedDeadline(now: Timestamp, hours: number): Timestamp {
  const earliest = Date.parse(hoursAfter(now, hours)) + FILLING_IN
  return Timestamp.parse(new Date(Math.ceil(earliest / HOUR) * HOUR).toISOString())
}

/** A moment as the value of a `datetime-local` field, in UTC and to the minute. */
export function fieldOf(at: Timestamp): string {
  return new Date(at).toISOString().slice(0, 16)
}

/** What such a field says, as a moment in UTC. Undefined while it is incomplete. */
export function momentOf(field: string): Timestamp | undefined {
  const parsed = Timestamp.safeParse(`${field}:00Z`)
  return parsed.success ? parsed.data : undefined
}
