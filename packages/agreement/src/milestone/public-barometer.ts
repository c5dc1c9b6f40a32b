/** What anybody may see of the commitments once the parties have agreed to publish, and the moments at which a barometer is read. */
import { momentAfter } from '../calendar.ts'
import type { ClauseId, Timestamp } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import { barometerOverTime, type Barometer } from './barometer.ts'
import { isPublic } from './publication.ts'

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

/**
 * The barometer over time of what the terms make public; undefined as long as not every required party has agreed to publish. Milestones for
 * the parties only count nowhere in it.
 */
export function publicBarometer(negotiation: Negotiation, agreed: ReadonlySet<ClauseId>, now: Timestamp): readonly Barometer[] | undefined {
  if (!isPublic(negotiation)) return undefined
  const milestones = new Map([...negotiation.milestones].filter(([, { terms }]) => terms.publicity === 'public'))
  const shown = { ...negotiation, milestones }
  return barometerOverTime(shown, agreed, barometerMoments(shown, now))
}
