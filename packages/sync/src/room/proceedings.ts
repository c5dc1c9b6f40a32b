/**
 * What goes on in a room, apart from who is connected: words are changed, statements are made, and both wait here until they are stored.
 *
 * Memory runs ahead of the disk by what waits. `take` hands all of it over as one growth of the room, in the order in which it happened.
 */
import {
  decideByName,
  dutiesDue,
  nextDuty,
  seenFrom,
  silencesInterrupted,
  speakerOf,
  type Amended,
  type Decision,
  type Entry,
  type Fact,
  type Head,
  type Negotiation,
  type Readings,
  type Refusal,
  type RoomId,
  type SeatId,
  type Situation,
  type Speaker,
  type Timestamp,
} from '@entente/agreement'
import { amendedCache, bringsWords, enact, parseRoot, readingCache } from '@entente/draft'
import type { Growth, StoredUpdate, Writer } from '@entente/store'
import { writeMessage, writeUpdate } from '../frames.ts'
import { openLeases, type Leases } from './leases.ts'
import type { NotTaken } from '../messages.ts'
import type { MassDeletion, Wrote } from '../gate/index.ts'
import type { LoadedRoom, Tail } from './load.ts'
import { openRecord } from './record.ts'
import type { Host } from './host.ts'
import { faultOf } from './log.ts'
import { removalOf } from './removal.ts'
import { atRest } from './resting.ts'
import type { TableSide } from './table-side.ts'
import { timestamp } from './time.ts'
import { recordings, watchWordings } from './wordings.ts'
import { openWords, type Words } from './words.ts'

export type Command = { readonly request: string; readonly name: string; readonly input: unknown }

/**
 * The answer to a command. `seq` names the entries that it put on record, which are durable once what waits has been stored. A refusal is what
 * the rules say, or why the command was not put to them or is not known to be written down.
 */
export type CommandAnswer =
  | { readonly ok: true; readonly seq: readonly number[] }
  | { readonly ok: false; readonly refusal: Refusal | NotTaken }

/** What waited, and what everybody is to be sent once it is stored. */
export type Harvest = {
  readonly growth: Growth | undefined
  readonly frames: readonly Uint8Array[]
}

export type Proceedings = {
  readonly room: RoomId
  readonly epoch: number
  readonly words: Words
  readonly leases: Leases
  /** As this room sees it: in a private room, the table's with what was said in the room itself. */
  readonly negotiation: () => Negotiation
  /** How the clauses of the table read. */
  readonly readings: () => Readings
  /** How the amendments at the table read. */
  readonly amended: () => Amended
  readonly head: () => Head
  readonly between: (seq: number, upto: number) => readonly Entry[]
  readonly speaker: (seat: SeatId) => Speaker | undefined
  /** A seat is about to delete much of what others wrote in a text. It goes on record with the deletion. */
  readonly removed: (seat: SeatId, deletion: MassDeletion) => void
  /** A seat gives a command. The same request of the same seat is recorded once and answered alike. */
  readonly say: (speaker: Speaker, command: Command) => CommandAnswer
  /** The last update there will be once all that was taken is stored. */
  readonly upto: () => number
  /** How many updates and bytes have come since the last snapshot. */
  readonly tail: () => Tail
  /** A snapshot was made of all there is. */
  readonly shorten: () => void
  /** Whether anything waits to be stored. */
  readonly waits: () => boolean
  /** Puts on record what has fallen due by now: deadlines that ran out, procedures that other words have overtaken. */
  readonly perform: () => void
  /** When the next thing falls due, in milliseconds since 1970. */
  readonly deadline: () => number | undefined
  /** Bytes of updates that wait. */
  readonly queued: () => number
  readonly take: () => Harvest
}

export type ProceedingsEvents = {
  /** The document is about to be let go of until somebody writes. It is still there to be read. */
  readonly folding: () => void
}

export function openProceedings(
  { room, epoch, doc, state, entries, leases: storedLeases, ownClient, update: lastUpdate, tail: loadedTail }: LoadedRoom,
  { time, token, random, limits, away, filed, log }: Pick<Host, 'time' | 'token' | 'random' | 'limits' | 'away' | 'filed' | 'log'>,
  events: ProceedingsEvents,
  table?: TableSide,
): Proceedings {
  const record = openRecord(room, entries)
  const seen = rememberedPair((at: Negotiation, own: Negotiation) => seenFrom(room, at, own))
  const negotiation = () => (table === undefined ? record.negotiation() : seen(table.negotiation(), record.negotiation()))
  const words = openWords({ doc, state, client: ownClient, characters: limits.roomCharacters, time, applied, folding })
  const leases = openLeases(storedLeases, random)
  let cache = readingCache()
  let amendments = amendedCache()
  let resting: { readonly negotiation: Negotiation; readonly readings: Readings } | undefined
  const readings = () => (table === undefined ? ownReadings() : table.readings())
  const amended = () => (table === undefined ? amendments.amended(words.doc, record.negotiation(), readings()) : table.amended())
  const watch = watchWordings(readings())
  let stored = { update: lastUpdate, entry: record.head().seq }
  let updates: Omit<StoredUpdate, 'seq'>[] = []
  let wordFrames: Uint8Array[] = []
  let bytes = 0
  let tail = loadedTail

  const keep = (by: Writer, clients: readonly number[], changed: Uint8Array, at = timestamp(time)) => {
    updates.push({ at, by, clients, bytes: changed })
    bytes += changed.byteLength
    tail = { updates: tail.updates + 1, bytes: tail.bytes + changed.byteLength }
  }

  function ownReadings(): Readings {
    return !words.isOpen() && resting?.negotiation === record.negotiation() ? resting.readings : readAgain()
  }

  function readAgain(): Readings {
    return cache.readings(words.doc, record.negotiation())
  }

  /** What holds the document lets go of it. */
  function folding(): void {
    events.folding()
    if (table === undefined) resting = { negotiation: record.negotiation(), readings: atRest(readAgain(), readAgain) }
    cache = readingCache()
    amendments = amendedCache()
  }

  /** Seats changed words. Each change is kept under its author's name; what came together is sent together. */
  function applied(wrote: readonly Wrote<SeatId>[], together: Uint8Array): void {
    for (const { by, inspection, changed } of wrote) {
      keep(by, [...inspection.authors.keys()], changed)
      for (const name of inspection.touches.keys()) {
        const root = parseRoot(name)
        if (root?.kind === 'clause') watch.touched(root.clause, by)
      }
    }
    wordFrames.push(writeUpdate(together))
  }

  /** Puts on record what happened to the words since the last statement, before anything else is said. */
  const settle = (by?: SeatId) => {
    // The words of the table are the table's to speak of.
    if (table !== undefined) return
    record.write({ by: 'server', at: timestamp(time) }, watch.settle(record.negotiation(), readings(), by))
  }

  /** What statements do to the words: in the server's own name, in the commit of the statement, and at its moment, by which history finds it. */
  const carryOut = (facts: readonly Fact[], at: Timestamp) => {
    const changed = words.write((shared) => enact(shared, record.negotiation(), facts))
    if (changed === undefined) return
    keep('server', [ownClient], changed, at)
    wordFrames.push(writeUpdate(changed))
  }

  /** The rules change nothing: where they fail, whoever asked is told, and nobody else has to reconnect. */
  const decided = (name: string, situation: Situation, input: unknown): Decision | { readonly ok: false; readonly refusal: NotTaken } => {
    try {
      return decideByName(name, situation, input)
    } catch (error) {
      log({ event: 'statement-failed', room, seat: situation.speaker.seat.seat, command: name, fault: faultOf(error) })
      return { ok: false, refusal: { code: 'internal' } }
    }
  }

  const deadline = remembered(nextDuty)
  const perform = () => {
    if (table !== undefined || deadline(record.negotiation()) === undefined) return
    const at = timestamp(time)
    const due = dutiesDue(record.negotiation(), readings(), at)
    if (due.length === 0) return
    record.write({ by: 'server', at }, recordings(record.negotiation(), readings(), amended(), due))
    record.write({ by: 'server', at }, due)
    carryOut(due, at)
    settle()
  }

  if (away !== undefined && table === undefined)
    record.write({ by: 'server', at: timestamp(time) }, silencesInterrupted(record.negotiation(), away))

  return {
    room,
    epoch,
    words,
    leases,
    perform,
    deadline() {
      const next = table === undefined ? deadline(record.negotiation()) : undefined
      return next === undefined ? undefined : Date.parse(next)
    },
    negotiation,
    readings,
    amended,
    head: record.head,
    between: record.between,
    removed(author, deletion) {
      const fact = removalOf(author, deletion, negotiation())
      if (fact !== undefined) record.write({ by: 'server', at: timestamp(time) }, [fact])
    },
    speaker: (seat) => speakerOf(negotiation(), seat),
    say(speaker, { request, name, input }) {
      const { seat, party } = speaker.seat
      const before = record.recordedAs(seat, request)
      if (before !== undefined) return { ok: true, seq: before }
      words.settle()
      settle()
      perform()
      const at = timestamp(time)
      const situation: Situation = {
        negotiation: negotiation(),
        readings: readings(),
        amended: amended(),
        speaker,
        now: at,
        fresh: token(),
        filed: (sha256, bytes) => filed?.(room, sha256, bytes) ?? false,
      }
      const decision = decided(name, situation, input)
      if (!decision.ok) return decision
      if (bringsWords(decision.facts) && !words.holds(0)) return { ok: false, refusal: { code: 'full' } }
      record.write({ by: 'server', at }, recordings(record.negotiation(), readings(), amended(), decision.facts))
      const written = record.write({ by: { seat, party }, at, request }, decision.facts)
      carryOut(decision.facts, at)
      settle(seat)
      return { ok: true, seq: written.map(({ seq }) => seq) }
    },
    upto() {
      words.settle()
      return stored.update + updates.length
    },
    tail: () => tail,
    shorten() {
      tail = { updates: 0, bytes: 0 }
    },
    waits: () => words.waiting() > 0 || updates.length > 0 || record.head().seq > stored.entry,
    queued: () => bytes + words.waiting(),
    take() {
      words.settle()
      if (table === undefined && watch.matters(record.negotiation())) settle()
      perform()
      const head = record.head()
      const said = record.between(stored.entry, head.seq)
      const granted = leases.take()
      const growth = { room, epoch, expect: stored, updates, entries: said, leases: granted }
      const frames = wordFrames
      if (said.length > 0) frames.push(writeMessage({ kind: 'entries', entries: said }))
      stored = { update: stored.update + updates.length, entry: head.seq }
      updates = []
      wordFrames = []
      bytes = 0
      return { growth: frames.length > 0 || granted.length > 0 ? growth : undefined, frames }
    },
  }
}

/** Answers for the same two negotiations what it answered before. */
function rememberedPair<Answer>(ask: (one: Negotiation, other: Negotiation) => Answer): (one: Negotiation, other: Negotiation) => Answer {
  let last: { readonly one: Negotiation; readonly other: Negotiation; readonly answer: Answer } | undefined
  return (one, other) => {
    if (last?.one !== one || last.other !== other) last = { one, other, answer: ask(one, other) }
    return last.answer
  }
}

/** Answers for the same negotiation what it answered before. */
function remembered<Answer>(ask: (negotiation: Negotiation) => Answer): (negotiation: Negotiation) => Answer {
  let last: { readonly of: Negotiation; readonly answer: Answer } | undefined
  return (negotiation) => {
    if (last?.of !== negotiation) last = { of: negotiation, answer: ask(negotiation) }
    return last.answer
  }
}
