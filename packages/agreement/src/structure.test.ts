import { expect, test } from 'vitest'
import { MAX_CLAUSES } from './limits.ts'
import { numbersOf } from './numbering.ts'
import { negotiation } from './testing.ts'

const talks = () => negotiation('KES ORL', { a: 'A.', b: 'B.', c: 'C.' })
const order = (table: ReturnType<typeof talks>) => table.negotiation.clauses.map(({ clause }) => clause)

test('[structure-1] clauses are added, moved and retitled by command, and numbers follow the order', () => {
  const table = talks()
  expect(table.as('CHR').gives('clause.move', { clause: 'c', section: 'I', after: 'a' })).toBeUndefined()
  expect(order(table)).toEqual(['a', 'c', 'b'])
  expect(table.as('CHR').gives('clause.move', { clause: 'c', section: 'I', after: 'a' })).toEqual({ code: 'nothing-new' })
  table.as('CHR').gives('section.add', { heading: 'Preamble' })
  const preamble = table.negotiation.sections[0]?.section
  table.as('CHR').gives('clause.add', { section: preamble, kind: 'preambular', heading: 'Purpose' })
  expect([...numbersOf(table.negotiation).values()]).toEqual(['PP1', '1', '2', '3'])
  table.as('CHR').gives('clause.withdraw', { clause: 'a' })
  expect(numbersOf(table.negotiation).get('b' as never)).toBe('2')
})

test('[structure-2] ids are never used again, and a withdrawn clause can be restored with its consent', () => {
  const table = talks()
  table.as('KES').accepts('a')
  table.as('ORL').accepts('a')
  table.as('CHR').gives('clause.withdraw', { clause: 'a', reason: 'Merged.' })
  expect(table.agreed()).toEqual([])
  expect(table.as('CHR').gives('clause.withdraw', { clause: 'a' })).toEqual({ code: 'clause-withdrawn', clause: 'a' })
  expect(table.as('CHR').gives('clause.restore', { clause: 'a' })).toBeUndefined()
  expect(table.agreed()).toEqual(['a'])
  expect(table.as('CHR').gives('clause.restore', { clause: 'a' })).toEqual({ code: 'clause-not-withdrawn', clause: 'a' })
})

test('[structure-3] a new heading is new wording: consent to the clause lapses', () => {
  const table = talks()
  table.as('KES').accepts('a')
  table.as('CHR').gives('clause.retitle', { clause: 'a', heading: 'Cessation' })
  expect(table.standing('a', 'KES')).toMatchObject({ is: 'lapsed' })
})

test('[structure-4] sections and neighbours must exist; observers change nothing', () => {
  const table = talks()
  expect(table.as('CHR').gives('clause.add', { section: 'IX', kind: 'operative' })).toEqual({ code: 'unknown', what: 'section', id: 'IX' })
  expect(table.as('CHR').gives('clause.add', { section: 'I', kind: 'operative', after: 'z' })).toEqual({
    code: 'unknown',
    what: 'clause',
    id: 'z',
  })
  expect(table.as('OBS').gives('clause.withdraw', { clause: 'a' })).toEqual({ code: 'not-permitted', power: 'structure' })
  expect(table.as('KES', 'adviser').gives('section.retitle', { section: 'I', heading: 'X' })).toEqual({
    code: 'not-permitted',
    power: 'structure',
  })
  expect(table.as('CHR').gives('section.retitle', { section: 'I', heading: 'Provisions' })).toEqual({ code: 'nothing-new' })
})

test('[procedure-1] one round is open at a time, and rounds count up', () => {
  const table = talks()
  expect(table.as('CHR').gives('round.close', {})).toEqual({ code: 'no-round-open' })
  table.as('CHR').gives('round.open', { label: 'First' })
  expect(table.as('CHR').gives('round.open', { label: 'Second' })).toEqual({ code: 'round-open', round: 1 })
  table.as('CHR').gives('round.close', {})
  table.as('CHR').gives('round.open', { label: 'Second' })
  expect(table.negotiation.rounds.map(({ round, closed }) => [round, closed !== undefined])).toEqual([
    [1, true],
    [2, false],
  ])
})

test('[procedure-2] only who presides sets who may draft, for all or for one clause', () => {
  const table = talks()
  expect(table.as('KES').gives('drafting.set', { drafting: 'pen' })).toEqual({ code: 'not-permitted', power: 'preside' })
  table.as('CHR').gives('drafting.set', { drafting: 'pen' })
  table.as('CHR').gives('drafting.set', { clause: 'a', drafting: 'open' })
  expect(table.negotiation.pens.whole.drafting).toBe('pen')
  expect(table.negotiation.pens.clauses.get('a' as never)).toEqual({ drafting: 'open' })
  table.as('CHR').gives('drafting.set', { clause: 'a' })
  expect(table.negotiation.pens.clauses.size).toBe(0)
  expect(table.as('CHR').gives('drafting.set', { drafting: 'pen' })).toEqual({ code: 'nothing-new' })
})

test('[procedure-3] parties and seats are added by who presides; only a delegation can be required', () => {
  const table = talks()
  const liu = { party: 'LIU', kind: 'observer', name: 'Littoral Union', shortName: 'LIU', required: false, languages: ['en'] }
  expect(table.as('CHR').gives('party.seat', { ...liu, required: true })).toMatchObject({ code: 'malformed' })
  expect(table.as('CHR').gives('party.seat', liu)).toBeUndefined()
  expect(table.as('CHR').gives('party.seat', liu)).toEqual({ code: 'taken', what: 'party', id: 'LIU' })
  expect(table.as('CHR').gives('seat.assign', { party: 'LIU', role: 'observer', name: 'A. de Wit' })).toBeUndefined()
  expect(table.as('CHR').gives('seat.assign', { party: 'XXX', role: 'head', name: 'N. N.' })).toEqual({
    code: 'unknown',
    what: 'party',
    id: 'XXX',
  })
})

test('[structure-5] a text drafted elsewhere brings all its sections and clauses at once, in their order, or none', () => {
  const table = talks()
  const text = {
    after: 'I',
    sections: [
      { heading: 'Withdrawal', number: 'II', clauses: [{ kind: 'operative' }, { kind: 'operative', heading: 'Artillery' }] },
      { heading: 'Passage', clauses: [{ kind: 'operative' }] },
    ],
  }
  expect(table.as('CHR').gives('text.bring-in', { ...text, after: 'X' })).toEqual({ code: 'unknown', what: 'section', id: 'X' })
  expect(table.as('OBS').gives('text.bring-in', text)).toEqual({ code: 'not-permitted', power: 'structure' })
  expect(table.as('CHR').gives('text.bring-in', text)).toBeUndefined()
  expect(table.negotiation.sections.map(({ heading }) => heading).slice(-2)).toEqual(['Withdrawal', 'Passage'])
  expect([...numbersOf(table.negotiation).values()]).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(table.negotiation.clauses.map(({ heading }) => heading).slice(-3)).toEqual(['', 'Artillery', ''])
  const flood = { sections: [{ heading: 'Flood', clauses: Array.from({ length: MAX_CLAUSES }, () => ({ kind: 'operative' })) }] }
  expect(table.as('CHR').gives('text.bring-in', flood)).toEqual({ code: 'too-many', what: 'clause', limit: MAX_CLAUSES })
  expect(table.negotiation.clauses).toHaveLength(6)
})

test('[structure-16] clauses drafted elsewhere go into a section there is, after one of its clauses, together with new sections or alone', () => {
  const table = talks()
  const [first] = table.negotiation.clauses
  if (first === undefined) throw new Error('There is no clause')
  const clauses = [
    { kind: first.kind, heading: 'One' },
    { kind: first.kind, heading: 'Two' },
  ]
  const into = { section: first.section, after: first.clause, clauses }
  expect(table.as('CHR').gives('text.bring-in', { sections: [] })).toMatchObject({ code: 'malformed' })
  expect(table.as('CHR').gives('text.bring-in', { sections: [], into: { ...into, after: 'z' } })).toEqual({
    code: 'unknown',
    what: 'clause',
    id: 'z',
  })
  expect(table.as('CHR').gives('text.bring-in', { sections: [], into })).toBeUndefined()
  expect(table.negotiation.clauses.slice(0, 3).map(({ heading }) => heading)).toEqual([first.heading, 'One', 'Two'])
  const sections = [{ heading: 'Passage', clauses: [{ kind: 'operative' }] }]
  expect(
    table.as('CHR').gives('text.bring-in', {
      sections,
      after: first.section,
      into: { ...into, after: undefined, clauses: [{ kind: first.kind, heading: 'Zero' }] },
    }),
  ).toBeUndefined()
  expect(table.negotiation.clauses[0]?.heading).toBe('Zero')
  expect(table.negotiation.sections.some(({ heading }) => heading === 'Passage')).toBe(true)
})

test('[procedure-4] whoever takes a seat is named in the record, and stays in their seat', () => {
  const table = talks()
  expect(table.as('OBS').gives('seat.take', { name: 'Anneke de Wit' })).toBeUndefined()
  expect(table.negotiation.seats.get('OBS-head' as never)).toMatchObject({ name: 'Anneke de Wit', party: 'OBS', role: 'head' })
  expect(table.as('OBS').gives('seat.take', { name: 'Anneke de Wit' })).toEqual({ code: 'nothing-new' })
  expect(table.as('OBS').gives('seat.take', { name: ' ' })).toMatchObject({ code: 'malformed' })
})
