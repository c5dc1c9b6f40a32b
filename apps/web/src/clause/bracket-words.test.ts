import { BracketId, ClauseId, PartyId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { bracketLabel, lineOf } from './bracket-words.ts'

const id = BracketId.parse('b1')
const behind = (...parties: readonly string[]) => ({
  brackets: new Map([
    [
      id,
      {
        bracket: id,
        clause: ClauseId.parse('c1'),
        kind: 'contested' as const,
        parties: parties.map((party) => PartyId.parse(party)),
        owner: undefined,
        due: undefined,
        note: undefined,
      },
    ],
  ]),
})

test('[bracket-1] a bracket names the parties the record puts behind it, and its kind where that is not obvious', () => {
  expect(bracketLabel({ id, kind: 'contested' }, behind('KES', 'MER'))).toBe('KES, MER')
  expect(bracketLabel({ id, kind: 'placeholder' }, behind('CHR'))).toBe('CHR · placeholder')
})

test('[bracket-1] a bracket nobody stated a party for is given to nobody', () => {
  expect(bracketLabel({ id, kind: 'contested' }, { brackets: new Map() })).toBe('contested')
  expect(bracketLabel({ id, kind: 'awaiting-instructions' }, { brackets: new Map() })).toBe('awaiting instructions')
})

test('neighbouring brackets differ in their line', () => {
  expect([0, 1, 2, 3].map(lineOf)).toEqual(['solid', 'dashed', 'double', 'solid'])
})
