import {
  caucusOf,
  groupOf,
  GroupId,
  NegotiationId,
  PartyId,
  SeatId,
  tableOf,
  Timestamp,
  type Author,
  type Fact,
  type SeatRole,
} from '@entente/agreement'
import { createMemoryStore } from '@entente/store/memory'
import { openRooms } from '@entente/sync/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createRoom } from './create-room.ts'
import { houseRooms } from './rooms.ts'

const negotiation = NegotiationId.parse('talks')
const at = Timestamp.parse('2026-11-23T08:00:00.000Z')
const [KES, ORL, CHR] = ['KES', 'ORL', 'CHR'].map((party) => PartyId.parse(party)) as [PartyId, PartyId, PartyId]

const seat = (party: PartyId, role: SeatRole, id = `${party}-${role}`) => ({ seat: SeatId.parse(id), party, role, name: id })
const by = (party: PartyId): Author => ({ party, seat: SeatId.parse(`${party}-head`) })

/** Kestria's head has sat and was taken away, and the chair has seated another. */
const said: readonly (readonly [Author, Fact])[] = [
  ...([KES, ORL, CHR] as const).map((party): readonly [Author, Fact] => [
    'server',
    {
      kind: 'party-seated',
      party: { party, kind: party === CHR ? 'chair' : 'delegation', name: party, shortName: party, required: party !== CHR, languages: [] },
    },
  ]),
  ...[seat(KES, 'head'), seat(KES, 'adviser'), seat(ORL, 'head'), seat(CHR, 'head')].map((one): readonly [Author, Fact] => [
    'server',
    { kind: 'seat-assigned', seat: one },
  ]),
  [by(KES), { kind: 'seat-assigned', seat: seat(KES, 'head') }],
  [by(CHR), { kind: 'seat-withdrawn', seat: SeatId.parse('KES-head') }],
  [by(CHR), { kind: 'seat-assigned', seat: seat(KES, 'head', 'next') }],
]

/** The rooms of a server, and which of them were read so far. */
async function house() {
  const store = createMemoryStore()
  const statements = said.map(([author, fact]) => ({ at, by: author, fact }))
  await createRoom(store, { room: tableOf(negotiation), statements, texts: new Map() }, at)
  const load = vi.spyOn(store.rooms, 'load')
  const rooms = openRooms({ store, log: () => undefined })
  onTestFinished(() => rooms.close('The test is over'))
  return { rooms: houseRooms(rooms, store, () => at), read: () => [...new Set(load.mock.calls.map(([room]) => room))] }
}

test('[group-4] to answer whoever has no place in a group, nothing of it is read: neither when they knock nor for their list', async () => {
  const { rooms, read } = await house()
  const group = (name: string) => groupOf(negotiation, GroupId.parse(name))
  const opens = (name: string, after: number) =>
    rooms.openGroup(
      { kind: 'room-opened', room: group(name), label: name, parties: [KES, ORL], after },
      { seat: seat(ORL, 'head').seat, party: ORL },
    )
  await opens('before', said.length - 1)
  const listed = async (who: SeatId) => (await rooms.privateRooms(negotiation, who)).map(({ room }) => room)
  const [next, adviser] = [SeatId.parse('next'), SeatId.parse('KES-adviser')]
  for (const name of ['before', 'nowhere']) expect([name, await rooms.admit(group(name), next)]).toEqual([name, false])
  expect(await listed(next)).toEqual([caucusOf(negotiation, KES, 2)])
  expect(read()).toEqual([tableOf(negotiation)])

  expect(await rooms.admit(group('before'), adviser)).toBe(true)
  expect(await listed(adviser)).toEqual([caucusOf(negotiation, KES, 2), caucusOf(negotiation, KES, 1), group('before')])
  expect(read()).toEqual([tableOf(negotiation), group('before')])
  await opens('after', said.length)
  expect([await rooms.admit(group('after'), next), await listed(next)]).toEqual([true, [caucusOf(negotiation, KES, 2), group('after')]])
})
