/**
 * The store for tests: the same contract, kept in memory and gone with it.
 *
 * It keeps copies, and entries as text, so that nobody can change what was stored by holding on to it.
 */
import { NO_ENTRIES, type Entry, type RoomId, type Timestamp } from '@entente/agreement'
import {
  KEPT_SNAPSHOTS,
  type Batch,
  type Random,
  type Rooms,
  type Snapshot,
  type Store,
  type StoredRoom,
  type StoredUpdate,
  type Writer,
} from './contract.ts'
import { sha256 } from './digest.ts'
import { Fenced, UnknownRoom } from './failure.ts'
import { grow, readEntries, type EntryLine, type RoomHead } from './growth.ts'
import { alreadyLeased, freshClients, platformRandom } from './lease.ts'
import { createMemorySignIn } from './memory-sign-in.ts'

type Kept = {
  readonly createdAt: Timestamp
  head: RoomHead
  readonly lines: EntryLine[]
  readonly updates: StoredUpdate[]
  readonly leases: Map<number, Writer>
  snapshots: readonly Snapshot[]
}

/** A store that forgets everything when it is let go. */
export function createMemoryStore({ random = platformRandom }: { readonly random?: Random } = {}): Store {
  return {
    rooms: new MemoryRooms(random),
    signIn: createMemorySignIn(),
    close: () => Promise.resolve(),
  }
}

class MemoryRooms implements Rooms {
  readonly #random: Random
  readonly #rooms = new Map<RoomId, Kept>()

  constructor(random: Random) {
    this.#random = random
  }

  async create(room: RoomId, at: Timestamp) {
    if (this.#rooms.has(room)) return 'exists'
    const head = { epoch: 1, update: 0, entry: NO_ENTRIES }
    this.#rooms.set(room, { createdAt: at, head, lines: [], updates: [], leases: new Map(), snapshots: [] })
    return 'created'
  }

  async list() {
    return [...this.#rooms.keys()]
  }

  async load(room: RoomId): Promise<StoredRoom | undefined> {
    const kept = this.#rooms.get(room)
    if (kept === undefined) return undefined
    const snapshot = kept.snapshots.at(-1)
    return {
      room,
      createdAt: kept.createdAt,
      epoch: kept.head.epoch,
      entries: readEntries(room, NO_ENTRIES, kept.lines),
      snapshot: snapshot && { ...snapshot, bytes: snapshot.bytes.slice() },
      updates: kept.updates.slice(snapshot?.uptoUpdate ?? 0).map(copied),
      leases: new Map(kept.leases),
      damagedSnapshots: [],
    }
  }

  async entriesSince(room: RoomId, seq: number): Promise<readonly Entry[]> {
    const { lines } = this.#kept(room)
    const before = seq === 0 ? NO_ENTRIES : lines[seq - 1]
    return before === undefined ? [] : readEntries(room, before, lines.slice(seq))
  }

  async updatesSince(room: RoomId, seq: number): Promise<readonly StoredUpdate[]> {
    return this.#kept(room).updates.slice(seq).map(copied)
  }

  async raiseEpoch(room: RoomId, least: number) {
    const kept = this.#kept(room)
    const epoch = Math.max(kept.head.epoch + 1, least)
    kept.head = { ...kept.head, epoch }
    return epoch
  }

  async commit({ rooms }: Batch) {
    const heads = new Map<RoomId, RoomHead>()
    const writes: (() => void)[] = []
    for (const growth of rooms) {
      const kept = this.#kept(growth.room)
      const before = heads.get(growth.room) ?? kept.head
      const { head, lines } = grow(before, growth)
      heads.set(growth.room, head)
      const { leases = [] } = growth
      for (const { client } of leases) if (kept.leases.has(client)) throw alreadyLeased(growth.room, client)
      writes.push(() => {
        for (const { client, writer } of leases) kept.leases.set(client, writer)
        kept.head = head
        kept.lines.push(...lines)
        growth.updates.forEach((update, index) => {
          kept.updates.push(copied({ ...update, seq: before.update + 1 + index }))
          for (const client of update.clients) if (!kept.leases.has(client)) kept.leases.set(client, update.by)
        })
      })
    }
    for (const write of writes) write()
  }

  async saveSnapshot(room: RoomId, { uptoUpdate, bytes, sha256: hash }: Snapshot) {
    const kept = this.#kept(room)
    if (sha256(bytes) !== hash) throw new TypeError(`The snapshot of ${room} does not have the hash it claims`)
    const found = { epoch: kept.head.epoch, update: kept.head.update, entry: kept.head.entry.seq }
    if (uptoUpdate > found.update) throw new Fenced(room, { ...found, update: uptoUpdate }, found)
    const others = kept.snapshots.filter((snapshot) => snapshot.uptoUpdate !== uptoUpdate)
    const all = [...others, { uptoUpdate, bytes: bytes.slice(), sha256: hash }].toSorted((a, b) => a.uptoUpdate - b.uptoUpdate)
    kept.snapshots = all.slice(-KEPT_SNAPSHOTS)
  }

  async lease(room: RoomId, writer: Writer, count: number) {
    const { leases } = this.#kept(room)
    const clients = freshClients(count, this.#random, (client) => leases.has(client))
    for (const client of clients) leases.set(client, writer)
    return clients
  }

  async leases(room: RoomId) {
    return new Map(this.#kept(room).leases)
  }

  #kept(room: RoomId): Kept {
    const kept = this.#rooms.get(room)
    if (kept === undefined) throw new UnknownRoom(room)
    return kept
  }
}

function copied(update: StoredUpdate): StoredUpdate {
  return { ...update, clients: [...update.clients], bytes: update.bytes.slice() }
}
