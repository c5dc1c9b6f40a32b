import {
  AnchorId,
  ClauseId,
  Day,
  MilestoneId,
  milestoneStandings,
  milestoneStates,
  PartyId,
  Timestamp,
  type MilestoneState,
  type MilestoneTerms,
  type Negotiation,
} from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { sequenceInWords } from './sequence-words.ts'
import { stepsOf } from './steps.ts'
import { shapeOfState, stateSentence, wordOfState } from './state-words.ts'

const party = (code: string) => PartyId.parse(code)
const milestone = (id: string) => MilestoneId.parse(id)
const terms = (over: Partial<MilestoneTerms>): MilestoneTerms => ({
  title: 'Weapons stored',
  performers: [party('KES')],
  verifier: party('CHR'),
  due: { on: 'day', day: Day.parse('2026-12-01') },
  evidence: [],
  dependsOn: [],
  remedialSteps: [],
  ...over,
})

function talks() {
  const table = negotiation('KES ORL', { one: 'One.' })
  table.write({ kind: 'milestone-proposed', milestone: milestone('a'), clause: ClauseId.parse('one'), terms: terms({}) })
  table.write({
    kind: 'milestone-proposed',
    milestone: milestone('b'),
    clause: ClauseId.parse('one'),
    terms: terms({
      title: 'Relief',
      due: { on: 'milestone', milestone: milestone('a'), after: 'verified', offsetDays: 10 },
      dependsOn: [{ milestone: milestone('a'), after: 'verified' }],
    }),
  })
  return table
}

const sentence = (record: Negotiation, id: string, state: MilestoneState, today: string) => {
  const now = Timestamp.parse(`${today}T10:00:00Z`)
  const found = milestoneStandings(record, new Set([ClauseId.parse('one')]), now).get(milestone(id))
  if (found === undefined) throw new Error(`No milestone ${id}`)
  expect(found.state).toBe(state)
  return stateSentence(record, found, now)
}

test('[milestone-view-1] the state of a milestone is told in words with their day', () => {
  const { negotiation: record } = talks()
  expect(sentence(record, 'a', 'pending', '2026-11-28')).toBe('Due in 3 days')
  expect(sentence(record, 'a', 'pending', '2026-12-01')).toBe('Due today')
  expect(sentence(record, 'a', 'overdue', '2026-12-03')).toBe('2 days late')
  expect(sentence(record, 'b', 'blocked', '2026-12-03')).toBe('Waits for M1, which is in trouble')
})

test('[milestone-view-1] a finding names who verified', () => {
  const table = talks()
  table.write({ kind: 'milestone-found', milestone: milestone('a'), finding: 'verified', level: 3 })
  expect(sentence(table.negotiation, 'a', 'verified', '2026-12-03')).toMatch(/^Verified \d+ Nov by CHR, level 3 of 3$/)
})

test('[milestone-view-1] a day that rests on a presumed day says so', () => {
  const table = talks()
  table.write({ kind: 'anchor-set', anchor: AnchorId.parse('D'), label: 'Signature Day', presumed: Day.parse('2026-12-01') })
  table.write({
    kind: 'milestone-revised',
    milestone: milestone('a'),
    terms: terms({ due: { on: 'anchor', anchor: AnchorId.parse('D'), offsetDays: 2 } }),
  })
  expect(sentence(table.negotiation, 'a', 'agreed', '2026-12-01')).toBe('Due 3 December 2026 if the presumed day holds')
})

test('every state has a word and a shape', () => {
  for (const state of milestoneStates) {
    expect(wordOfState(state)).not.toBe('')
    expect(shapeOfState(state)).not.toBe('')
  }
})

test('[milestone-view-2] the sequence is told in sentences: what releases a step, and who holds it up', () => {
  const { negotiation: record } = talks()
  const now = Timestamp.parse('2026-12-03T00:00:00Z')
  const steps = stepsOf(record, new Set([ClauseId.parse('one')]), now)
  expect(sequenceInWords(record, steps, now).map(({ head, rest }) => [head, ...rest].join(' '))).toEqual([
    'Weapons stored (M1) is due on 1 December 2026. 2 days late.',
    'Relief (M2) is released when M1 is verified. M1, owed by KES, is 2 days late. At the present pace it falls on 13 December 2026.',
  ])
})
