import { Timestamp } from './ids.ts'
import { negotiation } from './testing.ts'
import { expect, test } from 'vitest'

const two = () => negotiation('KES ORL', { ceasefire: 'Fire ceases at noon.', relief: 'Relief begins.' })

test('[consent-1] a clause is agreed when every required party accepts its present words', () => {
  const table = two()
  expect(table.status('ceasefire')).toBe('open')
  table.as('KES').accepts('ceasefire')
  expect(table.blockers('ceasefire')).toEqual([{ why: 'silent', party: 'ORL' }])
  table.as('ORL').accepts('ceasefire')
  expect(table.status('ceasefire')).toBe('agreed')
  expect(table.agreed()).toEqual(['ceasefire'])
})

test('[consent-2] an edit lapses consent, and the record says who changed the words and when', () => {
  const table = two()
  table.as('KES').accepts('ceasefire')
  table.as('ORL').accepts('ceasefire')
  table.as('ORL').edits('ceasefire', 'Fire ceases at midnight.')
  expect(table.status('ceasefire')).toBe('consent-lapsed')
  const standing = table.standing('ceasefire', 'KES')
  expect(standing).toMatchObject({ is: 'lapsed', change: { authors: ['ORL-head'] } })
})

test('[consent-3] restored words restore the consent given to them', () => {
  const table = two()
  table.as('KES').accepts('ceasefire')
  table.as('ORL').accepts('ceasefire')
  table.as('ORL').edits('ceasefire', 'Fire ceases at midnight.')
  table.as('KES').edits('ceasefire', 'Fire ceases at noon.')
  expect(table.status('ceasefire')).toBe('agreed')
})

test('[consent-4] editing, moving or renumbering another clause lapses nothing', () => {
  const table = two()
  table.as('KES').accepts('relief')
  table.as('ORL').accepts('relief')
  table.as('KES').edits('ceasefire', 'Fire ceases now.')
  expect(table.as('CHR').gives('clause.move', { clause: 'relief', section: 'I' })).toBeUndefined()
  expect(table.as('CHR').gives('clause.withdraw', { clause: 'ceasefire' })).toBeUndefined()
  expect(table.agreed()).toEqual(['relief'])
})

test('[consent-5] mutual conditions close together, as the greatest fixed point', () => {
  const table = two()
  table.as('KES').accepts('ceasefire')
  table.as('ORL').acceptsIf('ceasefire', 'relief')
  table.as('ORL').accepts('relief')
  expect(table.status('ceasefire')).toBe('conditional')
  expect(table.blockers('ceasefire')).toEqual([{ why: 'awaits', party: 'ORL', conditions: [{ on: 'clause', clause: 'relief' }] }])
  table.as('KES').acceptsIf('relief', 'ceasefire')
  expect(table.agreed()).toEqual(['ceasefire', 'relief'])
  expect(table.status('relief')).toBe('agreed-in-package')
  table.as('KES').withdraws('ceasefire')
  expect(table.agreed()).toEqual([])
})

test('[consent-6] a clause with an open bracket is never agreed', () => {
  const table = two()
  table.as('KES').accepts('ceasefire')
  table.as('ORL').accepts('ceasefire')
  table.bracket('ceasefire', 1)
  expect(table.status('ceasefire')).toBe('bracketed')
  expect(table.blockers('ceasefire')).toEqual([{ why: 'brackets', open: 1 }])
})

test('[consent-7] without a required party nothing is agreed; observers never count', () => {
  const table = negotiation('', { ceasefire: 'Fire ceases.' })
  expect(table.status('ceasefire')).toBe('open')
  expect(table.blockers('ceasefire')).toEqual([{ why: 'nobody-accepts' }])
  expect(table.as('OBS').accepts('ceasefire')).toEqual({ code: 'not-permitted', power: 'bind' })
})

test('[consent-8] a party that stands aside does not block, but agreement needs somebody who accepts', () => {
  const table = two()
  table.as('KES').states('ceasefire', { stance: 'stands-aside' })
  table.as('ORL').states('ceasefire', { stance: 'stands-aside' })
  expect(table.status('ceasefire')).toBe('open')
  table.as('ORL').accepts('ceasefire')
  expect(table.status('ceasefire')).toBe('agreed')
})

test('[consent-9] the most provisional acceptance names the agreement', () => {
  const table = two()
  table.as('KES').states('ceasefire', { stance: 'accepts-with-reservation', reservation: 'Not on Sundays.' })
  table.as('ORL').accepts('ceasefire')
  expect(table.status('ceasefire')).toBe('agreed-with-reservation')
  table.as('ORL').states('ceasefire', { stance: 'accepts-ad-referendum', confirmBy: Timestamp.parse('2026-12-01T00:00:00Z') })
  expect(table.status('ceasefire')).toBe('agreed-ad-referendum')
})

test('[consent-10] an objection contests a clause before brackets, lapses and reserves are looked at', () => {
  const table = two()
  table.as('KES').accepts('ceasefire')
  table.as('ORL').objects('ceasefire')
  table.bracket('ceasefire', 2)
  expect(table.status('ceasefire')).toBe('contested')
  table.as('ORL').reserves('ceasefire')
  expect(table.status('ceasefire')).toBe('bracketed')
  table.bracket('ceasefire', 0)
  expect(table.status('ceasefire')).toBe('open')
  table.as('ORL').objects('ceasefire')
  table.as('KES').edits('ceasefire', 'Fire ceases soon.')
  expect(table.blockers('ceasefire').map(({ why }) => why)).toEqual(['lapsed', 'lapsed'])
})

test('[consent-11] the decision rule says whose consent is enough', () => {
  const minus = negotiation('KES ORL MER', { a: 'A.' }, { rule: { rule: 'consensus-minus', except: ['MER' as never] } })
  minus.as('KES').accepts('a')
  minus.as('MER').objects('a')
  expect(minus.status('a')).toBe('open')
  minus.as('ORL').accepts('a')
  expect(minus.status('a')).toBe('agreed')
  const majority = negotiation('KES ORL MER', { a: 'A.' }, { rule: { rule: 'qualified-majority', of: 2, outOf: 3 } })
  majority.as('KES').accepts('a')
  majority.as('MER').objects('a')
  expect(majority.status('a')).toBe('contested')
  majority.as('ORL').accepts('a')
  expect(majority.status('a')).toBe('agreed')
})

test('[consent-12] a package is agreed when all its clauses are, and a condition on words or terms holds while they stand', () => {
  const table = two()
  table.write({
    kind: 'package-offered',
    package: 'p1' as never,
    title: 'Both',
    by: 'CHR' as never,
    clauses: ['ceasefire' as never, 'relief' as never],
    description: '',
  })
  const relief = table.reading('relief')?.fingerprint
  table.as('KES').states('ceasefire', { stance: 'accepts-if', conditions: [{ on: 'package', package: 'p1' as never }] })
  table
    .as('ORL')
    .states('ceasefire', { stance: 'accepts-if', conditions: [{ on: 'wording', clause: 'relief' as never, fingerprint: relief as never }] })
  table.as('KES').accepts('relief')
  expect(table.agreed()).toEqual([])
  table.as('ORL').accepts('relief')
  expect(table.agreed()).toEqual(['ceasefire', 'relief'])
  table.as('KES').edits('relief', 'Relief begins tomorrow.')
  expect(table.blockers('ceasefire')).toHaveLength(2)
})
