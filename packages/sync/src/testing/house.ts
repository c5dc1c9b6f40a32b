/**
 * A server in memory with one negotiation, and delegates who connect to it:
 *
 *     const house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.' })
 *     const kestria = await house.connect('KES-head')
 *     kestria.types('ceasefire', ' At once.')
 */
import { append, ClauseId, NO_ENTRIES, RoomId, SeatId, type CommandName, type Entry, type Timestamp } from '@entente/agreement'
import { negotiation, type NegotiationOptions } from '@entente/agreement/testing'
import { plainText, readText, rootName, writeText, type Text } from '@entente/draft'
import { doc, p } from '@entente/draft/testing'
import { platformRandom, type Random, type Store } from '@entente/store'
import { createMemoryStore } from '@entente/store/memory'
import * as Y from 'yjs'
import { connectRoom, type ConnectOptions } from '../connection/connect.ts'
import type { Answer, Room } from '../connection/view.ts'
import type { Limits } from '../limits.ts'
import type { Compare } from '../room/copy.ts'
import type { Away } from '../room/host.ts'
import type { LogEvent } from '../room/log.ts'
import { timestamp } from '../room/time.ts'
import { openRooms, type Rooms } from '../rooms.ts'
import { manualTime, type ManualTime } from './manual-time.ts'
import { memoryNetwork, type MemorySocket, type Network } from './network.ts'

export const TALKS = RoomId.parse('talks/table')

export type HouseOptions = NegotiationOptions & {
  /** The store to build on, with whatever faults a test puts before it. */
  readonly store?: Store
  readonly limits?: Partial<Limits>
  readonly room?: RoomId
  /** Where clientIDs come from, for runs that are to be repeated. */
  readonly random?: Random
  /** Where copies of rooms are compared, if it matters. */
  readonly compare?: Compare
  /** Hears of every event; what it throws is our own mistake in the middle of things. */
  readonly onLog?: (event: LogEvent) => void
}

export type Delegate = {
  readonly room: Room
  /** The connection of this delegate that was opened last. */
  readonly socket: () => MemorySocket
  readonly reads: (clause: string) => string
  /** Types at the end of a clause's first paragraph, as an editor would. */
  readonly types: (clause: string, words: string) => void
  /** Deletes the last so many characters of it. */
  readonly deletes: (clause: string, characters: number) => void
  readonly fragment: (root: string) => Y.XmlFragment
  /** Gives a command and lets everything settle. */
  readonly gives: (name: CommandName, input: unknown) => Promise<Answer>
  /** Accepts a clause as it reads here. */
  readonly accepts: (clause: string) => Promise<Answer>
}

export type House = {
  readonly store: Store
  readonly time: ManualTime
  readonly network: Network
  readonly log: readonly LogEvent[]
  readonly rooms: () => Rooms
  readonly entries: () => Promise<readonly Entry[]>
  /** Connects a seat and waits until it is live, or settled at least. */
  readonly connect: (seat: string, options?: Partial<ConnectOptions>) => Promise<Delegate>
  readonly settle: Network['settle']
  /** Lets things settle again and again until something holds; a browser waits a moment before it connects anew. Gives up after five seconds. */
  readonly until: (holds: () => boolean) => Promise<void>
  /** Ends the process of the server without a word, and starts another on the same store, which knows how long there was none. */
  readonly crash: (away?: Away) => void
  readonly close: () => Promise<void>
}

export async function openHouse(parties: string, clauses: Readonly<Record<string, string>>, options: HouseOptions = {}): Promise<House> {
  const { random = platformRandom, store = createMemoryStore({ random }), limits = {}, room = TALKS, compare, onLog } = options
  const time = manualTime()
  const log: LogEvent[] = []
  let server = start()
  const network = memoryNetwork(
    () => server.rooms,
    time,
    (token) => SeatId.parse(token),
  )
  const delegates: Delegate[] = []
  await found(store, room, negotiation(parties, clauses, options).entries, clauses, timestamp(time))

  function note(event: LogEvent) {
    log.push(event)
    onLog?.(event)
  }

  function start(away?: Away) {
    const process = mortal(store)
    return { ...process, rooms: openRooms({ store: process.store, random, time, limits, log: note, away, ...(compare && { compare }) }) }
  }

  return {
    store,
    time,
    network,
    log,
    rooms: () => server.rooms,
    entries: async () => (await store.rooms.load(room))?.entries ?? [],
    settle: network.settle,
    async until(holds) {
      const end = Date.now() + 5_000
      for (await network.settle(); !holds(); await network.settle()) {
        if (Date.now() > end) throw new Error(`Waited in vain for ${holds.toString()}`)
      }
    },
    async connect(seat, more) {
      const delegate = delegateOf(
        connectRoom({ url: 'ws://house/sync', room, token: seat, WebSocket: network.WebSocket, ...more }),
        seat,
        network,
      )
      delegates.push(delegate)
      await network.settle()
      return delegate
    },
    crash(away) {
      server.kill()
      network.cut()
      server = start(away)
    },
    async close() {
      for (const delegate of delegates) delegate.room.close()
      const closing = server.rooms.close('test')
      await network.settle()
      await closing
    },
  }
}

/** A store as a process has it that can be killed: nothing it asks for afterwards is done or answered. */
function mortal(store: Store): { readonly store: Pick<Store, 'rooms'>; readonly kill: () => void } {
  let dead = false
  const rooms = new Proxy(store.rooms, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function') return method
      return (...input: readonly unknown[]): unknown => (dead ? new Promise(() => undefined) : Reflect.apply(method, target, input))
    },
  })
  return { store: { rooms }, kill: () => void (dead = true) }
}

/** Puts a negotiation and the first words of its clauses into a store, as an import does. */
export async function found(
  { rooms }: Pick<Store, 'rooms'>,
  room: RoomId,
  told: readonly Entry[],
  clauses: Readonly<Record<string, string>>,
  at: Timestamp,
): Promise<void> {
  await rooms.create(room, at)
  const [client = 0] = await rooms.lease(room, 'server', 1)
  const words = new Y.Doc()
  words.clientID = client
  for (const [clause, text] of Object.entries(clauses)) writeText(words.getXmlFragment(nameOf(clause)), paragraphs(text))
  const entries: Entry[] = []
  for (const { at: said, by, fact } of told) entries.push(append(entries.at(-1) ?? NO_ENTRIES, { room, at: said, by, fact }))
  const update = { at, by: 'server' as const, clients: [client], bytes: Y.encodeStateAsUpdate(words) }
  await rooms.commit({ rooms: [{ room, epoch: 1, expect: { update: 0, entry: 0 }, updates: [update], entries }] })
}

function delegateOf(room: Room, seat: string, network: Network): Delegate {
  const fragment = (root: string) => room.doc().getXmlFragment(root)
  const line = (clause: string): Y.XmlText => {
    const [paragraph] = fragment(nameOf(clause)).toArray()
    const [text] = paragraph instanceof Y.XmlElement ? paragraph.toArray() : []
    if (!(text instanceof Y.XmlText)) throw new Error(`${clause} has no paragraph to type in`)
    return text
  }
  const gives = async (name: CommandName, input: unknown) => {
    const answer = room.submit(name, input)
    await network.settle()
    return answer
  }
  return {
    room,
    fragment,
    gives,
    socket() {
      const socket = network.sockets.findLast(({ token }) => token === seat)
      if (socket === undefined) throw new Error(`${seat} has never connected`)
      return socket
    },
    reads: (clause) => plainText(readText(fragment(nameOf(clause)))),
    types: (clause, words) => line(clause).insert(line(clause).length, words),
    deletes: (clause, characters) => line(clause).delete(line(clause).length - characters, characters),
    accepts: (clause) =>
      gives('position.take', {
        clause,
        on: room.view().readings.get(ClauseId.parse(clause))?.fingerprint,
        position: { stance: 'accepts' },
      }),
  }
}

function nameOf(clause: string): string {
  return rootName({ kind: 'clause', clause: ClauseId.parse(clause) })
}

function paragraphs(text: string): Text {
  return text === '' ? [] : doc(p(text))
}
