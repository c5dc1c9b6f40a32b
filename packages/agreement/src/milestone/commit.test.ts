import { expect, test } from 'vitest'
import { Timestamp } from '../ids.ts'
import { milestonesOf } from './of-clause.ts'
import { scheduleOf } from './schedule.ts'
import { milestoneStandings } from './state.ts'
import { negotiation, type Table } from '../testing.ts'

const terms = (more: object = {}) => ({
  title: 'Weapons withdrawn',
  performers: ['KES'],
  verifier: 'CHR',
  due: { on: 'day', day: '2026-12-01' },
  evidence: ['Site visit'],
  dependsOn: [],
  remedialSteps: ['Second inspection'],
  ...more,
})

const talks = () => {
  const table = negotiation('KES ORL', { a: 'Weapons are withdrawn.' })
  table.write({ kind: 'anchor-set', anchor: 'D' as never, label: 'Signature Day' })
  return table
}

function propose(table: Table, more: object = {}) {
  expect(table.as('KES').gives('milestone.propose', { clause: 'a', terms: terms(more) })).toBeUndefined()
  const milestone = milestonesOf(table.negotiation, 'a' as never).at(-1)
  if (milestone === undefined) throw new Error('no milestone')
  return milestone
}

test('[milestone-1] the terms of a milestone are part of the wording: a new deadline lapses consent', () => {
  const table = talks()
  const { milestone } = propose(table)
  table.as('KES').accepts('a')
  table.as('ORL').accepts('a')
  expect(table.agreed()).toEqual(['a'])
  expect(table.as('ORL').gives('milestone.revise', { milestone, terms: terms({ due: { on: 'day', day: '2026-12-15' } }) })).toBeUndefined()
  expect(table.status('a')).toBe('consent-lapsed')
  expect(table.as('ORL').gives('milestone.revise', { milestone, terms: terms() })).toBeUndefined()
  expect(table.status('a')).toBe('agreed')
  expect(table.as('ORL').gives('milestone.withdraw', { milestone })).toBeUndefined()
  expect(table.status('a')).toBe('consent-lapsed')
})

test('[milestone-2] nobody verifies what they perform', () => {
  expect(
    talks()
      .as('KES')
      .gives('milestone.propose', { clause: 'a', terms: terms({ verifier: 'KES' }) }),
  ).toEqual({ code: 'performer-verifies' })
})

test('[milestone-3] parties, anchors and milestones named must exist, and dependencies run in no circle', () => {
  const table = talks()
  const give = (more: object) => table.as('KES').gives('milestone.propose', { clause: 'a', terms: terms(more) })
  expect(give({ performers: ['XXX'] })).toEqual({ code: 'unknown', what: 'party', id: 'XXX' })
  expect(give({ due: { on: 'anchor', anchor: 'Z', offsetDays: 1 } })).toEqual({ code: 'unknown', what: 'anchor', id: 'Z' })
  expect(give({ dependsOn: [{ milestone: 'm-none', after: 'verified' }] })).toEqual({ code: 'unknown', what: 'milestone', id: 'm-none' })
  const first = propose(table)
  const second = propose(table, { dependsOn: [{ milestone: first.milestone, after: 'verified' }] })
  const circle = terms({ due: { on: 'milestone', milestone: second.milestone, after: 'verified', offsetDays: 3 } })
  expect(table.as('KES').gives('milestone.revise', { milestone: first.milestone, terms: circle })).toEqual({ code: 'dependency-circle' })
  expect(table.as('KES').gives('milestone.revise', { milestone: first.milestone, terms: terms() })).toEqual({ code: 'nothing-new' })
  expect(give({ due: { on: 'day', day: '99999-01-01' } })).toMatchObject({ code: 'malformed' })
})

test('[milestone-4] a due date counts from an anchor day once it is known, or from a verified milestone', () => {
  const table = talks()
  const first = propose(table, { due: { on: 'anchor', anchor: 'D', offsetDays: 21 } })
  const second = propose(table, { due: { on: 'milestone', milestone: first.milestone, after: 'verified', offsetDays: 10 } })
  const day = (id: string) => {
    const deadline = scheduleOf(table.negotiation, new Set(), table.now()).get(id as never)?.deadline
    return deadline?.is === 'known' ? { day: deadline.day, presumed: deadline.presumed } : undefined
  }
  expect(day(first.milestone)).toBeUndefined()
  table.write({ kind: 'anchor-set', anchor: 'D' as never, label: 'Signature Day', presumed: '2026-12-01' as never })
  expect(day(first.milestone)).toEqual({ day: '2026-12-22', presumed: true })
  table.write({ kind: 'anchor-set', anchor: 'D' as never, label: 'Signature Day', day: '2026-12-20' as never })
  expect(day(first.milestone)).toEqual({ day: '2027-01-10', presumed: false })
  expect(day(second.milestone)).toBeUndefined()
  table.write({ kind: 'milestone-found', milestone: first.milestone, finding: 'verified', level: 3 })
  expect(day(second.milestone)).toEqual({ day: '2026-11-19', presumed: false })
})

test('[milestone-5] only a finding verifies; a later dispute reopens it; a missed day is overdue', () => {
  const table = talks()
  const { milestone } = propose(table)
  const state = (today: string, agreed = true) => {
    const clauses = new Set(agreed ? table.negotiation.clauses.map(({ clause }) => clause) : [])
    return milestoneStandings(table.negotiation, clauses, Timestamp.parse(`${today}T00:00:00Z`)).get(milestone)?.state
  }
  expect(state('2026-11-20', false)).toBe('proposed')
  expect(state('2026-11-20')).toBe('pending')
  expect(state('2026-12-02')).toBe('overdue')
  table.write({ kind: 'milestone-reported', milestone })
  expect(state('2026-12-02')).toBe('reported')
  table.write({ kind: 'milestone-found', milestone, finding: 'verified', level: 3 })
  expect(state('2026-12-02')).toBe('verified')
  table.write({ kind: 'milestone-disputed', milestone, party: 'ORL' as never })
  expect(state('2026-12-02')).toBe('disputed')
})
