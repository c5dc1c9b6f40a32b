import { expect, test } from 'vitest'
import { amendmentNames, amendmentsOf, behind } from './amendment.ts'
import { AmendmentId, ClauseId, PartyId } from './ids.ts'
import { negotiation, type NegotiationOptions, type Table } from './testing.ts'

const clause = ClauseId.parse('km')

/** A table of three with a clause on distance, and words to amend it with. */
function table(options?: NegotiationOptions) {
  const at = negotiation('KES ORL MER', { km: 'not less than 20 km', relief: 'Relief begins.' }, options)
  const on = () => at.reading('km')?.fingerprint
  return { at, on, tables: (party: string, words: string, role?: 'head' | 'adviser') => tabled(at, party, words, role) }
}

/** Tables an amendment with these words; answers its id. */
function tabled(at: Table, party: string, words: string, role: 'head' | 'adviser' = 'head'): string {
  const text = [{ type: 'paragraph', runs: [{ text: words }] }]
  const refusal = at.as(party, role).gives('amendment.table', { clause: 'km', on: at.reading('km')?.fingerprint, text })
  if (refusal) throw new Error(JSON.stringify(refusal))
  return [...at.negotiation.amendments.keys()].at(-1) ?? ''
}

const reads = (at: Table, amendment: string) => at.reads(amendment)?.fingerprint
const partiesBehind = (at: Table, amendment: string) => {
  const found = at.negotiation.amendments.get(AmendmentId.parse(amendment))
  return found && behind(at.negotiation, found, reads(at, amendment))
}

test('[amendment-1] whoever drafts tables other words, made against the words they read; the text stays as it is', () => {
  const { at, on, tables } = table()
  const before = on()
  const amendment = tables('KES', 'not less than 30 km', 'adviser')
  expect(on()).toBe(before)
  expect(at.negotiation.amendments.get(AmendmentId.parse(amendment))).toMatchObject({
    party: 'KES',
    against: before,
    state: { is: 'tabled' },
  })
  expect(at.as('KES').gives('amendment.table', { clause: 'km', on: '0'.repeat(64) })?.code).toBe('text-moved')
  expect(at.as('OBS').gives('amendment.table', { clause: 'km', on: before })?.code).toBe('not-permitted')
})

test('[amendment-2] a pending amendment does not undo agreement', () => {
  const { at, tables } = table()
  for (const party of ['KES', 'ORL', 'MER']) at.as(party).accepts('km')
  expect(at.agreed()).toContain('km')
  tables('KES', 'not less than 30 km')
  expect(at.agreed()).toContain('km')
})

test('[amendment-3] support names the reading, counts while it reads so, and is left again', () => {
  const { at, tables } = table()
  const amendment = tables('KES', 'not less than 30 km')
  const on = reads(at, amendment)
  expect(at.as('KES').gives('amendment.support', { amendment, on })?.code).toBe('own-amendment')
  expect(at.as('ORL', 'adviser').gives('amendment.support', { amendment, on })?.code).toBe('not-permitted')
  expect(at.as('ORL').gives('amendment.support', { amendment, on })).toBeUndefined()
  expect(partiesBehind(at, amendment)).toEqual(['KES', 'ORL'])
  expect(at.as('ORL').gives('amendment.support', { amendment, on })?.code).toBe('nothing-new')
  at.rewrites(amendment, 'not less than 40 km')
  expect(partiesBehind(at, amendment)).toEqual(['KES'])
  expect(at.as('MER').gives('amendment.support', { amendment, on })).toMatchObject({ code: 'reading-moved' })
  expect(at.as('ORL').gives('amendment.leave', { amendment })).toBeUndefined()
  expect(at.as('ORL').gives('amendment.leave', { amendment })?.code).toBe('nothing-new')
})

test('[amendment-4] consent to a reading says nothing of the text, and is current once the text reads so', () => {
  const { at, tables } = table()
  at.as('ORL').accepts('km')
  const amendment = tables('KES', 'not less than 30 km')
  const on = reads(at, amendment)
  expect(at.as('ORL').gives('position.take', { clause: 'km', on, amendment, position: { stance: 'accepts' } })).toBeUndefined()
  at.as('MER').accepts('km')
  expect(at.standing('km', 'ORL')).toMatchObject({ is: 'current' })
  expect(at.as('CHR').gives('amendment.incorporate', { amendment, on: at.reading('km')?.fingerprint, of: on })).toBeUndefined()
  expect(at.reading('km')?.fingerprint).toBe(on)
  expect(at.standing('km', 'ORL')).toMatchObject({ is: 'current', position: { on } })
  expect(at.standing('km', 'MER')).toMatchObject({ is: 'lapsed' })
  // The words restored restore the consent to them: what was said of the reading replaced nothing.
  at.as('CHR').edits('km', 'not less than 20 km')
  expect(at.standing('km', 'ORL')).toMatchObject({ is: 'current' })
  expect(at.standing('km', 'MER')).toMatchObject({ is: 'current' })
  at.as('CHR').edits('km', 'not less than 30 km')
  expect(at.as('ORL').withdraws('km')).toBeUndefined()
  expect(at.standing('km', 'ORL')).toEqual({ is: 'none' })
})

test('[amendment-4] a reading can only be accepted, as it reads, and the acceptance withdrawn', () => {
  const { at, tables } = table()
  const amendment = tables('KES', 'not less than 30 km')
  const on = reads(at, amendment)
  const states = (position: object, of = on) => at.as('ORL').gives('position.take', { clause: 'km', on: of, amendment, position })?.code
  expect(states({ stance: 'objects', reason: 'Too far.' })).toBe('malformed')
  expect(states({ stance: 'accepts' }, at.reading('km')?.fingerprint)).toBe('reading-moved')
  expect(states({ stance: 'accepts' })).toBeUndefined()
  expect(states({ stance: 'accepts' })).toBe('nothing-new')
  expect(partiesBehind(at, amendment)).toEqual(['KES', 'ORL'])
  expect(at.as('ORL').gives('position.withdraw', { clause: 'km', amendment })).toBeUndefined()
  expect(partiesBehind(at, amendment)).toEqual(['KES'])
})

test('[amendment-5] a party never takes its own amendment into the text alone, not even the chair', () => {
  const { at, on, tables } = table()
  for (const party of ['KES', 'CHR']) {
    const amendment = tables(party, `not less than 3${party.length} km, says ${party}`)
    const of = reads(at, amendment)
    expect(at.as(party).gives('amendment.incorporate', { amendment, on: on(), of })?.code).toBe('own-amendment')
  }
  const [, chairs = ''] = [...at.negotiation.amendments.keys()]
  at.as('ORL').gives('amendment.support', { amendment: chairs, on: reads(at, chairs) })
  expect(at.as('CHR').gives('amendment.incorporate', { amendment: chairs, on: on(), of: reads(at, chairs) })).toBeUndefined()
  expect(at.reading('km')?.wording.blocks).toMatchObject([{ runs: [{ text: 'not less than 33 km, says CHR' }] }])
})

test('[amendment-6] whoever else holds the pen takes an amendment in once enough parties stand behind it; the chair decides', () => {
  const { at, on, tables } = table()
  const amendment = tables('KES', 'not less than 30 km')
  const wants = { amendment, on: on(), of: reads(at, amendment) }
  expect(at.as('ORL').gives('amendment.incorporate', wants)?.code).toBe('not-carried')
  at.as('ORL').gives('amendment.support', { amendment, on: wants.of })
  expect(at.as('ORL').gives('amendment.incorporate', wants)?.code).toBe('not-carried')
  at.as('MER').gives('position.take', { clause: 'km', on: wants.of, amendment, position: { stance: 'accepts' } })
  expect(at.as('ORL').gives('amendment.incorporate', wants)).toBeUndefined()
  expect(at.as('ORL').gives('amendment.incorporate', wants)?.code).toBe('amendment-closed')

  const pen = table({ drafting: 'pen' })
  const other = pen.tables('KES', 'not less than 30 km')
  const chosen = { amendment: other, on: pen.on(), of: reads(pen.at, other) }
  expect(pen.at.as('ORL').gives('amendment.incorporate', chosen)).toEqual({ code: 'not-permitted', power: 'hold-the-pen' })
  expect(pen.at.as('CHR').gives('amendment.incorporate', { ...chosen, of: chosen.on })?.code).toBe('reading-moved')
  expect(pen.at.as('CHR').gives('amendment.incorporate', { ...chosen, on: chosen.of })?.code).toBe('text-moved')
  expect(pen.at.as('CHR').gives('amendment.incorporate', chosen)).toBeUndefined()
})

test('[amendment-7] where the text has changed in the same places nothing is taken in whole, and nothing is guessed', () => {
  const { at, on, tables } = table()
  const amendment = tables('KES', 'not less than 30 km')
  at.as('CHR').edits('km', 'not less than 25 km')
  at.rewrites(amendment, 'not less than 30 km', 1)
  const wants = { amendment, on: on(), of: reads(at, amendment) }
  expect(at.as('CHR').gives('amendment.incorporate', wants)).toEqual({ code: 'amendment-conflicts', conflicts: 1 })
  expect(at.as('CHR').gives('amendment.incorporate', { ...wants, changes: [7] })?.code).toBe('malformed')
  const text = [{ type: 'paragraph', runs: [{ text: 'not less than 30 km' }] }]
  expect(at.as('ORL').gives('amendment.update', { amendment, on: on(), of: wants.of, text })?.code).toBe('not-the-author')
  expect(at.as('KES').gives('amendment.update', { amendment, on: wants.of, of: wants.of, text })?.code).toBe('text-moved')
  expect(at.as('KES').gives('amendment.update', { amendment, on: on(), of: wants.of, text })).toBeUndefined()
  expect(at.negotiation.amendments.get(AmendmentId.parse(amendment))).toMatchObject({ against: on() })
})

test('[amendment-8] only its author withdraws an amendment, and the trace stays', () => {
  const { at, tables } = table()
  const amendment = tables('KES', 'not less than 30 km')
  expect(at.as('ORL').gives('amendment.withdraw', { amendment })?.code).toBe('not-the-author')
  expect(at.as('KES').gives('amendment.withdraw', { amendment, reason: 'Met elsewhere.' })).toBeUndefined()
  expect(amendmentsOf(at.negotiation, clause)).toEqual([])
  expect(at.negotiation.amendments.get(AmendmentId.parse(amendment))?.state).toMatchObject({ is: 'withdrawn', reason: 'Met elsewhere.' })
  expect(at.as('ORL').gives('amendment.support', { amendment, on: reads(at, amendment) })?.code).toBe('amendment-closed')
})

test('[amendment-9] that a clause come or go is tabled like other words, and happens when it is taken in', () => {
  const { at, on } = table()
  at.as('KES').gives('amendment.table-deletion', { clause: 'km', on: on() })
  expect(at.as('KES').gives('amendment.table-deletion', { clause: 'km', on: on() })?.code).toBe('nothing-new')
  const text = [{ type: 'paragraph', runs: [{ text: 'Monitors have access.' }] }]
  at.as('ORL').gives('amendment.table-clause', { section: 'I', after: 'km', clauseKind: 'operative', heading: 'Access', text })
  const [deletion = '', insertion = ''] = [...at.negotiation.amendments.keys()]
  expect(at.negotiation.clauses.map((one) => one.heading)).toEqual(['km', 'relief'])
  expect(at.as('MER').gives('amendment.support', { amendment: deletion })).toBeUndefined()
  expect(at.as('CHR').gives('amendment.incorporate', { amendment: insertion, of: reads(at, insertion) })).toBeUndefined()
  expect(at.as('CHR').gives('amendment.incorporate', { amendment: deletion, on: on() })).toBeUndefined()
  expect(at.negotiation.clauses.map((one) => [one.heading, one.standing.is])).toEqual([
    ['km', 'withdrawn'],
    ['Access', 'standing'],
    ['relief', 'standing'],
  ])
  const [, added] = at.negotiation.clauses
  expect(at.reading(added?.clause ?? '')?.wording.blocks).toMatchObject([{ runs: [{ text: 'Monitors have access.' }] }])
})

test('[amendment-10] an amendment can be amended, and alternatives are counted bis, ter', () => {
  const { at, tables } = table()
  const first = tables('KES', 'not less than 30 km')
  const wrong = at.as('ORL').gives('amendment.table', { clause: 'relief', on: reads(at, first), to: first })
  expect(wrong?.code).toBe('unknown')
  expect(at.as('ORL').gives('amendment.table', { clause: 'km', on: reads(at, first), to: first })).toBeUndefined()
  expect(at.as('MER').gives('amendment.table-deletion', { clause: 'km', on: at.reading('km')?.fingerprint })).toBeUndefined()
  at.as('KES').gives('amendment.withdraw', { amendment: first })
  expect([...amendmentNames(at.negotiation, clause, '4').values()]).toEqual(['4 bis', '4 ter', '4 quater'])
})

test('[amendment-11] the chair merges readings that are alike and drops those nobody else supports, as one act', () => {
  const { at, tables } = table()
  const [one, alike, other, supported] = [
    tables('KES', 'not less than 30 km'),
    tables('ORL', 'not less than 30 km'),
    tables('ORL', 'not less than 10 km'),
    tables('MER', 'not less than 15 km'),
  ]
  at.as('KES').gives('amendment.support', { amendment: supported, on: reads(at, supported) })
  const act = (merge: readonly object[], drop: readonly string[]) =>
    at.as('CHR').gives('amendment.streamline', { clause: 'km', merge, drop })?.code
  expect(at.as('KES').gives('amendment.streamline', { clause: 'km', merge: [], drop: [other] })?.code).toBe('not-permitted')
  expect(act([], [])).toBe('nothing-new')
  expect(act([{ amendment: other, into: one }], [])).toBe('readings-differ')
  expect(act([], [supported])).toBe('amendment-supported')
  expect(act([{ amendment: alike, into: one }], [alike])).toBe('malformed')
  const entries = at.entries.length
  expect(act([{ amendment: alike, into: one }], [other])).toBeUndefined()
  expect(at.entries.length).toBe(entries + 1)
  expect(amendmentsOf(at.negotiation, clause).map(({ amendment }) => amendment)).toEqual([one, supported])
  expect(partiesBehind(at, one)).toEqual(['KES', 'ORL'])
  expect(at.negotiation.amendments.get(AmendmentId.parse(alike))?.state).toMatchObject({ is: 'merged', into: one })
})

test('[bracket-2] who stands behind square brackets, and who settles them by when, is a statement', () => {
  const { at } = table()
  const said = { clause: 'km', bracket: 'b1', kind: 'placeholder', parties: ['KES'], owner: 'ORL', due: '2026-12-01' }
  expect(at.as('KES').gives('bracket.attribute', said)).toBeUndefined()
  expect(at.as('KES').gives('bracket.attribute', said)?.code).toBe('nothing-new')
  expect(at.as('KES').gives('bracket.attribute', { ...said, clause: 'relief' })?.code).toBe('taken')
  expect(at.as('KES').gives('bracket.attribute', { ...said, parties: ['XXX'] })?.code).toBe('unknown')
  expect([...at.negotiation.brackets.values()]).toMatchObject([{ kind: 'placeholder', owner: PartyId.parse('ORL'), due: '2026-12-01' }])
})
