import { PartyId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { answerLines, answersOf, chosenIn } from './answers.ts'

const [kes, orl] = [PartyId.parse('KES'), PartyId.parse('ORL')]

test('[milestone-view-9] the boxes of a piece of evidence make the answers that tick them again', () => {
  const terms = {
    evidence: ['Inventory', 'Sensor log'],
    parts: { called: 'sites', each: [{ name: 'A' }, { name: 'B', by: kes }, { name: 'D', by: orl }] },
  }
  const round = (items: readonly string[], parts: readonly string[]) => {
    const answers = answersOf(terms, { items, parts })
    expect(chosenIn(terms, answers, kes)).toEqual({ items, parts })
    return answerLines(answers)
  }
  expect(round(['Inventory'], ['A', 'B'])).toEqual(['A: Inventory', 'B: Inventory'])
  expect(round(['Inventory', 'Sensor log'], ['B'])).toEqual(['B'])
  expect(round(['Inventory', 'Sensor log'], [])).toEqual(['Inventory', 'Sensor log'])
  expect(answersOf(terms, { items: [], parts: [] })).toEqual([])
  expect(answersOf({ evidence: [] }, { items: [], parts: ['A'] })).toEqual([{ part: 'A' }])
})
