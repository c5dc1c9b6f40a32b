/**
 * The commitments and where they stand, for programs: one record for each milestone, decided once for CSV, XLSX and JSON.
 *
 * Whoever only reads what is public is given what its terms call public, and the counts of the rest.
 */
import {
  barometer,
  barometerMoments,
  barometerOverTime,
  milestoneStandings,
  remedyOf,
  shares,
  type Assessment,
  type Barometer,
  type Head,
  type MilestoneStanding,
  type Negotiation,
  type Timestamp,
} from '@entente/agreement'
import { coverOf } from './manuscript.ts'
import { dayExpected, dayOfDeadline, MILESTONE_STATE } from './milestone-state.ts'
import { naming as namingOf, type Naming } from './naming.ts'
import { printable } from './printable.ts'
import { dueInWords, partLines } from './schedule.ts'

/** The version of the JSON form. Fields are added, never changed. */
export const COMMITMENTS_FORMAT = 'entente-commitments/1'

export type Commitments = {
  readonly title: string
  readonly shortTitle: string
  readonly milestones: readonly Commitment[]
  readonly barometer: Barometer
  /** The barometer at earlier moments, the last of them `at`. */
  readonly overTime: readonly Barometer[]
  readonly head: Head
  readonly at: Timestamp
}

export type Commitment = {
  readonly number: string
  readonly milestone: string
  readonly title: string
  readonly clause: string
  readonly performers: readonly string[]
  readonly verifier: string
  /** In the words of the terms. */
  readonly due: string
  readonly deadline: string
  readonly expected: string
  readonly state: string
  readonly stateInWords: string
  readonly daysLate: number
  /** 0 to 3, by finding; absent where nobody has said. */
  readonly level: number | undefined
  readonly waitsFor: readonly string[]
  readonly unlocks: readonly string[]
  readonly evidence: readonly string[]
  readonly ifMissed: readonly string[]
  readonly reported: string | undefined
  readonly verified: string | undefined
}

export type CommitmentsOf = {
  readonly negotiation: Negotiation
  readonly assessment: Pick<Assessment, 'agreed'>
  readonly head: Head
  readonly at: Timestamp
  /** Only what may be shown to anybody. */
  readonly publicOnly?: boolean
}

export function commitments({ negotiation, assessment: { agreed }, head, at, publicOnly = false }: CommitmentsOf): Commitments {
  const { title, shortTitle } = coverOf(negotiation)
  const naming = namingOf(negotiation)
  const standings = milestoneStandings(negotiation, agreed, at)
  const shown = naming.milestones.flatMap(({ milestone, clause, terms }) => {
    const standing = standings.get(milestone)
    const hidden = publicOnly && (terms.publicity !== 'public' || !agreed.has(clause))
    return standing === undefined || hidden ? [] : [recordOf(negotiation, naming, standing)]
  })
  return {
    title: printable(title),
    shortTitle: printable(shortTitle),
    milestones: shown,
    barometer: barometer(negotiation, agreed, at),
    overTime: barometerOverTime(negotiation, agreed, barometerMoments(negotiation, at)),
    head,
    at,
  }
}

function recordOf(negotiation: Negotiation, naming: Naming, standing: MilestoneStanding): Commitment {
  const { of, state, deadline, expected, waitsFor, unlocks, daysLate, level, reported, verified } = standing
  const names = {
    anchor: (id: Parameters<Negotiation['anchors']['get']>[0]) => negotiation.anchors.get(id)?.label ?? id,
    milestone: naming.milestone,
  }
  return {
    number: naming.milestone(of.milestone),
    milestone: of.milestone,
    title: printable(of.terms.title),
    clause: naming.clause(of.clause),
    performers: of.terms.performers.map(naming.shortName),
    verifier: naming.shortName(of.terms.verifier),
    due: dueInWords(of.terms.due, names),
    deadline: dayOfDeadline(deadline),
    expected: dayExpected(expected),
    state,
    stateInWords: MILESTONE_STATE[state],
    daysLate,
    level,
    waitsFor: waitsFor.map(({ milestone, after }) => `${naming.milestone(milestone)} ${after}`),
    unlocks: unlocks.map(naming.milestone),
    evidence: [...of.terms.evidence, ...partLines(of.terms, { party: naming.shortName })].map(printable),
    ifMissed: of.terms.remedialSteps.map((step) => printable(remedyOf(step).step)),
    reported,
    verified,
  }
}

/** For tools of monitors. Days are `2026-12-22`; what is not known is absent. */
export function toCommitmentsJson({ title, milestones, barometer: levels, overTime, head, at }: Commitments): string {
  return `${JSON.stringify(
    {
      format: COMMITMENTS_FORMAT,
      title,
      at,
      record: { entries: head.seq, head: head.hash },
      barometer: {
        all: { counts: levels.all, percent: shares(levels.all) },
        sections: levels.sections.map(({ heading, levels: counts }) => ({ heading, counts, percent: shares(counts) })),
        overTime,
      },
      milestones,
    },
    undefined,
    2,
  )}\n`
}

export type CommitmentsSheet = { readonly heading: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** One row for each milestone. A cell may have several lines, parted by line feeds. */
export function commitmentsSheet({ milestones }: Pick<Commitments, 'milestones'>): CommitmentsSheet {
  return {
    heading: [
      'No.',
      'Commitment',
      'Clause',
      'Performed by',
      'Verified by',
      'Due',
      'Deadline',
      'Expected',
      'State',
      'Days late',
      'Level',
      'Waits for',
      'Unlocks',
      'Evidence',
      'If missed',
      'Reported',
      'Verified',
    ],
    rows: milestones.map((one) => [
      one.number,
      one.title,
      one.clause,
      one.performers.join(', '),
      one.verifier,
      one.due,
      one.deadline,
      one.expected,
      one.stateInWords,
      one.daysLate === 0 ? '' : String(one.daysLate),
      one.level === undefined ? '' : String(one.level),
      one.waitsFor.join('\n'),
      one.unlocks.join('\n'),
      one.evidence.join('\n'),
      one.ifMissed.join('\n'),
      one.reported ?? '',
      one.verified ?? '',
    ]),
  }
}
