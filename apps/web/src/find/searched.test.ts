import { AmendmentId, Fingerprint, PartyId, type ClauseId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { rootName } from '@entente/draft'
import { doc, footnote, p, table as words } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import { searchedTexts } from './searched.ts'

test('[find-6] clauses and what is proposed are searched in reading order; of an amendment, what the text does not say as well', () => {
  const table = negotiation('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' })
  const [ceasefire, relief] = table.negotiation.clauses
  if (ceasefire === undefined || relief === undefined) throw new Error('There are no clauses')
  const [party, against] = [PartyId.parse('KES'), Fingerprint.parse('0'.repeat(64))]
  const reword = (id: string, clause: ClauseId) =>
    table.write({ kind: 'amendment-tabled', amendment: AmendmentId.parse(id), clause, party, label: '', against })
  const insert = (id: string, heading: string, after?: ClauseId) =>
    table.write({
      kind: 'clause-tabled',
      amendment: AmendmentId.parse(id),
      party,
      section: ceasefire.section,
      after,
      clauseKind: 'operative',
      heading,
    })
  reword('a1', ceasefire.clause)
  reword('gone', relief.clause)
  table.write({ kind: 'amendment-withdrawn', amendment: AmendmentId.parse('gone') })
  table.write({ kind: 'deletion-tabled', amendment: AmendmentId.parse('out'), clause: relief.clause, party, against })
  insert('last', 'Access', relief.clause)
  insert('first', 'Purpose')

  const shared = words({
    [rootName({ kind: 'clause', clause: ceasefire.clause })]: doc(p('Fire ceases.', footnote('Everywhere.')), p('At noon.')),
    'amendment/a1': doc(p('Fire ceases.', footnote('At sea.')), p('At noon.'), p('For good.')),
    'amendment/last': doc(p('Roads open.')),
  })
  const found = searchedTexts({ negotiation: table.negotiation, readings: table.readings() }, shared, () => '')
  expect(found.map(({ name, goal }) => [name, goal])).toEqual([
    ['the new clause “Purpose” of KES', { proposed: 'first' }],
    ['clause 1', { clause: ceasefire.clause }],
    ['amendment 1 bis', { clause: ceasefire.clause }],
    ['clause 2', { clause: relief.clause }],
    ['the new clause “Access” of KES', { proposed: 'last' }],
  ])
  expect(found.map(({ heading }) => heading)).toEqual(['Purpose', ceasefire.heading, '', relief.heading, 'Access'])
  // The footnote and the last paragraph are what it would change.
  expect([0, 1, 2].map((paragraph) => found[2]?.isOwn(paragraph))).toEqual([true, false, true])
  expect([found[1], found[4]].map((one) => one?.isOwn(0))).toEqual([true, true])
})
