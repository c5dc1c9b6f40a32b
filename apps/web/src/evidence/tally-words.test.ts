import { PartyId, type Tally } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { lackSentence, tallyWords } from './tally-words.ts'

const table = negotiation('KES ORL', { a: 'A.' }).negotiation
const [kes, orl] = [PartyId.parse('KES'), PartyId.parse('ORL')]
const tally = (...lacking: Tally['lacking']): Tally => ({ of: 'parts', total: 5, lacking })
const site = (name: string, ...from: PartyId[]) => ({ name: `Site ${name}`, from })
const told = (of: Tally) => lackSentence(table, of, 'sites')

test('[milestone-view-8] what evidence is lacking is told in a sentence: how much of how much, which, and whose', () => {
  expect(tallyWords(tally(site('D', orl), site('E', orl)), 'sites')).toBe('3 of 5 sites')
  expect(told(tally(site('D', orl), site('E', orl)))).toBe('Two of five sites still lack evidence: Site D and Site E, both ORL.')
  expect(told(tally(site('D', orl)))).toBe('One of five sites still lacks evidence: Site D, ORL.')
  expect(told(tally(site('A', kes), site('D', orl), site('E', orl)))).toBe(
    'Three of five sites still lack evidence: Site A, Site D and Site E, one KES and two ORL.',
  )
  expect(told(tally(...['A', 'B', 'C', 'D'].map((name) => site(name, orl))))).toBe('Four of five sites still lack evidence, all ORL.')
  expect(told(tally(site('D', orl, kes)))).toBe('One of five sites still lacks evidence: Site D.')
  expect(told(tally())).toBeUndefined()
  const items: Tally = { of: 'items', total: 2, lacking: [{ name: 'Sensor log', from: [orl] }] }
  expect(lackSentence(table, items, 'items')).toBe('One of two items still lacks evidence: Sensor log.')
})
