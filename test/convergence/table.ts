/** A table of people and one server, with texts that some may write and others not. Everything in memory, nothing through a socket. */
import { shape } from '@entente/draft'
import {
  admit,
  applyInspected,
  gateLimits,
  inspect,
  type GateRefusal,
  type GateRules,
  type Inspection,
  type Policy,
  type UpdateFormat,
} from '@entente/sync/gate'
import { keepNeighboursTrue } from '../../packages/sync/src/connection/neighbours.ts'
import * as Y from 'yjs'
import { edit } from './edits.ts'
import type { Random } from './random.ts'

/** Texts that everybody at this table may write. */
export const OPEN = ['clause/1', 'clause/2', 'amendment/open'] as const
/** Texts that only the chair may write. */
export const CLOSED = ['clause/3', 'translation/fr/1'] as const
/** A text on record in which nobody has written yet. */
export const UNWRITTEN = 'clause/new'
const KNOWN: ReadonlySet<string> = new Set([...OPEN, ...CLOSED, UNWRITTEN])
const WRITABLE: ReadonlySet<string> = new Set([...OPEN, UNWRITTEN])

export const rules: GateRules = { shape, limits: gateLimits }

/** Four people; the first has the chair. */
export class Person {
  readonly seat: number
  readonly clients = new Set<number>()
  online = true
  doc: Y.Doc
  undo: Y.UndoManager

  constructor(seat: number, random: Random) {
    this.seat = seat
    this.doc = new Y.Doc({ gc: random.chance(0.7) })
    this.undo = this.#lease()
  }

  get roots(): readonly string[] {
    return this.seat === 0 ? [...KNOWN] : [...WRITABLE]
  }

  /** The page is loaded again: what was not sent yet is still there, but this person writes under a new clientID. */
  reload(): void {
    const doc = new Y.Doc({ gc: this.doc.gc })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc))
    this.doc = doc
    this.undo = this.#lease()
  }

  /** What this person's doing would send, in one format. */
  updatesOf(format: UpdateFormat, act: () => void): readonly Uint8Array[] {
    const updates: Uint8Array[] = []
    const name = format === 'v1' ? 'update' : 'updateV2'
    const keep = (update: Uint8Array, origin: unknown) => void (origin === 'server' || updates.push(update))
    this.doc.on(name, keep)
    act()
    this.doc.off(name, keep)
    return updates
  }

  work(random: Random): void {
    if (random.chance(0.12)) this.undo.undo()
    else if (random.chance(0.07)) this.undo.redo()
    else {
      this.doc.transact(() => {
        for (let edits = 1 + random.below(3); edits > 0; edits -= 1)
          edit(this.doc.getXmlFragment(random.any(this.roots) ?? OPEN[0]), random)
      })
    }
  }

  #lease(): Y.UndoManager {
    const client = 1_000 + this.seat * 100 + this.clients.size
    this.clients.add(client)
    this.doc.clientID = client
    if (process.env['REPAIR'] !== 'off') keepNeighboursTrue(this.doc)
    return new Y.UndoManager(
      this.roots.map((root) => this.doc.getXmlFragment(root)),
      { captureTimeout: 0, doc: this.doc },
    )
  }
}

export class Table {
  readonly server: Y.Doc
  readonly people: readonly [Person, Person, Person, Person]

  constructor(random: Random, gc: boolean) {
    this.server = new Y.Doc({ gc })
    this.server.clientID = 1
    for (const root of [...OPEN, ...CLOSED]) this.server.getXmlFragment(root)
    this.people = [new Person(0, random), new Person(1, random), new Person(2, random), new Person(3, random)]
  }

  policyOf(person: Person): Policy {
    return {
      readOnly: false,
      owns: (client) => person.clients.has(client),
      leased: (client) => this.people.some(({ clients }) => clients.has(client)),
      knownRoot: (root) => KNOWN.has(root),
      mayWrite: (root) => person.seat === 0 || WRITABLE.has(root),
    }
  }

  /** The gate's answer, with nothing applied. */
  ask(person: Person, update: Uint8Array, format: UpdateFormat = 'v1'): Inspection | GateRefusal {
    const outcome = inspect(this.server, update, { ...rules, format })
    return outcome.kind === 'refusal' ? outcome : (admit(outcome, this.policyOf(person)) ?? outcome)
  }

  /** Applies what was asked about and let in. */
  take(update: Uint8Array, inspection: Inspection, format: UpdateFormat = 'v1'): void {
    applyInspected(this.server, update, inspection, undefined, format)
  }

  /** The server sends a person all that it has. */
  sendTo(person: Person): void {
    Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(this.server, Y.encodeStateVector(person.doc)), 'server')
  }

  /** What a person would send on connecting. */
  missingFrom(person: Person): Uint8Array {
    return Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(this.server))
  }
}
