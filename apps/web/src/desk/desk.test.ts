import { reviewMeetings, reviewsDue, milestoneStandings, PartyId, ClauseId, type MilestoneId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { stepsOf } from '../milestones/steps.ts'
import { scenariosOf } from '../scenario/scenarios.ts'
import { urgentOf } from './urgent.ts'
import { deskOf } from './desk.ts'

const agreed = new Set([ClauseId.parse('a')])
const party = (code: string) => PartyId.parse(code)

function talks() {
  const table = negotiation('KES ORL', { a: 'One.' })
  const propose = (title: string, more: object = {}): MilestoneId => {
    const terms = {
      title,
      performers: ['KES'],
      verifier: 'CHR',
      due: { on: 'day', day: '2026-11-20' },
      evidence: [],
      dependsOn: [],
      remedialSteps: [],
      ...more,
    }
    expect(table.as('KES').gives('milestone.propose', { clause: 'a', terms })).toBeUndefined()
    const id = [...table.negotiation.milestones.keys()].at(-1)
    if (id === undefined) throw new Error('no milestone')
    return id
  }
  const desk = (code: string) => {
    const { negotiation: record } = table
    const now = table.now()
    const meetings = reviewMeetings(reviewsDue(record, milestoneStandings(record, agreed, now), now))
    const asks = { party: party(code), presides: code === 'CHR', required: code !== 'CHR' }
    return deskOf(stepsOf(record, agreed, now), meetings, asks)
  }
  return { table, propose, desk }
}

test('[desk-1] the verifier’s desk has the reports and disputes that wait for a finding, the longest waiting first', () => {
  const { table, propose, desk } = talks()
  const [first, second, third] = [propose('First'), propose('Second'), propose('Third')]
  table.write({ kind: 'milestone-reported', milestone: second, note: 'Done.' })
  table.passes(5)
  table.write({ kind: 'milestone-reported', milestone: first, note: 'Done.' })
  table.write({ kind: 'milestone-found', milestone: third, finding: 'verified', level: 3 })
  table.write({ kind: 'milestone-disputed', milestone: third, party: party('ORL') })
  expect(desk('CHR').findings.map(({ step, why }) => [step.of.terms.title, why])).toEqual([
    ['Second', 'reported'],
    ['First', 'reported'],
    ['Third', 'disputed'],
  ])
  expect(desk('KES').findings).toEqual([])
})

test('[desk-2] a performer’s desk has what it owes by the day it is due', () => {
  const { table, propose, desk } = talks()
  propose('Later', { due: { on: 'day', day: '2026-12-20' } })
  propose('Sooner', { due: { on: 'day', day: '2026-11-12' } })
  propose('Not ours', { performers: ['ORL'] })
  table.passes(24 * 5)
  expect(desk('KES').owed.map(({ step }) => step.of.terms.title)).toEqual(['Sooner', 'Later'])
})

test('[desk-3] a remedial step that is due waits for whoever the terms name, else for the verifier and the chair', () => {
  const { table, propose, desk } = talks()
  propose('Missed', {
    due: { on: 'day', day: '2026-11-10' },
    remedialSteps: [{ step: 'Consult', does: 'consultation', by: 'ORL', withinDays: 1 }, 'Second look'],
  })
  table.passes(24 * 2)
  expect(desk('ORL').remedies.map(({ words }) => words)).toEqual(['Consult'])
  expect(desk('CHR').remedies).toEqual([])
  table.passes(24 * 3)
  expect(desk('CHR').remedies.map(({ words }) => words)).toEqual(['Second look'])
})

test('[scenario-1] if verified and if missed are told for each milestone, with what is released and what is held back', () => {
  const { table, propose } = talks()
  const first = propose('Withdrawn', { remedialSteps: [{ step: 'Consult', does: 'consultation', by: 'ORL', withinDays: 2 }] })
  propose('Relief', {
    due: { on: 'milestone', milestone: first, after: 'verified', offsetDays: 10 },
    dependsOn: [{ milestone: first, after: 'verified' }],
  })
  const scenarios = scenariosOf(table.negotiation, stepsOf(table.negotiation, agreed, table.now()))
  expect(scenarios[0]?.ifVerified).toEqual(['M2 Relief is released, due 10 days later.'])
  expect(scenarios[0]?.ifMissed).toEqual(['Consult by ORL within 2 days.', 'M2 is held back.'])
  expect(scenarios[1]?.ifVerified).toEqual([])
})

test('[desk-4] what cannot wait is what is late, and what somebody else waits for: findings, inspections and remedial steps', () => {
  const { table, propose } = talks()
  const first = propose('First', { due: { on: 'day', day: '2026-11-12' } })
  propose('Second', { due: { on: 'day', day: '2026-11-25' } })
  table.passes(24 * 5)
  const urgent = (code: string) =>
    urgentOf(table.negotiation, agreed, table.situation(code, 'head').speaker, table.now()).map(({ is }) => is)
  expect(urgent('KES')).toEqual(['report'])
  expect(urgent('ORL')).toEqual([])
  table.write({ kind: 'milestone-reported', milestone: first, note: 'Done.' })
  expect(urgent('CHR')).toEqual(['finding'])
})
