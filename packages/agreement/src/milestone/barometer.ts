/**
 * How far the commitments have come: how many of them stand at each level, over all and section by section, now and at earlier moments.
 * After the Peace Accords Matrix: not begun, minimal, intermediate, full.
 *
 * A level is the verifier's, or came with an imported text. What a performer reports of itself counts for nothing here.
 */
import type { ClauseId, SectionId, Timestamp } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Milestone } from './milestone.ts'
import { requiredParties } from '../required.ts'
import { holds, replacements, standingMilestones, waivedAt } from './ended.ts'
import { courseOf, findingOf } from './life.ts'

/** How many stand at the levels 0, 1, 2 and 3. */
export type Levels = readonly [number, number, number, number]

export type Barometer = {
  readonly at: Timestamp
  readonly all: Levels
  /** In the order of the text, sections without commitments left out. */
  readonly sections: readonly { readonly section: SectionId; readonly heading: string; readonly levels: Levels }[]
}

/** `agreed` are the clauses that are agreed: what is only proposed is no commitment. */
export function barometer(negotiation: Negotiation, agreed: ReadonlySet<ClauseId>, at: Timestamp): Barometer {
  const standing = standingMilestones(negotiation)
    .filter(({ clause }) => agreed.has(clause))
    .map((milestone) => asOf(milestone, at))
  const required = requiredParties(negotiation)
  const replaced = replacements(standing, agreed)
  const counted = standing.filter((milestone) => waivedAt(milestone, required) === undefined && !replaced.has(milestone.milestone))
  const courses = new Map(standing.map((milestone) => [milestone.milestone, courseOf(milestone, at)]))
  const held = holds(standing, (id) => courses.get(id)?.done !== undefined)
  const levelOf = (milestone: Milestone): number => {
    if (held.get(milestone.milestone)?.does === 'snapback') return 0
    const course = courses.get(milestone.milestone)
    return (course && (findingOf(course.life) ?? course.done)?.level) ?? milestone.assessed?.level ?? 0
  }
  const sectionOf = new Map(negotiation.clauses.map(({ clause, section }) => [clause, section]))
  const bySection = Map.groupBy(counted, ({ clause }) => sectionOf.get(clause))
  return {
    at,
    all: levelsOf(counted.map(levelOf)),
    sections: negotiation.sections.flatMap(({ section, heading }) => {
      const of = bySection.get(section) ?? []
      return of.length === 0 ? [] : [{ section, heading, levels: levelsOf(of.map(levelOf)) }]
    }),
  }
}

/** The same at several moments: the line that a barometer draws. */
export function barometerOverTime(
  negotiation: Negotiation,
  agreed: ReadonlySet<ClauseId>,
  moments: readonly Timestamp[],
): readonly Barometer[] {
  return moments.map((moment) => barometer(negotiation, agreed, moment))
}

/** The share at each level, in whole percents that add up to 100; nothing of nothing is nothing. */
export function shares(levels: Levels): Levels {
  const total = levels.reduce((sum, count) => sum + count, 0)
  if (total === 0) return [0, 0, 0, 0]
  const exact = levels.map((count) => (count * 100) / total)
  const whole = exact.map(Math.floor)
  const byRemainder = exact.map((share, level) => ({ level, left: share - Math.floor(share) })).toSorted((a, b) => b.left - a.left)
  const missing = 100 - whole.reduce((sum, share) => sum + share, 0)
  for (const { level } of byRemainder.slice(0, missing)) whole[level] = (whole[level] ?? 0) + 1
  const [none = 0, minimal = 0, intermediate = 0, full = 0] = whole
  return [none, minimal, intermediate, full]
}

function levelsOf(levels: readonly number[]): Levels {
  const at = (level: number) => levels.filter((one) => one === level).length
  return [at(0), at(1), at(2), at(3)]
}

/** A milestone as its record stood at a moment. */
function asOf(milestone: Milestone, at: Timestamp): Milestone {
  const before = (moment: Timestamp) => Date.parse(moment) <= Date.parse(at)
  return {
    ...milestone,
    steps: milestone.steps.filter(({ said }) => before(said.at)),
    assessed: milestone.assessed !== undefined && before(milestone.assessed.at) ? milestone.assessed : undefined,
    waivedBy: new Map([...milestone.waivedBy].filter(([, said]) => before(said.at))),
  }
}
