/**
 * `npm run bench -- schedule [--json]`: how long it takes to compute the schedule, and the standing of every milestone, of a negotiation
 * with 2,000 of them: chains of fifty with dependencies across, a third of them under way.
 */
import {
  AnchorId,
  append,
  ClauseId,
  Day,
  ifItSlips,
  MAX_MILESTONES,
  MilestoneId,
  milestoneStandings,
  NegotiationId,
  NO_ENTRIES,
  PartyId,
  replay,
  scheduleOf,
  SectionId,
  tableOf,
  Timestamp,
  type Entry,
  type Fact,
} from '@entente/agreement'

const CHAIN = 50
const CLAUSES = 100
const ROUNDS = 40
/** Rounds before anything is measured, until the code is compiled. */
const WARM_UP = 15

export type ScheduleFigures = {
  readonly milestones: number
  /** Medians, in milliseconds of wall clock. */
  readonly scheduleMs: number
  readonly standingsMs: number
  readonly slipMs: number
}

export function scheduleFigures(): ScheduleFigures {
  const negotiation = replay(journal())
  const agreed = new Set(negotiation.clauses.map(({ clause }) => clause))
  const now = Timestamp.parse('2026-11-22T12:00:00Z')
  const first = MilestoneId.parse('m0')
  return {
    milestones: negotiation.milestones.size,
    scheduleMs: median(() => scheduleOf(negotiation, agreed, now)),
    standingsMs: median(() => milestoneStandings(negotiation, agreed, now)),
    slipMs: median(() => ifItSlips(negotiation, agreed, now, { milestone: first, days: 14 })),
  }
}

function journal(): readonly Entry[] {
  const room = tableOf(NegotiationId.parse('bench'))
  const section = SectionId.parse('I')
  const clauses = Array.from({ length: CLAUSES }, (_, index) => ClauseId.parse(`c${index}`))
  const D = AnchorId.parse('D')
  const id = (index: number) => MilestoneId.parse(`m${index}`)
  const facts: readonly Fact[] = [
    { kind: 'section-added', section, heading: 'Provisions' },
    ...clauses.map((clause): Fact => ({ kind: 'clause-added', clause, section, clauseKind: 'operative', heading: clause })),
    { kind: 'anchor-set', anchor: D, label: 'Signature Day', day: Day.parse('2026-11-01') },
    ...Array.from({ length: MAX_MILESTONES }, (_, index): Fact => {
      const chained = index % CHAIN !== 0
      return {
        kind: 'milestone-proposed',
        milestone: id(index),
        clause: clauses[index % CLAUSES] ?? ClauseId.parse('c0'),
        terms: {
          title: `Step ${index}`,
          performers: [PartyId.parse('KES')],
          verifier: PartyId.parse('MON'),
          due: chained
            ? { on: 'milestone', milestone: id(index - 1), after: 'verified', offsetDays: 3 }
            : { on: 'anchor', anchor: D, offsetDays: index % 40 },
          evidence: [],
          dependsOn: index >= CHAIN ? [{ milestone: id(index - CHAIN), after: 'reported' }] : [],
          remedialSteps: [{ step: 'Consultation', does: 'consultation', withinDays: 2 }],
        },
      }
    }),
    ...Array.from({ length: MAX_MILESTONES }, (_, index) => index)
      .filter((index) => index % CHAIN < CHAIN / 3)
      .flatMap((index): readonly Fact[] => [
        { kind: 'milestone-reported', milestone: id(index) },
        { kind: 'milestone-found', milestone: id(index), finding: 'verified', level: 3 },
      ]),
  ]
  const entries: Entry[] = []
  const at = Timestamp.parse('2026-11-20T12:00:00Z')
  for (const fact of facts) entries.push(append(entries.at(-1) ?? NO_ENTRIES, { room, at, by: 'server', fact }))
  return entries
}

function median(run: () => unknown): number {
  for (let round = 0; round < WARM_UP; round += 1) run()
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    run()
    return performance.now() - begun
  }).toSorted((one, other) => one - other)
  return Number((times[Math.floor(times.length / 2)] ?? 0).toFixed(3))
}
