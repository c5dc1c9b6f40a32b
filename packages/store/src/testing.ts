/** A room in a few words, for tests: it grows by numbered words and entries and knows where it stands, as its one writer does. */
import { append, NegotiationId, NO_ENTRIES, SeatId, tableOf, Timestamp, type Entry, type Head, type RoomId } from '@entente/agreement'
import type { Growth, Store, Writer } from './contract.ts'
import { PersonId, type Person } from './sign-in.ts'
import { TokenHash } from './token.ts'

export const kes = SeatId.parse('KES-head')
export const orl = SeatId.parse('ORL-head')

/** The room `name/table`. */
export const table = (name: string): RoomId => tableOf(NegotiationId.parse(name))

/** So many minutes after nine in the morning of the first day. */
export const minute = (minutes: number): Timestamp => Timestamp.parse(new Date(Date.UTC(2026, 10, 9, 9, minutes)).toISOString())

/** A token's hash that is easy to tell apart. */
export const tokenHash = (digit: string): TokenHash => TokenHash.parse(digit.repeat(64))

/** Somebody who was invited, under an id that is easy to tell apart. */
export const person = (id: string, name = 'Ilka Marn'): Person => ({
  person: PersonId.parse(id.padEnd(16, '0')),
  name,
  createdAt: minute(0),
  kind: 'invited',
})

/** The bytes of the `n`th update. What they mean is nobody's business here. */
export const words = (n: number, length = 20): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index < 4 ? (n >>> (index * 8)) & 0xff : (n * 31 + index * 7) & 0xff))

export const update = (n: number, by: Writer = kes, clients: readonly number[] = [7]): Growth['updates'][number] => ({
  at: minute(n),
  by,
  clients,
  bytes: words(n),
})

/** The next entry of a journal; any fact does. */
export const entry = (room: RoomId, head: Head): Entry =>
  append(head, {
    room,
    at: minute(head.seq),
    by: 'server',
    fact: { kind: 'round-opened', round: head.seq + 1, label: `Round ${head.seq + 1}` },
  })

export type Scribe = {
  readonly room: RoomId
  /** What the room gains next: so many updates and entries. It takes effect for the scribe at once. */
  next(gain: { readonly updates?: number; readonly entries?: number; readonly by?: Writer; readonly clients?: readonly number[] }): Growth
}

/** The writer of a room that exists and is empty, or that stands where `from` says. */
export function scribe(room: RoomId, from: { readonly update: number; readonly entry: Head } = { update: 0, entry: NO_ENTRIES }): Scribe {
  let { update: last, entry: head } = from
  return {
    room,
    next({ updates = 0, entries = 0, by, clients }) {
      const expect = { update: last, entry: head.seq }
      const said = Array.from({ length: entries }, () => {
        const next = entry(room, head)
        head = { seq: next.seq, hash: next.hash }
        return next
      })
      last += updates
      return {
        room,
        epoch: 1,
        expect,
        updates: Array.from({ length: updates }, (_, index) => update(expect.update + 1 + index, by, clients)),
        entries: said,
      }
    },
  }
}

/** A new room and its writer. */
export async function newRoom(store: Pick<Store, 'rooms'>, name: string): Promise<Scribe> {
  const room = table(name)
  await store.rooms.create(room, minute(0))
  return scribe(room)
}

/** The writer of a room as it is stored. */
export async function resumed(store: Pick<Store, 'rooms'>, room: RoomId): Promise<Scribe> {
  const stored = await store.rooms.load(room)
  if (stored === undefined) throw new Error(`There is no room ${room}`)
  const last = stored.entries.at(-1)
  return scribe(room, {
    update: stored.updates.at(-1)?.seq ?? stored.snapshot?.uptoUpdate ?? 0,
    entry: last === undefined ? NO_ENTRIES : { seq: last.seq, hash: last.hash },
  })
}
