/** What happens by itself when time passes or words change: ad referendum, silence, corrections; and package deals. */
import { expect, test } from 'vitest'
import { Timestamp } from './ids.ts'
import { correctionsOver, withCorrection } from './corrections.ts'
import { nextDuty } from './duties.ts'
import { silencesInterrupted, hoursAfter } from './silence.ts'
import { negotiation, type Table } from './testing.ts'

const talks = () => negotiation('KES ORL', { a: 'The Partys agree on A.', b: 'B.' })
const on = (table: Table, clause: string) => table.reading(clause)?.fingerprint
const silence = (table: Table) => [...table.negotiation.silences.values()].at(-1)

test('[ad-referendum-1] an acceptance ad referendum counts until its time runs out, and for good once confirmed', () => {
  const table = talks()
  table.as('KES').accepts('a')
  table.as('ORL').states('a', { stance: 'accepts-ad-referendum', confirmBy: hoursAfter(table.now(), 48) })
  expect(table.status('a')).toBe('agreed-ad-referendum')
  expect(nextDuty(table.negotiation)).toBe(hoursAfter(Timestamp.parse('2026-11-09T09:02:00.000Z'), 48))
  expect(table.as('ORL').gives('position.confirm', { clause: 'a' })).toBeUndefined()
  expect(table.status('a')).toBe('agreed')
  table.passes(100)
  expect(table.status('a')).toBe('agreed')
  expect(table.as('ORL').gives('position.confirm', { clause: 'a' })).toEqual({ code: 'nothing-new' })
})

test('[ad-referendum-2] not confirmed in time, it counts no longer, and cannot be confirmed afterwards', () => {
  const table = talks()
  table.as('KES').accepts('a')
  table.as('ORL').states('a', { stance: 'accepts-ad-referendum', confirmBy: hoursAfter(table.now(), 48) })
  table.passes(49)
  expect(table.status('a')).toBe('consent-lapsed')
  expect(table.standing('a', 'ORL')).toMatchObject({ is: 'lapsed', because: 'unconfirmed' })
  expect(table.as('ORL').gives('position.confirm', { clause: 'a' })).toEqual({ code: 'deadline-passed' })
  expect(table.as('KES').gives('position.confirm', { clause: 'a' })).toEqual({ code: 'not-ad-referendum', clause: 'a' })
  expect(nextDuty(table.negotiation)).toBeUndefined()
})

test('[ad-referendum-3] only the words accepted can be confirmed', () => {
  const table = talks()
  table.as('ORL').states('a', { stance: 'accepts-ad-referendum' })
  table.as('KES').edits('a', 'Other words.')
  expect(table.as('ORL').gives('position.confirm', { clause: 'a' })).toMatchObject({ code: 'text-moved' })
})

test('[silence-1] silence kept to its end records acceptance of the wording for those who said nothing, and nothing else', () => {
  const table = talks()
  table.as('KES').accepts('a')
  expect(table.as('CHR').gives('silence.open', { clauses: ['a', 'b'], closesAt: hoursAfter(table.now(), 72) })).toBeUndefined()
  table.passes(71)
  expect(table.status('a')).toBe('open')
  table.passes(2)
  expect(silence(table)?.ended?.outcome).toBe('not-broken')
  expect(table.agreed()).toEqual(['a', 'b'])
  const recorded = table.entries.filter(({ fact }) => fact.kind === 'position-taken' && fact.silence !== undefined)
  expect(recorded.map(({ by, fact }) => [by, fact.kind === 'position-taken' && fact.position])).toEqual(
    recorded.map(() => ['server', { stance: 'accepts' }]),
  )
  expect(recorded).toHaveLength(3)
  expect(table.negotiation.declarations).toEqual([])
})

test('[silence-2] it runs at least as long as agreed, 72 hours unless every required party agrees to less', () => {
  const table = talks()
  const open = (hours: number) => table.as('CHR').gives('silence.open', { clauses: ['a'], closesAt: hoursAfter(table.now(), hours) })
  expect(open(71)).toMatchObject({ code: 'too-soon' })
  table.as('CHR').gives('silence.propose-time', { hours: 24 })
  table.as('KES').gives('silence.accept-time', { hours: 24 })
  expect(open(24)).toMatchObject({ code: 'too-soon' })
  expect(table.as('KES').gives('silence.accept-time', { hours: 24 })).toEqual({ code: 'nothing-new' })
  table.as('ORL').gives('silence.accept-time', { hours: 24 })
  expect(open(24)).toBeUndefined()
  expect(table.as('KES').gives('silence.open', { clauses: ['b'], closesAt: hoursAfter(table.now(), 99) })).toEqual({
    code: 'not-permitted',
    power: 'preside',
  })
})

test('[silence-3] any required party breaks it, with a reason or by speaking against the words', () => {
  const table = talks()
  const open = (clause: string) => table.as('CHR').gives('silence.open', { clauses: [clause], closesAt: hoursAfter(table.now(), 72) })
  open('a')
  expect(table.as('ORL').gives('silence.break', { silence: silence(table)?.silence, reason: 'Instructions are pending.' })).toBeUndefined()
  expect(silence(table)?.ended).toMatchObject({ outcome: 'broken', party: 'ORL', reason: 'Instructions are pending.' })
  expect(table.as('ORL').gives('silence.break', { silence: silence(table)?.silence, reason: 'Again.' })).toEqual({
    code: 'deadline-passed',
  })
  open('b')
  table.as('KES').objects('b')
  expect(silence(table)?.ended).toMatchObject({ outcome: 'broken', party: 'KES', reason: 'No.' })
  table.passes(100)
  expect(table.agreed()).toEqual([])
})

test('[silence-4] any change of the words ends it without effect', () => {
  const table = talks()
  table.as('CHR').gives('silence.open', { clauses: ['a', 'b'], closesAt: hoursAfter(table.now(), 72) })
  table.as('ORL').edits('b', 'B, changed.')
  table.passes(1)
  expect(silence(table)?.ended?.outcome).toBe('overtaken')
  table.passes(100)
  expect(table.agreed()).toEqual([])
})

test('[silence-5] it is not opened on brackets, standing objections, or clauses on which it already runs', () => {
  const table = talks()
  const open = (clause: string) => table.as('CHR').gives('silence.open', { clauses: [clause], closesAt: hoursAfter(table.now(), 72) })
  table.bracket('a', 1)
  expect(open('a')).toEqual({ code: 'brackets-open', clause: 'a' })
  table.bracket('a', 0)
  table.as('ORL').objects('a')
  expect(open('a')).toEqual({ code: 'objection-stands', clause: 'a', party: 'ORL' })
  expect(open('b')).toBeUndefined()
  expect(open('b')).toEqual({ code: 'silence-running', clause: 'b' })
})

test('[silence-6] nothing is adopted by silence while the server was away longer than the grace period', () => {
  const table = talks()
  const opened = table.now()
  table.as('CHR').gives('silence.open', { clauses: ['a'], closesAt: hoursAfter(opened, 72) })
  const away = (hours: number) =>
    silencesInterrupted(table.negotiation, { from: hoursAfter(opened, 10), until: hoursAfter(opened, 10 + hours) })
  expect(away(0.2)).toEqual([])
  expect(away(1)).toMatchObject([{ kind: 'silence-ended', outcome: 'interrupted' }])
  table.write(...away(1))
  table.passes(100)
  expect(table.agreed()).toEqual([])
  expect(silencesInterrupted(table.negotiation, { from: opened, until: hoursAfter(opened, 9) })).toEqual([])
})

test('[package-1] a package is offered, accepted as a whole, and closes when all have accepted it', () => {
  const table = talks()
  expect(table.as('CHR').gives('package.offer', { title: 'Both', clauses: ['a', 'b'] })).toBeUndefined()
  const [offered] = [...table.negotiation.packages.keys()]
  const both = () => ['a', 'b'].map((clause) => ({ clause, fingerprint: on(table, clause) }))
  table.as('KES').accepts('a')
  expect(table.as('KES').gives('package.accept', { package: offered, on: both() })).toBeUndefined()
  expect(table.standing('a', 'KES')).toMatchObject({ position: { position: { stance: 'accepts' } } })
  expect(table.agreed()).toEqual([])
  expect(table.as('ORL').gives('package.accept', { package: offered, on: both() })).toBeUndefined()
  expect(table.agreed()).toEqual(['a', 'b'])
  expect(table.as('ORL').gives('package.accept', { package: offered, on: both().slice(1) })).toMatchObject({
    code: 'text-moved',
    clause: 'a',
  })
})

test('[package-2] only its author withdraws a package; acceptances that wait for it then wait in vain', () => {
  const table = talks()
  table.as('KES').gives('package.offer', { title: 'Both', clauses: ['a', 'b'] })
  const [offered] = [...table.negotiation.packages.keys()]
  const both = ['a', 'b'].map((clause) => ({ clause, fingerprint: on(table, clause) }))
  for (const party of ['KES', 'ORL']) table.as(party).gives('package.accept', { package: offered, on: both })
  expect(table.as('ORL').gives('package.withdraw', { package: offered })).toEqual({ code: 'not-the-author' })
  expect(table.as('KES').gives('package.withdraw', { package: offered })).toBeUndefined()
  expect(table.agreed()).toEqual([])
  expect(table.as('KES').gives('package.accept', { package: offered, on: both })).toEqual({ code: 'package-withdrawn' })
  expect(table.as('KES').gives('package.offer', { title: 'One', clauses: ['a', 'a'] })).toMatchObject({ code: 'malformed' })
  expect(table.as('OBS').gives('package.offer', { title: 'Both', clauses: ['a', 'b'] })).toEqual({ code: 'not-permitted', power: 'offer' })
})

test('[declaration-1] a declaration is on record and changes nothing that is agreed', () => {
  const table = talks()
  table.as('KES').accepts('a')
  table.as('ORL').accepts('a')
  expect(table.as('ORL').gives('declaration.make', { clause: 'a', kind: 'interpretative-declaration', text: 'A means A.' })).toBeUndefined()
  expect(table.negotiation.declarations).toMatchObject([{ party: 'ORL', text: 'A means A.' }])
  expect(table.agreed()).toEqual(['a'])
})

const quote = { exact: 'Partys', prefix: 'The ', suffix: ' agree', offset: 4 }
const propose = (table: Table, more: object = {}) =>
  table.as('CHR').gives('correction.propose', {
    clause: 'a',
    on: on(table, 'a'),
    quote,
    replacement: 'Parties',
    reason: 'Spelling.',
    closesAt: hoursAfter(table.now(), 24),
    ...more,
  })

test('[correction-1] a slip is put right unless a party objects, and consent to the words carries over', () => {
  const table = talks()
  table.as('KES').accepts('a')
  table.as('ORL').accepts('a')
  expect(propose(table)).toBeUndefined()
  table.passes(25)
  expect([...table.negotiation.corrections.values()][0]?.state.is).toBe('made')
  table.as('CHR').edits('a', 'The Parties agree on A.')
  expect(table.status('a')).toBe('agreed')
  expect(table.as('ORL').accepts('a')).toBeUndefined()
  table.as('KES').edits('a', 'The Parties agree on A and B.')
  expect(table.status('a')).toBe('consent-lapsed')
})

test('[correction-2] an objection, other words, or the chair stop it', () => {
  const objected = talks()
  propose(objected)
  const [id] = [...objected.negotiation.corrections.keys()]
  expect(propose(objected)).toEqual({ code: 'correction-open', clause: 'a' })
  expect(objected.as('ORL').gives('correction.object', { correction: id, reason: 'It is a quotation.' })).toBeUndefined()
  objected.passes(25)
  objected.as('CHR').edits('a', 'The Parties agree on A.')
  expect([...objected.negotiation.corrections.values()][0]?.state).toMatchObject({ is: 'objected', party: 'ORL' })
  const moved = talks()
  propose(moved)
  moved.as('KES').edits('a', 'Quite other words.')
  expect(correctionsOver(moved.negotiation, moved.readings(), moved.now())).toMatchObject([{ kind: 'correction-dropped' }])
  const dropped = talks()
  propose(dropped)
  expect(dropped.as('CHR').gives('correction.drop', { correction: [...dropped.negotiation.corrections.keys()][0] })).toBeUndefined()
  expect([...dropped.negotiation.corrections.values()][0]?.state.is).toBe('dropped')
})

test('[correction-3] it names words that stand in exactly one place, leaves a day, and changes something', () => {
  const table = talks()
  expect(propose(table, { quote: { ...quote, exact: 'States' } })).toEqual({ code: 'not-in-the-text' })
  expect(propose(table, { replacement: 'Partys' })).toEqual({ code: 'nothing-new' })
  expect(propose(table, { closesAt: hoursAfter(table.now(), 23) })).toMatchObject({ code: 'too-soon' })
  const wording = {
    kind: 'operative',
    heading: '',
    milestones: [],
    blocks: [
      {
        type: 'list',
        ordered: true,
        items: [[{ type: 'paragraph', runs: [{ text: 'an x' }, { text: ' or an x', bracket: 'contested' }] }]],
      },
    ],
  } as const
  const second = withCorrection(
    { ...wording, milestones: [], blocks: JSON.parse(JSON.stringify(wording.blocks)) as never },
    { exact: 'x', prefix: ' or an ', suffix: '', offset: 0 },
    'y',
  )
  expect(JSON.stringify(second?.blocks)).toContain('"an x"},{"text":" or an y"')
})
