/** The moments at which a barometer is read. */
import { momentAfter } from '../calendar.ts'
import type { Timestamp } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'

/** The most moments at which a barometer is read. */
const MOST = 14
const DAY_MS = 86_400_000

/** Moments at even distance of whole days, from the first finding to now, few enough to be told apart. */
export function barometerMoments({ milestones }: Pick<Negotiation, 'milestones'>, now: Timestamp): readonly Timestamp[] {
  const told = [...milestones.values()].flatMap(({ steps, assessed }) => [
    ...steps.flatMap((step) => (step.is === 'found' || step.is === 'inspected' ? [Date.parse(step.said.at)] : [])),
    ...(assessed ? [Date.parse(assessed.at)] : []),
  ])
  const first = told.reduce((least, at) => Math.min(least, at), Date.parse(now))
  const days = Math.ceil((Date.parse(now) - first) / DAY_MS)
  const step = Math.max(1, Math.ceil(days / (MOST - 1)))
  const count = Math.ceil(days / step)
  return Array.from({ length: count + 1 }, (_, index) => momentAfter(now, -(count - index) * step))
}
