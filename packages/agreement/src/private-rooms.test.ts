import { expect, test } from 'vitest'
import { decideByName, type CommandName } from './commands.ts'
import { fold } from './fold.ts'
import { openGroup } from './groups.ts'
import { caucusOf, ClauseId, groupOf, GroupId, NegotiationId, PartyId, SeatId, type RoomId } from './ids.ts'
import { append, NO_ENTRIES, type Entry } from './journal.ts'
import { nothingSaid, type Negotiation } from './negotiation.ts'
import type { Fact } from './fact.ts'
import { askState, lineOn, seenFrom } from './private-room.ts'
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
  const caucus = roomBeside(table, caucusOf(talks, KES))
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

test('[caucus-3] a request to the head waits, is met at the table, declined, taken back, or overtaken by other words', () => {
  const table = negotiation('KES ORL', { a: 'A.', b: 'B.', c: 'C.', d: 'D.' })
  const caucus = roomBeside(table, caucusOf(talks, KES))
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
    facts: [{ kind: 'room-opened', room: 'talks/group/g-z', label: 'Two', parties: ['KES', 'ORL'] }],
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
