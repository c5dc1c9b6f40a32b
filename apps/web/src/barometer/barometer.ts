/**
 * How far the commitments have come, over time: for each section how many milestones stand at each level of implementation, in the manner
 * of the Peace Accords Matrix.
 *
 * A level counts from the verifier's finding, or from what was told with an imported text; what a performer says of itself never counts.
 * What nobody has found is at level 0. A milestone counts from the day it was proposed, or, with an imported text, from the first statement on
 * it; and to the day it was withdrawn.
 */
import { dayAt, dayNumber, dayOf, type Day, type Milestone, type Negotiation, type SectionId, type Timestamp } from '@entente/agreement'

/** How many milestones stand at level 0, 1, 2 and 3. */
export type LevelCounts = readonly [number, number, number, number]

export type BarometerSection = {
  readonly section: SectionId
  readonly number: string | undefined
  readonly heading: string
  /** One for each day of the barometer. */
  readonly counts: readonly LevelCounts[]
}

export type Barometer = {
  /** Days at even distance, the last one today. */
  readonly days: readonly Day[]
  readonly sections: readonly BarometerSection[]
  readonly all: readonly LevelCounts[]
}

/** The most days it shows. */
const BAROMETER_DAYS = 13

/** `publicOnly` leaves out what is for the parties only. Sections without milestones are left out. */
export function barometerOf(
  { milestones, clauses, sections }: Pick<Negotiation, 'milestones' | 'clauses' | 'sections'>,
  now: Timestamp,
  { publicOnly = false }: { readonly publicOnly?: boolean } = {},
): Barometer {
  const counted = [...milestones.values()].filter(({ terms }) => !publicOnly || terms.publicity === 'public')
  const sectionOf = new Map(clauses.map(({ clause, section }) => [clause, section]))
  const standing = new Set(clauses.flatMap(({ clause, standing: how }) => (how.is === 'standing' ? [clause] : [])))
  const shown = counted.filter(({ clause }) => standing.has(clause))
  const days = sampledDays(shown, now)
  const countsOf = (among: readonly Milestone[]) => days.map((day) => countOn(among, day))
  return {
    days,
    sections: sections.flatMap(({ section, number, heading }) => {
      const own = shown.filter(({ clause, withdrawn }) => sectionOf.get(clause) === section && withdrawn === undefined)
      return own.length === 0 ? [] : [{ section, number, heading, counts: countsOf(own) }]
    }),
    all: countsOf(shown),
  }
}

/** From the first finding to today, at most so many days apart that they fit. */
function sampledDays(milestones: readonly Milestone[], now: Timestamp): readonly Day[] {
  const today = dayNumber(dayOf(now))
  const told = milestones.flatMap(({ steps, assessed }) => [
    ...steps.flatMap((step) => (step.is === 'found' || step.is === 'inspected' ? [step.said.at] : [])),
    ...(assessed ? [assessed.at] : []),
  ])
  const first = Math.min(today, ...told.map((at) => dayNumber(dayOf(at)) - 1))
  const step = Math.max(1, Math.ceil((today - first) / (BAROMETER_DAYS - 1)))
  const count = Math.ceil((today - first) / step)
  return Array.from({ length: count + 1 }, (_, index) => dayAt(today - (count - index) * step))
}

function countOn(milestones: readonly Milestone[], day: Day): LevelCounts {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  for (const milestone of milestones) {
    if (firstDay(milestone) > day || (milestone.withdrawn !== undefined && dayOf(milestone.withdrawn.at) <= day)) continue
    const level = levelOn(milestone, day)
    if (level <= 0) counts[0] += 1
    else if (level === 1) counts[1] += 1
    else if (level === 2) counts[2] += 1
    else counts[3] += 1
  }
  return counts
}

function firstDay({ said, steps }: Milestone): Day {
  const [first] = steps
  const proposed = dayOf(said.at)
  const told = first && dayOf(first.said.at)
  return told !== undefined && told < proposed ? told : proposed
}

/** The level last found by the end of a day. */
function levelOn({ steps, assessed }: Pick<Milestone, 'steps' | 'assessed'>, day: Day): number {
  const found = steps.findLast((step) => (step.is === 'found' || step.is === 'inspected') && dayOf(step.said.at) <= day)
  if (found?.is === 'found' || found?.is === 'inspected') return found.level
  return assessed !== undefined && dayOf(assessed.at) <= day ? assessed.level : 0
}
