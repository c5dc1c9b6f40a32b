import { ClauseId, Fingerprint, MilestoneId, PackageId, PartyId, type Condition } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import type { Naming } from '../design/status-words.ts'
import { conditionSentence } from './condition-sentence.ts'

const table = negotiation('KES ORL', { two: 'Two.' })
table.write({
  kind: 'package-offered',
  package: PackageId.parse('p1'),
  title: 'Withdrawal for relief',
  by: PartyId.parse('CHR'),
  clauses: [ClauseId.parse('two')],
  description: '',
})
const naming: Naming = {
  numbers: new Map([
    [ClauseId.parse('c2'), '2'],
    [ClauseId.parse('c9'), '9'],
  ]),
  negotiation: table.negotiation,
}
const clause = (id: string): Condition => ({ on: 'clause', clause: ClauseId.parse(id) })
const words = Fingerprint.parse('0'.repeat(64))

test('[condition-1] a conditional acceptance reads as a sentence', () => {
  expect(conditionSentence('7', [], naming)).toBe('We accept 7 if …')
  expect(conditionSentence('7', [clause('c2')], naming)).toBe('We accept 7 if 2 is agreed.')
  expect(conditionSentence('7', [clause('c2'), clause('c9')], naming)).toBe('We accept 7 if 2 and 9 are agreed.')
})

test('[condition-1] conditions of other kinds follow the clauses', () => {
  const conditions: readonly Condition[] = [
    { on: 'wording', clause: ClauseId.parse('c9'), fingerprint: words },
    clause('c2'),
    { on: 'package', package: PackageId.parse('p1') },
    { on: 'milestone', milestone: MilestoneId.parse('m1'), terms: words },
  ]
  expect(conditionSentence('7', conditions, naming)).toBe(
    'We accept 7 if 2 is agreed, package “Withdrawal for relief” is agreed, 9 keeps its wording and “m1” keeps its terms.',
  )
  expect(conditionSentence('7', [clause('gone')], naming)).toBe('We accept 7 if a withdrawn clause is agreed.')
})
