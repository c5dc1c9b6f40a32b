/** Laws of the schedule and of verification over random milestones and random statements. Seeds are printed in the titles. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from '../calendar.ts'
import { AnchorId, ClauseId, Day, MilestoneId, Timestamp } from '../ids.ts'
import { replay } from '../fold.ts'
import { Entry } from '../journal.ts'
import { MilestoneTerms } from '../terms.ts'
import { negotiation } from '../testing.ts'
import { ifAnchorIs } from './shift.ts'
import { hangingOn, scheduleOf } from './schedule.ts'
import { milestoneStandings, type MilestoneState } from './state.ts'

const seed = 20_261_122
const now = Timestamp.parse('2026-11-09T12:00:00Z')
const id = (index: number) => MilestoneId.parse(`m-${index}`)
const clause = ClauseId.parse('a')
const agreed = new Set([clause])

/** A due date and dependencies that only lead to milestones before this one; `again` closes a circle now and then. */
const shape = fc.record({
  due: fc.oneof(
    fc.record({ on: fc.constant('day' as const), at: fc.integer({ min: 0, max: 60 }) }),
    fc.record({ on: fc.constant('anchor' as const), anchor: fc.constantFrom('D', 'S'), offsetDays: fc.integer({ min: 0, max: 60 }) }),
    fc.record({
      on: fc.constant('milestone' as const),
      before: fc.nat(),
      offsetDays: fc.integer({ min: 0, max: 30 }),
      after: fc.constantFrom('reported' as const, 'verified' as const),
    }),
  ),
  dependsOn: fc.array(fc.record({ before: fc.nat(), after: fc.constantFrom('reported' as const, 'verified' as const) }), { maxLength: 3 }),
  done: fc.constantFrom('no', 'no', 'no', 'reported', 'verified'),
})
type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never

function tableOf(shapes: readonly Shape[]) {
  const table = negotiation('KES ORL', { a: 'A.' })
  for (const anchor of ['D', 'S'])
    table.write({ kind: 'anchor-set', anchor: AnchorId.parse(anchor), label: anchor, day: Day.parse('2026-11-20') })
  for (const [index, { due, dependsOn }] of shapes.entries()) {
    const earlier = (before: number) => id(before % Math.max(1, index))
    const day = new Date(Date.UTC(2026, 10, 15 + (due.on === 'day' ? due.at : 0))).toISOString().slice(0, 10)
    const terms = MilestoneTerms.parse({
      title: `Step ${index}`,
      performers: ['KES'],
      verifier: 'CHR',
      due:
        due.on === 'day' || (due.on === 'milestone' && index === 0)
          ? { on: 'day', day }
          : due.on === 'anchor'
            ? due
            : { on: 'milestone', milestone: earlier(due.before), after: due.after, offsetDays: due.offsetDays },
      evidence: [],
      dependsOn: index === 0 ? [] : dependsOn.map(({ before, after }) => ({ milestone: earlier(before), after })),
      remedialSteps: [],
    })
    table.write({ kind: 'milestone-proposed', milestone: id(index), clause, terms })
  }
  for (const [index, { done }] of shapes.entries()) {
    if (done !== 'no') table.write({ kind: 'milestone-reported', milestone: id(index) })
    if (done === 'verified') table.write({ kind: 'milestone-found', milestone: id(index), finding: 'verified', level: 3 })
  }
  return table
}

test(`[milestone-25] no step is expected before what it waits for, nor before today (seed ${seed})`, () => {
  let waited = 0
  fc.assert(
    fc.property(fc.array(shape, { minLength: 1, maxLength: 12 }), (shapes) => {
      const schedule = scheduleOf(tableOf(shapes).negotiation, agreed, now)
      expect(schedule.size).toBe(shapes.length)
      for (const { expected, waitsFor } of schedule.values()) {
        if (expected === undefined || expected.because.is === 'done') continue
        expect(expected.day >= now.slice(0, 10)).toBe(true)
        for (const { milestone } of waitsFor) {
          const before = schedule.get(milestone)?.expected
          expect(before !== undefined && before.day <= expected.day).toBe(true)
          waited += 1
        }
      }
    }),
    { seed, numRuns: 300 },
  )
  expect(waited).toBeGreaterThan(300)
})

test(`[milestone-26] moving an anchor day moves exactly what hangs on it (seed ${seed})`, () => {
  let moved = 0
  let stayed = 0
  fc.assert(
    fc.property(fc.array(shape, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (shapes, days) => {
      const { negotiation: record } = tableOf(shapes)
      const D = AnchorId.parse('D')
      const hanging = hangingOn(record, D)
      const day = Day.parse(new Date(Date.UTC(2026, 10, 20 + days)).toISOString().slice(0, 10))
      const shifts = new Map(ifAnchorIs(record, agreed, now, { anchor: D, day }).map((shift) => [shift.milestone, shift]))
      for (const milestone of shifts.keys()) expect(hanging.has(milestone)).toBe(true)
      for (const [milestone, { terms }] of record.milestones) {
        const deadline = shifts.get(milestone)?.deadline
        const direct = terms.due.on === 'anchor' && terms.due.anchor === 'D'
        const by = deadline?.from === undefined || deadline.to === undefined ? 0 : dayNumber(deadline.to) - dayNumber(deadline.from)
        expect(by).toBe(direct ? days : 0)
        if (direct) moved += 1
        else stayed += 1
      }
    }),
    { seed, numRuns: 300 },
  )
  expect(Math.min(moved, stayed)).toBeGreaterThan(100)
})

const said = fc.record({
  party: fc.constantFrom('KES', 'ORL', 'CHR', 'OBS'),
  does: fc.constantFrom('report', 'find', 'find', 'not', 'dispute', 'inspect', 'waive', 'remedy', 'passes', 'anchor'),
  on: fc.nat({ max: 2 }),
})

test(`[milestone-27] whatever is said by whom, only the verifier verifies, and replay gives the same states at the same clock (seed ${seed})`, () => {
  const reached = new Map<MilestoneState, number>()
  fc.assert(
    fc.property(fc.array(said, { minLength: 5, maxLength: 30 }), (statements) => {
      const table = negotiation('KES ORL', { a: 'A.' })
      table.write({ kind: 'anchor-set', anchor: AnchorId.parse('D'), label: 'D', presumed: Day.parse('2026-11-20') })
      const verifiers = ['CHR', 'ORL', 'CHR']
      for (const [index, verifier] of verifiers.entries())
        table.write({
          kind: 'milestone-proposed',
          milestone: id(index),
          clause,
          terms: MilestoneTerms.parse({
            title: `Step ${index}`,
            performers: ['KES'],
            verifier,
            due:
              index === 0
                ? { on: 'anchor', anchor: 'D', offsetDays: 2 }
                : { on: 'milestone', milestone: id(index - 1), after: 'verified', offsetDays: 1 },
            evidence: [],
            dependsOn: [],
            remedialSteps: [{ step: 'Suspension', does: 'suspension', milestone: id(2) }],
          }),
        })
      for (const party of ['KES', 'ORL']) table.as(party).accepts('a')
      for (const { party, does, on } of statements) {
        const milestone = id(on)
        const speaks = table.as(party)
        if (does === 'passes') table.passes(30)
        else if (does === 'anchor') speaks.gives('anchor.set', { anchor: 'D', day: '2026-11-10' })
        else if (does === 'report') speaks.gives('milestone.report', { milestone, note: 'Done.' })
        else if (does === 'find') speaks.gives('milestone.find', { milestone, finding: 'verified', level: 2 })
        else if (does === 'not') speaks.gives('milestone.find', { milestone, finding: 'not-verified', level: 1, reasons: 'No.' })
        else if (does === 'dispute') speaks.gives('milestone.dispute', { milestone, reasons: 'No.' })
        else if (does === 'inspect') speaks.gives('milestone.inspect', { milestone, finding: 'verified', level: 3 })
        else if (does === 'waive') speaks.gives('milestone.waive', { milestone })
        else speaks.gives('milestone.remedy', { milestone, step: 'Suspension' })
      }
      const standings = milestoneStandings(table.negotiation, table.assessment().agreed, table.now())
      for (const { state, of, life } of standings.values()) {
        reached.set(state, (reached.get(state) ?? 0) + 1)
        const findings = of.steps.filter(({ is }) => is === 'found' || is === 'inspected')
        for (const { said: found } of findings) expect(found.by).toMatchObject({ party: of.terms.verifier })
        expect(state !== 'verified' || ('finding' in life && life.finding?.finding === 'verified')).toBe(true)
      }
      const again = milestoneStandings(
        replay(Entry.array().parse(JSON.parse(JSON.stringify(table.entries)))),
        table.assessment().agreed,
        table.now(),
      )
      expect(again).toEqual(standings)
    }),
    { seed, numRuns: 200 },
  )
  for (const state of [
    'agreed',
    'pending',
    'blocked',
    'overdue',
    'reported',
    'verified',
    'not-verified',
    'disputed',
    'suspended',
    'waived',
  ] as const)
    expect([state, reached.get(state) ?? 0]).toEqual([state, expect.not.closeTo(0) as number])
})
