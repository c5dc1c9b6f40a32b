import { AmendmentId, ClauseId, Fingerprint, Language, PartyId, SeatId, type SeatRole } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { expect, test } from 'vitest'
import { mayWrite } from './authority.ts'
import type { Root } from './root.ts'

const clause = ClauseId.parse('ceasefire')
const base: Root = { kind: 'clause', clause }
const reading: Root = { kind: 'amendment', amendment: AmendmentId.parse('kes-1') }
const french: Root = { kind: 'translation', language: Language.parse('fr'), clause }

type Table = ReturnType<typeof seated>

function seated(drafting: 'open' | 'pen' = 'open') {
  const table = negotiation('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' }, { drafting })
  const INT = PartyId.parse('INT')
  const languages = [Language.parse('fr'), Language.parse('uk')]
  table.write(
    {
      kind: 'party-seated',
      party: { party: INT, kind: 'interpreter', name: 'Interpreters', shortName: 'INT', required: false, languages },
    },
    { kind: 'seat-assigned', seat: { seat: SeatId.parse('INT-reviser'), party: INT, role: 'reviser', name: 'Reviser' } },
    {
      kind: 'amendment-tabled',
      amendment: AmendmentId.parse('kes-1'),
      clause,
      party: PartyId.parse('KES'),
      label: 'KES 1',
      against: Fingerprint.parse('0'.repeat(64)),
    },
  )
  return table
}

function writes(table: Table, code: string, role: SeatRole, root: Root): boolean {
  return mayWrite(table.negotiation, table.situation(code, role).speaker, root)
}

test('[text-6] in open drafting every drafting seat types in a clause, observers and interpreters do not', () => {
  const table = seated()
  expect(['KES', 'ORL', 'CHR'].map((code) => writes(table, code, 'head', base))).toEqual([true, true, true])
  expect(writes(table, 'KES', 'adviser', base)).toBe(true)
  expect(writes(table, 'OBS', 'head', base)).toBe(false)
  expect(writes(table, 'INT', 'reviser', base)).toBe(false)
})

test('[text-7] while the pen is held, only the chair’s office types, for the whole text or for one clause', () => {
  const table = seated('pen')
  expect(writes(table, 'KES', 'head', base)).toBe(false)
  expect(writes(table, 'CHR', 'head', base)).toBe(true)
  expect(writes(table, 'CHR', 'adviser', base)).toBe(false)
  table.write({ kind: 'drafting-set', clause, drafting: 'open' })
  expect(writes(table, 'KES', 'head', base)).toBe(true)
  expect(writes(table, 'KES', 'head', { kind: 'clause', clause: ClauseId.parse('relief') })).toBe(false)
})

test('[text-8] an amendment is typed by the party that tabled it, whoever has the pen', () => {
  for (const table of [seated('open'), seated('pen')]) {
    expect(writes(table, 'KES', 'adviser', reading)).toBe(true)
    expect(writes(table, 'ORL', 'head', reading)).toBe(false)
    expect(writes(table, 'CHR', 'head', reading)).toBe(false)
    expect(writes(table, 'KES', 'head', { kind: 'amendment', amendment: AmendmentId.parse('kes-2') })).toBe(false)
  }
})

test('[text-9] a translation is typed by the revisers of its language', () => {
  const table = seated()
  expect(writes(table, 'INT', 'reviser', french)).toBe(true)
  expect(writes(table, 'INT', 'reviser', { ...french, language: Language.parse('ru') })).toBe(false)
  expect(writes(table, 'KES', 'head', french)).toBe(false)
})

test('[text-10] nobody types in an unknown or withdrawn clause, nor in what belongs to it', () => {
  const table = seated()
  expect(writes(table, 'CHR', 'head', { kind: 'clause', clause: ClauseId.parse('unheard-of') })).toBe(false)
  expect(table.as('CHR').gives('clause.withdraw', { clause })).toBeUndefined()
  expect(writes(table, 'CHR', 'head', base)).toBe(false)
  expect(writes(table, 'KES', 'head', reading)).toBe(false)
  expect(writes(table, 'INT', 'reviser', french)).toBe(false)
  expect(table.as('CHR').gives('clause.restore', { clause })).toBeUndefined()
  expect([writes(table, 'CHR', 'head', base), writes(table, 'KES', 'head', reading), writes(table, 'INT', 'reviser', french)]).toEqual([
    true,
    true,
    true,
  ])
})

test('[freeze-2] nobody types in a frozen clause, the chair included; amendments and translations go on', () => {
  const table = seated()
  expect(table.as('CHR').gives('clause.freeze', { clause: 'ceasefire', reason: 'Agreed by all.' })).toBeUndefined()
  expect(['KES', 'CHR'].map((code) => writes(table, code, 'head', base))).toEqual([false, false])
  expect(writes(table, 'KES', 'head', { kind: 'clause', clause: ClauseId.parse('relief') })).toBe(true)
  expect(writes(table, 'KES', 'head', reading)).toBe(true)
  expect(writes(table, 'INT', 'reviser', french)).toBe(true)
  expect(table.as('CHR').gives('clause.reopen', { clause: 'ceasefire', reason: 'New facts.' })).toBeUndefined()
  expect(writes(table, 'KES', 'head', base)).toBe(true)
})
