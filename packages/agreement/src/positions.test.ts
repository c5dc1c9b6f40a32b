import { expect, test } from 'vitest'
import { negotiation } from './testing.ts'

const table = () => negotiation('KES ORL', { ceasefire: 'Fire ceases.', relief: 'Relief begins.' })

test('[position-1] a position on words that are no longer current is refused and nothing is recorded', () => {
  const talks = table()
  const seen = talks.reading('ceasefire')?.fingerprint
  talks.as('ORL').edits('ceasefire', 'Fire ceases at noon.')
  const before = talks.entries.length
  expect(talks.as('KES').accepts('ceasefire', seen)).toMatchObject({
    code: 'text-moved',
    clause: 'ceasefire',
    now: talks.reading('ceasefire')?.fingerprint,
  })
  expect(talks.entries).toHaveLength(before)
})

test('[position-2] only a seat that binds its party takes positions, and only for its own party', () => {
  const talks = table()
  expect(talks.as('KES', 'adviser').accepts('ceasefire')).toEqual({ code: 'not-permitted', power: 'bind' })
  expect(talks.as('CHR').accepts('ceasefire')).toEqual({ code: 'not-permitted', power: 'bind' })
  expect(
    talks.as('KES').gives('position.take', {
      clause: 'ceasefire',
      on: talks.reading('ceasefire')?.fingerprint,
      position: { stance: 'accepts' },
      party: 'ORL',
    }),
  ).toMatchObject({
    code: 'malformed',
  })
  talks.as('KES').accepts('ceasefire')
  expect(talks.standing('ceasefire', 'ORL')).toEqual({ is: 'none' })
})

test('[position-3] each party has one current position; earlier ones stay as history', () => {
  const talks = table()
  talks.as('KES').objects('ceasefire')
  talks.as('KES').accepts('ceasefire')
  expect(talks.as('KES').accepts('ceasefire')).toEqual({ code: 'nothing-new' })
  talks.as('KES').withdraws('ceasefire')
  expect(talks.as('KES').withdraws('ceasefire')).toEqual({ code: 'no-position', clause: 'ceasefire' })
  const steps = talks.negotiation.positions.get('ceasefire' as never)?.get('KES' as never)
  expect(steps?.map(({ position }) => position.stance)).toEqual(['objects', 'accepts', 'withdrawn'])
})

test('[position-4] conditions name what exists, and never the clause itself', () => {
  const talks = table()
  expect(talks.as('KES').acceptsIf('ceasefire', 'nothing')).toEqual({ code: 'unknown', what: 'clause', id: 'nothing' })
  expect(talks.as('KES').acceptsIf('ceasefire', 'ceasefire')).toEqual({ code: 'condition-on-itself', clause: 'ceasefire' })
  talks.as('CHR').gives('clause.withdraw', { clause: 'relief' })
  expect(talks.as('KES').acceptsIf('ceasefire', 'relief')).toEqual({ code: 'clause-withdrawn', clause: 'relief' })
  expect(talks.as('KES').acceptsIf('ceasefire', ...Array<string>(10_000).fill('relief'))).toMatchObject({ code: 'malformed' })
  expect(
    talks.as('KES').states('ceasefire', { stance: 'accepts-if', conditions: [{ on: 'package', package: 'p' as never }] }),
  ).toMatchObject({ what: 'package' })
})

test('[position-5] nothing is said of an unknown or withdrawn clause', () => {
  const talks = table()
  expect(talks.as('KES').accepts('elsewhere')).toEqual({ code: 'unknown', what: 'clause', id: 'elsewhere' })
  talks.as('CHR').gives('clause.withdraw', { clause: 'relief' })
  expect(talks.as('KES').accepts('relief')).toEqual({ code: 'clause-withdrawn', clause: 'relief' })
})

test('[position-6] a position is recorded in the round that is open', () => {
  const talks = table()
  talks.as('CHR').gives('round.open', { label: 'First reading' })
  talks.as('KES').accepts('ceasefire')
  expect(talks.standing('ceasefire', 'KES')).toMatchObject({ position: { round: 1 } })
})
