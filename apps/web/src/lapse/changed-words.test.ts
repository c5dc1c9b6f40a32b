import { MilestoneId, MilestoneTerms, type Wording } from '@entente/agreement'
import { expect, test } from 'vitest'
import { changedWords } from './changed-words.ts'

const says = (text: string, more: Partial<Wording> = {}): Wording => ({
  kind: 'operative',
  heading: 'Weapons',
  blocks: [{ type: 'paragraph', runs: [{ text }] }],
  milestones: [],
  ...more,
})

const storage = MilestoneTerms.parse({
  title: 'Weapons in storage',
  performers: ['KES'],
  verifier: 'JMVC',
  due: { on: 'day', day: '2026-12-01' },
  evidence: [],
  dependsOn: [],
  remedialSteps: [],
})
const withMilestone = (terms: MilestoneTerms) =>
  says('Weapons are withdrawn.', { milestones: [{ milestone: MilestoneId.parse('m1'), terms }] })

test('[lapse-view-3] what changed is told in words', () => {
  const before = says('Under observation by the Monitor.')
  expect(changedWords(before, says('Under observation by the Monitor and its sensors.'))).toBe('added “and its sensors”')
  expect(changedWords(before, says('Under the Monitor.'))).toBe('deleted “observation by”')
  expect(changedWords(before, says('Under observation by the Commission.'))).toBe('replaced “Monitor” with “Commission”')
})

test('changes of one kind share the verb', () => {
  const before = says('Within 30 kilometres of the line the Parties will not exercise above company level.')
  const after = says('Within 30 kilometres of the marked line the Parties will not exercise at all above company level.')
  expect(changedWords(before, after)).toBe('added “marked” and “at all”')
})

test('[lapse-view-3] a changed deadline or heading is told as well as a changed word', () => {
  expect(changedWords(says('Weapons are withdrawn.'), withMilestone(storage))).toBe('added the milestone “Weapons in storage”')
  expect(changedWords(withMilestone(storage), withMilestone({ ...storage, evidence: ['Inventory'] }))).toBe(
    'changed the terms of “Weapons in storage”',
  )
  expect(changedWords(withMilestone(storage), says('Weapons are withdrawn.'))).toBe('took out the milestone “Weapons in storage”')
  expect(changedWords(says('One.'), says('One.', { heading: 'Heavy weapons' }))).toBe('changed the heading to “Heavy weapons”')
  expect(changedWords(says('One.'), says('One.', { heading: '' }))).toBe('removed the heading')
})

test('a difference that shows in no word is still told', () => {
  const placeholder = says('', { blocks: [{ type: 'paragraph', runs: [{ text: 'One.', bracket: 'placeholder' }] }] })
  const contested = says('', { blocks: [{ type: 'paragraph', runs: [{ text: 'One.', bracket: 'contested' }] }] })
  expect(changedWords(placeholder, contested)).toBe('changed the form of the text')
})
