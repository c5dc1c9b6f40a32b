import type { Fact, RoomId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { communique } from './communique.ts'
import { matrix } from './matrix.ts'
import { plain } from './paper.ts'
import { hostileTalks, talks } from './testing/talks.ts'

const facts = (...told: readonly unknown[]) => matrix(talks({ facts: told as readonly Fact[] }))
const cell = (of: ReturnType<typeof matrix>, clause: string, party: string) => {
  const row = of.rows.find((one) => one.clause === clause)
  const found = row?.cells[of.parties.indexOf(party as never)]
  return found && { is: found.is, lines: found.lines.map(plain) }
}
const wording = (clause: string) => matrix(talks()).rows.find((row) => row.clause === clause)?.wording

test('[export-25] the matrix has every standing clause in order, with number, heading, status and wording', () => {
  expect(matrix(talks()).rows.map(({ number, heading, status }) => [number, plain(heading), status])).toEqual([
    ['PP1', 'Suffering', 'Agreed'],
    ['PP2', 'Charter', 'Contested'],
    ['1', 'Cessation of hostilities', 'Agreed'],
    ['2', 'Withdrawal', 'Contested'],
    ['3', 'Without prejudice', 'Agreed with reservation'],
    ['4', 'Remains', 'Agreed ad referendum'],
    ['5', 'Monitors', 'Consent lapsed'],
    ['6', 'Relief', 'Agreed'],
    ['7', 'Commission', 'Conditional'],
    ['8', 'Fund', 'Agreed in a package'],
    ['9', 'Review', 'Agreed in a package'],
    ['10', '', 'Agreed'],
  ])
  expect(wording('relief')).toMatch(/^[0-9a-f]{12}…$/)
})

test('[export-25] delegations have a column whether they have spoken or not, others once they have', () => {
  expect(matrix(talks()).parties).toEqual(['KES', 'ORL'])
  const on = talks().readings.get('relief' as never)?.fingerprint
  const spoken = facts(
    { kind: 'party-seated', party: { party: 'MER', kind: 'delegation', name: 'Meridia', shortName: 'M', required: false, languages: [] } },
    { kind: 'position-taken', clause: 'relief', party: 'CHR', on, position: { stance: 'stands-aside' } },
  )
  expect(spoken.parties).toEqual(['KES', 'ORL', 'CHR', 'MER'])
  expect(spoken.legend.map(({ term, meaning }) => [term, plain(meaning)])).toEqual(
    expect.arrayContaining([
      ['KES', 'Republic of Kestria (its consent is required)'],
      ['CHR', 'Office of the Special Envoy (its consent is not required)'],
    ]),
  )
})

test.each([
  ['pp1', 'KES', 'current', ['Accepts']],
  ['pp2', 'ORL', 'current', ['Objects', 'Reason: A general reference suffices.']],
  ['withdrawal', 'ORL', 'current', ['Reserves its position']],
  ['prejudice', 'ORL', 'current', ['Accepts with reservation', 'Reservation: Not for events before 1 January 2024.']],
  ['remains', 'ORL', 'current', ['Accepts ad referendum, to be confirmed by 24 November 2026']],
  ['commission', 'ORL', 'current', ['Accepts if clause 5 is agreed']],
] as const)('[export-26] a cell tells the stance with what goes with it, the date and the words: %s, %s', (clause, party, is, said) => {
  expect(cell(matrix(talks()), clause, party)).toEqual({ is, lines: [...said, `16 November 2026, on ${wording(clause)}`] })
})

test('[export-26] a party that has said nothing, or took it back, has no position', () => {
  expect(cell(matrix(talks()), 'pp2', 'KES')).toEqual({ is: 'none', lines: ['No position'] })
  const taken = facts({ kind: 'position-withdrawn', clause: 'relief', party: 'ORL' })
  expect(cell(taken, 'relief', 'ORL')).toEqual({ is: 'none', lines: ['No position', 'Withdrawn on 16 November 2026'] })
})

test('[export-26] what lapsed is marked, with the cause and what was said before', () => {
  expect(cell(matrix(talks()), 'monitors', 'ORL')).toEqual({
    is: 'lapsed',
    lines: ['Lapsed: the words changed', 'Before: Accepts', '16 November 2026, on ffffffffffff…'],
  })
  const from = 'f'.repeat(64)
  const changed = facts({ kind: 'wording-changed', clause: 'monitors', from, to: 'e'.repeat(64), authors: ['u-kes'] })
  expect(cell(changed, 'monitors', 'ORL')?.lines[0]).toBe('Lapsed: the words changed on 16 November 2026')
  const missed = facts({ kind: 'confirmation-missed', clause: 'remains', party: 'ORL' })
  expect(cell(missed, 'remains', 'ORL')).toEqual({
    is: 'lapsed',
    lines: [
      'Lapsed: not confirmed in time',
      'Before: Accepts ad referendum, to be confirmed by 24 November 2026',
      `16 November 2026, on ${wording('remains')}`,
    ],
  })
})

test('[export-26] a confirmed acceptance, one by silence and one of a package say so', () => {
  const on = talks().readings.get('relief' as never)?.fingerprint
  const confirmed = facts({ kind: 'acceptance-confirmed', clause: 'remains', party: 'ORL' })
  expect(cell(confirmed, 'remains', 'ORL')?.lines[0]).toBe('Accepts ad referendum, confirmed on 16 November 2026')
  const silent = facts({ kind: 'position-taken', clause: 'relief', party: 'ORL', on, position: { stance: 'accepts' }, silence: 'q-1' })
  expect(cell(silent, 'relief', 'ORL')?.lines).toEqual([
    'Accepts',
    'By silence: the wording only',
    `16 November 2026, on ${wording('relief')}`,
  ])
  const packaged = facts(
    { kind: 'package-offered', package: 'k-1', title: 'Relief for review', by: 'KES', clauses: ['relief', 'review'], description: '' },
    {
      kind: 'position-taken',
      clause: 'relief',
      party: 'ORL',
      on,
      package: 'k-1',
      position: { stance: 'accepts-if', conditions: [{ on: 'package', package: 'k-1' }], note: 'As a whole.' },
    },
  )
  expect(cell(packaged, 'relief', 'ORL')?.lines).toEqual([
    'Accepts if the package “Relief for review” is agreed',
    'Note: As a whole.',
    'Package: Relief for review',
    `16 November 2026, on ${wording('relief')}`,
  ])
})

test('[export-27] the rolling text has the matrix as an annex, five parties abreast, the agreed text never', () => {
  const seated = Array.from({ length: 6 }, (_, index) => ({
    kind: 'party-seated',
    party: { party: `P${index}`, kind: 'delegation', name: `Party ${index}`, shortName: `P${index}`, required: false, languages: [] },
  }))
  const many = talks({ facts: seated as readonly unknown[] as readonly Fact[] })
  const annexOf = (paper: ReturnType<typeof communique>) => paper.annexes.find(({ title }) => plain(title) === 'Annex: Positions')
  const tables = annexOf(communique(many))?.parts.filter((part) => part.is === 'table') ?? []
  expect(tables.map(({ columns }) => columns.map(({ heading }) => plain(heading)))).toEqual([
    ['No.', 'Clause', 'Status', 'KES', 'ORL', 'P0', 'P1', 'P2'],
    ['No.', 'Clause', 'Status', 'P3', 'P4', 'P5'],
  ])
  expect(tables.map(({ rows }) => rows.length)).toEqual([12, 12])
  expect(annexOf(communique({ ...many, include: { annexPositions: false } }))).toBeUndefined()
  expect(annexOf(communique({ ...many, kind: 'agreed', include: { annexPositions: true } }))).toBeUndefined()
})

test('[export-12] the matrix is made of nothing but the table', () => {
  const manuscript = talks()
  const privateRoom = {
    room: 'talks/caucus/KES' as RoomId,
    label: 'Kestria',
    parties: [],
    awaits: [],
    opened: undefined,
    after: undefined,
    closed: undefined,
  }
  expect(() => matrix({ ...manuscript, negotiation: { ...manuscript.negotiation, privateRoom } })).toThrow('Only the table is printed')
})

test('[export-10] a comment is never in the matrix', () => {
  expect(JSON.stringify(matrix(talks()))).not.toContain('Which calibres?')
})

test('[export-14] what cannot be seen is told by its code in the matrix too', () => {
  const said = JSON.stringify(matrix(hostileTalks()))
  expect(said).toContain('‹U+202E›')
  expect(said).not.toContain('\u202E')
})
