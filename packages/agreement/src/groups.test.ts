import { expect, test } from 'vitest'
import type { Fact } from './fact.ts'
import { replay } from './fold.ts'
import { openGroup } from './groups.ts'
import { NegotiationId, PartyId, SeatId, Timestamp } from './ids.ts'
import { append, NO_ENTRIES, type Entry } from './journal.ts'
import type { Negotiation } from './negotiation.ts'
import { isOpen, seenFrom, speakerOf } from './private-room.ts'
import { readersOf } from './readers.ts'
import { renewalTo } from './renewal.ts'
import { headsOf } from './seating.ts'
import { negotiation, type Table } from './testing.ts'

const KES = PartyId.parse('KES')

/** A group beside the table, as the chair convenes it. `undated`: at a moment, as the record said it before it named the table's entry. */
function convened(table: Table, parties: readonly string[], undated?: Timestamp) {
  const { speaker, negotiation: at } = table.situation('CHR', 'head')
  const fresh = `${at.seq}`
  const decision = openGroup(
    { negotiation: NegotiationId.parse('talks'), table: at, speaker, fresh },
    { label: 'Some', parties, announced: false },
  )
  const [fact] = decision.ok ? decision.facts : []
  if (fact?.kind !== 'room-opened') throw new Error('The group was not opened')
  const { after: _, ...bare } = fact
  const { room } = fact
  const first = append(NO_ENTRIES, {
    room,
    at: undated ?? Timestamp.parse('2000-01-01T00:00:00Z'),
    by: 'server',
    fact: undated === undefined ? fact : bare,
  })
  const entries: Entry[] = [first]
  const seen = () => seenFrom(room, table.negotiation, replay(entries))
  return {
    seen,
    write: (fact: Fact) => void entries.push(append(entries.at(-1) ?? NO_ENTRIES, { room, at: table.now(), by: 'server', fact })),
    /** Of the seats of Kestria, who has a place in it. */
    kestria: () => namesOf(seen(), KES),
  }
}

function namesOf(seen: Negotiation, party: PartyId): readonly string[] {
  const seats = [...seen.seats.values()].filter((seat) => seat.party === party)
  return seats.filter(({ seat }) => speakerOf(seen, seat) !== undefined).map(({ name }) => name)
}

/** Kestria, whose head has sat. */
function headed(others = 'ORL') {
  const table = negotiation(`KES ${others}`, { a: 'A.' })
  const sits = () => {
    const [head] = headsOf(table.negotiation, KES)
    if (head === undefined) throw new Error('Nobody heads Kestria')
    table.writeAs(head, { kind: 'seat-assigned', seat: head })
    return head
  }
  sits()
  return {
    table,
    sits,
    /** Whoever presides gives a seat of Kestria's. */
    seats: (role: string, name: string) => expect(table.as('CHR').gives('seat.assign', { party: 'KES', role, name })).toBeUndefined(),
    headGoes: () => expect(table.as('CHR').gives('seat.withdraw', { seat: headsOf(table.negotiation, KES)[0]?.seat })).toBeUndefined(),
  }
}

const adviser = (name: string) =>
  ({ kind: 'seat-assigned', seat: { seat: SeatId.parse(name), party: KES, role: 'adviser', name } }) as const

test('[group-4] whoever is seated from outside has no place in a group from before, nor has anybody seated after them; those of before stay, and later groups are open', () => {
  const { table, sits, seats, headGoes } = headed()
  const before = convened(table, ['KES', 'ORL'])
  headGoes()
  const between = convened(table, ['KES', 'ORL'])
  seats('head', 'accomplice')
  const since = convened(table, ['KES', 'ORL'])
  // The new head brings somebody along: that seat is given by Kestria itself, and goes back to the act of the chair all the same.
  table.writeAs(sits(), adviser('brought-along'))
  for (const group of [before, between]) expect(group.kestria()).toEqual(['adviser of KES'])
  expect(since.kestria()).toEqual(['adviser of KES', 'accomplice', 'brought-along'])
  expect([isOpen(before.seen()), namesOf(before.seen(), PartyId.parse('ORL'))]).toEqual([true, ['head of ORL', 'adviser of ORL']])
  // It happens again: the groups of the time in between are not the next one's.
  headGoes()
  seats('head', 'next')
  for (const group of [before, between, since]) expect(group.kestria()).not.toContain('next')
  expect(convened(table, ['KES', 'ORL']).kestria()).toEqual(['adviser of KES', 'brought-along', 'next'])
  // When nobody of Kestria is left in a group, the others go on.
  table.as('CHR').gives('seat.withdraw', { seat: 'KES-adviser' })
  expect([before.kestria(), isOpen(before.seen()), namesOf(before.seen(), PartyId.parse('ORL')).length]).toEqual([[], true, 2])
})

test('[group-4] nor whoever is moved in from another party of the group, nor whom a seat of before seats that was made head from outside', () => {
  const { table, headGoes } = headed()
  const group = convened(table, ['KES', 'ORL'])
  headGoes()
  expect(table.as('CHR').gives('seat.move', { seat: 'ORL-adviser', party: 'KES', role: 'negotiator' })).toBeUndefined()
  expect(table.as('CHR').gives('seat.move', { seat: 'KES-adviser', party: 'KES', role: 'head' })).toBeUndefined()
  const [head] = headsOf(table.negotiation, KES)
  if (head !== undefined) table.writeAs(head, adviser('later'))
  expect(group.kestria()).toEqual(['adviser of KES'])
})

test('[group-4] who is seated before any head has sat, or by the delegation itself, enters the groups there are', () => {
  const { table } = headed('ORL MER')
  const group = convened(table, ['KES', 'MER'])
  expect(table.as('CHR').gives('seat.assign', { party: 'MER', role: 'negotiator', name: 'early' })).toBeUndefined()
  expect(table.as('KES').gives('seat.assign', { party: 'KES', role: 'negotiator', name: 'own' })).toBeUndefined()
  expect(namesOf(group.seen(), PartyId.parse('MER'))).toContain('early')
  expect(group.kestria()).toEqual(['head of KES', 'adviser of KES', 'own'])
})

test('[group-4] a guarantor, a monitor, an interpreter and a depositary are no exception once a head of theirs has sat; before that they are', () => {
  for (const kind of ['guarantor', 'monitor', 'interpreter', 'depositary'] as const) {
    const { table } = headed()
    const party = PartyId.parse('GUA')
    const first = { seat: SeatId.parse('first'), party, role: 'head', name: 'first' } as const
    table.write(
      { kind: 'party-seated', party: { party, kind, name: 'Third', shortName: 'Third', required: false, languages: [] } },
      { kind: 'seat-assigned', seat: first },
    )
    const gives = (role: string, name: string) => expect(table.as('CHR').gives('seat.assign', { party: 'GUA', role, name })).toBeUndefined()
    const group = convened(table, ['KES', 'GUA'])
    gives('adviser', 'early')
    table.writeAs(first, { kind: 'seat-assigned', seat: first })
    expect(table.as('CHR').gives('seat.withdraw', { seat: 'first' })).toBeUndefined()
    gives('head', 'late')
    expect([kind, namesOf(group.seen(), party), namesOf(convened(table, ['KES', 'GUA']).seen(), party)]).toEqual([
      kind,
      ['early'],
      ['early', 'late'],
    ])
  }
})

test('[group-5] a party that meets in the group opens it to whom it seats in another, as long as it is there itself', () => {
  const { table, seats, headGoes } = headed()
  const group = convened(table, ['KES', 'ORL', 'CHR'])
  const without = convened(table, ['KES', 'ORL'])
  headGoes()
  seats('head', 'next')
  expect([group.kestria(), without.kestria()]).toEqual([['adviser of KES', 'next'], ['adviser of KES']])
  group.write({ kind: 'room-left', party: PartyId.parse('CHR') })
  expect(group.kestria()).toEqual(['adviser of KES'])
})

test('[group-5] a seat that goes back to an act of somebody else as well is not let in', () => {
  const { table, seats, headGoes } = headed()
  const group = convened(table, ['KES', 'ORL', 'CHR'])
  headGoes()
  table.write(adviser('by-the-server'))
  seats('negotiator', 'by-the-chair')
  expect(group.kestria()).toEqual(['adviser of KES'])
})

test('[group-6] a group goes by the entry of the table that it names, whatever the clock said; one that names none by its moment, and in the same moment it is the older', () => {
  const { table, seats, headGoes } = headed()
  const before = convened(table, ['KES', 'ORL'])
  headGoes()
  seats('head', 'next')
  // Both were opened at the same moment, by a clock that was wrong.
  const dated = convened(table, ['KES', 'ORL'])
  expect(dated.seen().privateRoom?.after).toBe(table.negotiation.seq)
  expect([before.kestria().includes('next'), dated.kestria().includes('next')]).toEqual([false, true])
  const at = renewalTo(table.negotiation, KES, 2)?.said.at
  if (at === undefined) throw new Error('The caucus did not begin anew')
  const beside = (ms: number) => Timestamp.parse(new Date(Date.parse(at) + ms).toISOString())
  const lets = [-1, 0, 1].map((ms) => convened(table, ['KES', 'ORL'], beside(ms)).kestria().includes('next'))
  expect(lets).toEqual([false, false, true])
})

test('[group-7] who can read a group is said by party, by name where not all of a party can, and without a party nobody of which can', () => {
  const { table, seats, headGoes } = headed('ORL MER')
  const group = convened(table, ['KES', 'ORL', 'MER'])
  const readers = () =>
    readersOf(group.seen()).map(({ party, seats: of }) => `${party}: ${of === 'all' ? 'all' : of.map(({ name }) => name).join(', ')}`)
  expect(readers()).toEqual(['KES: all', 'ORL: all', 'MER: all'])
  headGoes()
  expect(readers()[0]).toBe('KES: all')
  seats('head', 'next')
  expect(readers()).toEqual(['KES: adviser of KES', 'ORL: all', 'MER: all'])
  group.write({ kind: 'room-left', party: PartyId.parse('MER') })
  table.as('CHR').gives('seat.withdraw', { seat: 'KES-adviser' })
  expect(readers()).toEqual(['ORL: all'])
})
