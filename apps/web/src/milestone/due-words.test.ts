import { AnchorId, Day, MilestoneId, scheduleOf, type Due, type MilestoneTerms } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { dueDayWords, dueShort, dueWords } from './due-words.ts'

const D = AnchorId.parse('D')
const lists = MilestoneId.parse('m-lists')

function table() {
  const talks = negotiation('KES ORL', { release: 'All are released.' })
  talks.write({ kind: 'anchor-set', anchor: D, label: 'Signature Day', presumed: Day.parse('2026-12-01') })
  const terms = {
    title: 'Lists exchanged',
    performers: ['KES'],
    verifier: 'CHR',
    due: { on: 'anchor', anchor: 'D', offsetDays: 3 },
    evidence: [],
    dependsOn: [],
    remedialSteps: [],
  }
  const refused = talks.as('KES').gives('milestone.propose', { clause: 'release', terms })
  expect(refused).toBeUndefined()
  return talks
}

test('[due-1] a due date is said in the words of the terms', () => {
  const { negotiation: known } = table()
  const id = [...known.milestones.keys()][0] ?? lists
  const say = (due: Due) => dueWords(due, known)
  expect(say({ on: 'day', day: Day.parse('2026-12-01'), time: '18:00' })).toBe('on 1 December 2026, 18:00 UTC')
  expect(say({ on: 'anchor', anchor: D, offsetDays: 0, time: '06:00' })).toBe('on Signature Day, 06:00 UTC')
  expect(say({ on: 'anchor', anchor: D, offsetDays: 21 })).toBe('21 days after Signature Day')
  expect(say({ on: 'anchor', anchor: D, offsetDays: -1 })).toBe('1 day before Signature Day')
  expect(say({ on: 'anchor', anchor: AnchorId.parse('E'), offsetDays: 1 })).toBe('1 day after E')
  expect(say({ on: 'milestone', milestone: id, after: 'verified', offsetDays: 10 })).toBe('10 days after “Lists exchanged” is verified')
  expect(say({ on: 'milestone', milestone: id, after: 'reported', offsetDays: 0 })).toBe('when “Lists exchanged” is reported')
})

test('[due-2] the calendar day is marked while the anchor day is only presumed', () => {
  const talks = table()
  const milestone = () => {
    const found = [...talks.negotiation.milestones.values()][0]
    if (found === undefined) throw new Error('No milestone')
    return found
  }
  const day = (terms: MilestoneTerms) =>
    dueDayWords(terms.due, scheduleOf(talks.negotiation, new Set(), talks.now()).get(milestone().milestone)?.deadline)
  expect(day(milestone().terms)).toBe('4 December 2026, presumed')
  talks.write({ kind: 'anchor-set', anchor: D, label: 'Signature Day', day: Day.parse('2026-12-02') })
  expect(day(milestone().terms)).toBe('5 December 2026')
  const fixed: MilestoneTerms = { ...milestone().terms, due: { on: 'day', day: Day.parse('2026-12-24') } }
  expect(day(fixed)).toBeUndefined()
})

test('a tag says it shortest', () => {
  expect(dueShort({ on: 'anchor', anchor: D, offsetDays: 21 })).toBe('D+21')
  expect(dueShort({ on: 'anchor', anchor: D, offsetDays: 0 })).toBe('D')
  expect(dueShort({ on: 'anchor', anchor: D, offsetDays: -2 })).toBe('D−2')
  expect(dueShort({ on: 'day', day: Day.parse('2026-12-01') })).toBe('1 December 2026')
  expect(dueShort({ on: 'milestone', milestone: lists, after: 'verified', offsetDays: 15 })).toBe('+15 d')
})
