import { expect, test } from 'vitest'
import { decideByName, type CommandName } from './commands.ts'
import { fold } from './fold.ts'
import { openGroup } from './groups.ts'
import { caucusOf, ClauseId, groupOf, GroupId, NegotiationId, PartyId, RoomId, roomName, SeatId } from './ids.ts'
import { append, NO_ENTRIES, type Entry } from './journal.ts'
import { nothingSaid, type Negotiation } from './negotiation.ts'
import type { Fact } from './fact.ts'
import { askState, isOpen, lineOn, seenFrom, speakerOf } from './private-room.ts'
import { caucusNumber, firstCaucusOf, renewalTo } from './renewal.ts'
import { headsOf } from './seating.ts'
import { negotiation, type Table } from './testing.ts'

const talks = NegotiationId.parse('talks')
const KES = PartyId.parse('KES')
const a = ClauseId.parse('a')

/** A private room beside a table, to which one gives commands. */
function roomBeside(table: Table, room: RoomId) {
  let own: Negotiation = nothingSaid
  let last: Entry | undefined
  const write = (by: Entry['by'], facts: readonly Fact[]) => {
    for (const fact of facts) {
      last = append(last ?? NO_ENTRIES, { room, at: table.now(), by, fact })
      own = fold(own, last)
    }
  }
  const seen = () => seenFrom(room, table.negotiation, own)
  return {
    seen,
    write: (...facts: readonly Fact[]) => write('server', facts),
    gives(code: string, role: 'head' | 'adviser', name: CommandName, input: unknown) {
      const decision = decideByName(name, { ...table.situation(code, role), negotiation: seen(), fresh: `y${own.seq}` }, input)
      if (!decision.ok) return decision.refusal
      write({ seat: SeatId.parse(`${code}-${role}`), party: PartyId.parse(code) }, decision.facts)
      return undefined
    },
  }
}

test('[caucus-4] the line on a clause is what was set last, step by step', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  const caucus = roomBeside(table, caucusOf(talks, KES, 1))
  expect(caucus.gives('KES', 'adviser', 'line.set', { clause: 'a', line: 'opening', text: '30 km' })).toBeUndefined()
  expect(caucus.gives('KES', 'adviser', 'line.set', { clause: 'a', line: 'red-line', text: '15 km' })).toBeUndefined()
  expect(caucus.gives('KES', 'head', 'line.set', { clause: 'a', line: 'opening', text: '40 km' })).toBeUndefined()
  expect(caucus.gives('KES', 'head', 'line.set', { clause: 'a', line: 'opening', text: '40 km' })).toEqual({ code: 'nothing-new' })
  const line = () => Array.from(lineOn(caucus.seen(), a), ([step, { text }]) => [step, text])
  expect(line()).toEqual([
    ['opening', '40 km'],
    ['red-line', '15 km'],
  ])
  expect(caucus.gives('KES', 'head', 'line.drop', { clause: 'a', line: 'opening' })).toBeUndefined()
  expect(line()).toEqual([['red-line', '15 km']])
  expect(caucus.gives('KES', 'head', 'line.set', { clause: 'nowhere', line: 'opening', text: 'x' })).toMatchObject({ code: 'unknown' })
  expect(caucus.gives('KES', 'head', 'note.keep', { noteKind: 'note', text: 'Call home' })).toBeUndefined()
  const { seq } = caucus.seen()
  expect(caucus.gives('KES', 'adviser', 'note.retract', { note: seq })).toBeUndefined()
  expect(caucus.seen().notes.at(-1)?.retracted).toBeDefined()
  expect(table.negotiation.lines.size).toBe(0)
})

/** Where Kestria meets, and which seats may enter its caucuses, the first one first. */
function caucuses(table: Table): readonly string[] {
  const { seats } = table.negotiation
  return Array.from({ length: caucusNumber(table.negotiation, KES) + 1 }, (_, index) => {
    const seen = seenFrom(caucusOf(talks, KES, index + 1), table.negotiation, nothingSaid)
    const inside = [...seats.values()].filter(({ seat }) => speakerOf(seen, seat) !== undefined).map(({ name }) => name)
    return `${isOpen(seen) ? 'open' : 'closed'}: ${inside.join(', ')}`
  })
}

const takes = (table: Table, name: string, as: string) => {
  const seat = [...table.negotiation.seats.values()].find((each) => each.name === name)
  if (seat === undefined) throw new Error(`Nobody is called ${name}`)
  table.writeAs(seat, { kind: 'seat-assigned', seat: { ...seat, name: as } })
}

test('[caucus-6] [caucus-7] a caucus begins anew with each seat from outside after a head has sat, and what was said before stays with those of before', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  const gives = (role: string, name: string, by = 'CHR') => table.as(by).gives('seat.assign', { party: 'KES', role, name })
  const headGoes = () => {
    const [head] = headsOf(table.negotiation, KES)
    expect(table.as('CHR').gives('seat.withdraw', { seat: head?.seat, reason: 'Recalled' })).toBeUndefined()
  }
  // Nobody has headed it yet, so whoever presides gives its seats, and the caucus is one.
  expect(gives('adviser', 'Early')).toBeUndefined()
  expect(table.as('CHR').gives('seat.withdraw', { seat: 'KES-head' })).toBeUndefined()
  expect(gives('head', 'First')).toBeUndefined()
  expect(caucuses(table)).toEqual(['open: adviser of KES, Early, First', 'open: '])
  takes(table, 'First', 'First head')
  headGoes()
  expect(caucuses(table)).toEqual(['open: adviser of KES, Early', 'open: '])
  expect(gives('head', 'Second')).toBeUndefined()
  expect(caucuses(table)).toEqual(['closed: adviser of KES, Early', 'open: adviser of KES, Early, Second', 'open: '])
  expect(renewalTo(table.negotiation, KES, 2)?.said.by).toEqual({ seat: 'CHR-head', party: 'CHR' })
  // The first who could act on it: not the head but an adviser.
  takes(table, 'Second', 'Second head')
  headGoes()
  expect(gives('adviser', 'Late')).toBeUndefined()
  expect(caucuses(table)).toEqual([
    'closed: adviser of KES, Early',
    'closed: adviser of KES, Early',
    'open: adviser of KES, Early, Late',
    'open: ',
  ])
  // Nor by moving somebody in from another party, and back in after a while away.
  expect(table.as('CHR').gives('seat.move', { seat: 'ORL-adviser', party: 'KES', role: 'negotiator' })).toBeUndefined()
  expect(table.as('CHR').gives('seat.move', { seat: 'KES-adviser', party: 'ORL', role: 'adviser' })).toBeUndefined()
  expect(table.as('CHR').gives('seat.move', { seat: 'KES-adviser', party: 'KES', role: 'adviser' })).toBeUndefined()
  expect(caucuses(table).slice(2)).toEqual([
    'closed: Early, Late',
    'closed: adviser of ORL, Early, Late',
    'open: adviser of KES, adviser of ORL, Early, Late',
    'open: ',
  ])
  // Whoever is made its head from outside brings people in: what was said before is not theirs to open.
  const early = [...table.negotiation.seats.values()].find(({ name }) => name === 'Early')
  expect(table.as('CHR').gives('seat.move', { seat: early?.seat, party: 'KES', role: 'head' })).toBeUndefined()
  expect(caucusNumber(table.negotiation, KES)).toBe(6)
  expect(firstCaucusOf(table.negotiation, SeatId.parse(early?.seat))).toBe(1)
  expect(caucusNumber(table.negotiation, PartyId.parse('ORL'))).toBe(1)
})

test('[caucus-7] in an earlier caucus nothing is said any more, and what was said is still there', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  takes(table, 'head of KES', 'H. Marenko')
  const first = roomBeside(table, caucusOf(talks, KES, 1))
  expect(first.gives('KES', 'adviser', 'note.keep', { noteKind: 'note', text: 'Call home' })).toBeUndefined()
  expect(first.gives('KES', 'adviser', 'draft.open', { clause: 'a', label: 'Softer' })).toBeUndefined()
  table.as('CHR').gives('seat.withdraw', { seat: 'KES-head' })
  expect(first.gives('KES', 'adviser', 'note.keep', { noteKind: 'note', text: 'Nobody leads us' })).toBeUndefined()
  table.as('CHR').gives('seat.assign', { party: 'KES', role: 'head', name: 'Second' })
  expect(first.gives('KES', 'adviser', 'note.keep', { noteKind: 'note', text: 'Too late' })).toEqual({ code: 'room-closed' })
  expect([first.seen().notes.length, first.seen().drafts.size, isOpen(first.seen())]).toEqual([2, 1, false])
  const second = roomBeside(table, caucusOf(talks, KES, 2))
  expect([second.seen().notes.length, second.seen().drafts.size, isOpen(second.seen())]).toEqual([0, 0, true])
  expect(second.gives('KES', 'adviser', 'note.keep', { noteKind: 'note', text: 'Anew' })).toBeUndefined()
})

test('[caucus-7] a caucus whose journal opens it, as an imported one does, is closed and kept from newcomers all the same', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  takes(table, 'head of KES', 'H. Marenko')
  const room = caucusOf(talks, KES, 1)
  const first = roomBeside(table, room)
  first.write({ kind: 'room-opened', room, label: 'Kestria', parties: [KES] })
  table.as('CHR').gives('seat.withdraw', { seat: 'KES-head' })
  table.as('CHR').gives('seat.assign', { party: 'KES', role: 'head', name: 'Second' })
  const second = headsOf(table.negotiation, KES)[0]?.seat
  expect(second && speakerOf(first.seen(), second)).toBeUndefined()
  expect([speakerOf(first.seen(), SeatId.parse('KES-adviser')) === undefined, isOpen(first.seen())]).toEqual([false, false])
})

test('[caucus-8] what a delegation does with its own seats keeps its caucus', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  takes(table, 'head of KES', 'H. Marenko')
  expect(table.as('KES').gives('seat.assign', { party: 'KES', role: 'negotiator', name: 'New' })).toBeUndefined()
  expect(table.as('KES').gives('seat.move', { seat: 'KES-adviser', party: 'KES', role: 'secretary' })).toBeUndefined()
  expect(table.as('KES').gives('seat.hand-over', { to: 'KES-adviser' })).toBeUndefined()
  takes(table, 'adviser of KES', 'Another name')
  expect(caucuses(table)).toEqual(['open: H. Marenko, Another name, New', 'open: '])
})

test('[caucus-6] whoever has sat down and is handed the head’s seat has sat at the head', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  takes(table, 'adviser of KES', 'A. Dviser')
  expect(table.as('KES').gives('seat.hand-over', { to: 'KES-adviser' })).toBeUndefined()
  table.as('CHR').gives('seat.withdraw', { seat: 'KES-adviser' })
  expect(caucusNumber(table.negotiation, KES)).toBe(1)
  table.as('CHR').gives('seat.move', { seat: 'KES-head', party: 'KES', role: 'head' })
  expect(caucusNumber(table.negotiation, KES)).toBe(2)
})

test('[caucus-9] every caucus of a delegation has one name, and no party is called like one', () => {
  const name = (number: number) => caucusOf(talks, KES, number)
  expect([name(1), name(2), name(12)]).toEqual(['talks/caucus/KES', 'talks/caucus/KES~2', 'talks/caucus/KES~12'])
  for (const number of [1, 2, 12]) expect(roomName(name(number))).toEqual({ kind: 'caucus', negotiation: talks, party: KES, number })
  for (const other of ['KES~', 'KES~0', 'KES~1', 'KES~02', 'KES~2~3', 'KES/2', 'KES~-2', '~2', 'KES~1234567890'])
    expect([other, RoomId.safeParse(`talks/caucus/${other}`).success]).toEqual([other, false])
  expect([RoomId.safeParse('talks/group/KES~2').success, PartyId.safeParse('KES~2').success]).toEqual([false, false])
})

test('[caucus-3] a request to the head waits, is met at the table, declined, taken back, or overtaken by other words', () => {
  const table = negotiation('KES ORL', { a: 'A.', b: 'B.', c: 'C.', d: 'D.' })
  const caucus = roomBeside(table, caucusOf(talks, KES, 1))
  const ask = (clause: string) =>
    caucus.gives('KES', 'adviser', 'acceptance.ask', { clause, on: table.reading(clause)?.fingerprint, position: { stance: 'accepts' } })
  const states = () => [...caucus.seen().asks.values()].map((one) => askState(caucus.seen(), table.readings(), one))
  for (const clause of ['a', 'b', 'c', 'd']) expect(ask(clause)).toBeUndefined()
  expect(ask('a')).toEqual({ code: 'nothing-new' })
  expect(states()).toEqual(['waits', 'waits', 'waits', 'waits'])
  const ids = [...caucus.seen().asks.keys()]
  table.as('KES').accepts('a')
  expect(caucus.gives('KES', 'head', 'acceptance.decline', { ask: ids[1], reason: 'Not yet' })).toBeUndefined()
  expect(caucus.gives('KES', 'adviser', 'acceptance.take-back', { ask: ids[2] })).toBeUndefined()
  table.as('ORL').edits('d', 'D, amended.')
  expect(states()).toEqual(['met', 'declined', 'taken-back', 'overtaken'])
  expect(caucus.gives('KES', 'adviser', 'acceptance.decline', { ask: ids[0] })).toEqual({ code: 'not-permitted', power: 'bind' })
  expect(caucus.gives('KES', 'adviser', 'acceptance.take-back', { ask: ids[1] })).toEqual({ code: 'ask-answered' })
  expect(ask('b')).toBeUndefined()
})

test('[group-1] [group-3] who may open a group, for whom, and what the table hears of it', () => {
  const table = negotiation('KES ORL MER', { a: 'A.' })
  const opening = (code: string, role: 'head' | 'adviser', parties: readonly string[]) =>
    openGroup(
      { negotiation: talks, table: table.negotiation, speaker: table.situation(code, role).speaker, fresh: 'z' },
      { label: 'Two', parties, announced: false },
    )
  expect(opening('CHR', 'head', ['KES', 'ORL'])).toEqual({
    ok: true,
    facts: [{ kind: 'room-opened', room: 'talks/group/g-z', label: 'Two', parties: ['KES', 'ORL'], after: table.negotiation.seq }],
  })
  expect(opening('KES', 'head', ['KES', 'ORL', 'OBS'])).toMatchObject({ facts: [{ awaits: ['ORL'] }] })
  expect(opening('KES', 'head', ['ORL', 'MER'])).toMatchObject({ refusal: { code: 'not-your-party' } })
  expect(opening('KES', 'head', ['KES', 'XXX'])).toMatchObject({ refusal: { code: 'unknown' } })
  expect(opening('KES', 'head', ['KES', 'KES'])).toMatchObject({ refusal: { code: 'malformed' } })
  expect(opening('KES', 'adviser', ['KES', 'ORL'])).toMatchObject({ refusal: { code: 'not-permitted' } })
  expect(opening('OBS', 'head', ['OBS', 'ORL'])).toMatchObject({ refusal: { code: 'not-permitted' } })
  const announce = { group: 'g-z', label: 'Two', parties: ['KES', 'ORL'] }
  expect(table.as('MER').gives('group.announce', announce)).toMatchObject({ code: 'not-your-party' })
  expect(table.as('KES').gives('group.announce', announce)).toBeUndefined()
  expect(table.as('CHR').gives('group.announce', announce)).toEqual({ code: 'nothing-new' })
  expect([...table.negotiation.groups.keys()]).toEqual(['g-z'])
})

test('[group-2] a group waits for those it names, and is over when it is closed', () => {
  const table = negotiation('KES ORL', { a: 'A.' })
  const room = groupOf(talks, GroupId.parse('two'))
  const group = roomBeside(table, room)
  group.write({ kind: 'room-opened', room, label: 'Two', parties: [KES, PartyId.parse('ORL')], awaits: [PartyId.parse('ORL')] })
  expect(group.gives('KES', 'head', 'thread.open', { clause: 'a', text: 'So?' })).toEqual({ code: 'room-not-agreed', awaits: 'ORL' })
  expect(group.gives('ORL', 'adviser', 'group.join', {})).toEqual({ code: 'not-permitted', power: 'bind' })
  expect(group.gives('ORL', 'head', 'group.join', {})).toBeUndefined()
  expect(group.gives('ORL', 'head', 'group.join', {})).toEqual({ code: 'nothing-new' })
  expect(group.gives('KES', 'head', 'thread.open', { clause: 'a', text: 'So?' })).toBeUndefined()
  expect(group.gives('KES', 'head', 'group.close', {})).toBeUndefined()
  expect(group.gives('ORL', 'head', 'thread.open', { clause: 'a', text: 'Still?' })).toEqual({ code: 'room-closed' })
})
