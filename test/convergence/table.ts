/** A table of people and one server, with texts that some may write and others not. Everything in memory, nothing through a socket. */
import { shape } from '@entente/draft'
import {
  admit,
  applyInspected,
  gateLimits,
  inspect,
  type GateLimits,
  type GateRefusal,
  type Inspection,
  type Policy,
  type UpdateFormat,
} from '@entente/sync/gate'
import * as Y from 'yjs'
import { element } from './edits.ts'
import { Person } from './person.ts'
import type { Random } from './random.ts'
import { Twin } from './twin.ts'

/** Texts that everybody but the observer may write. */
export const OPEN = ['clause/1', 'clause/2', 'amendment/a', 'translation/fr/1'] as const
/** Texts that only the chair may write. */
export const CLOSED = ['clause/3', 'amendment/b', 'translation/de/1'] as const
/** A text on record in which nobody has written yet. */
export const UNWRITTEN = 'clause/4'
/** A text that is no longer on record. Its words are still there. */
export const WITHDRAWN = 'clause/0'
export const TEXTS = [...OPEN, ...CLOSED, UNWRITTEN] as const

const KNOWN: ReadonlySet<string> = new Set(TEXTS)
const WRITABLE: ReadonlySet<string> = new Set([...OPEN, UNWRITTEN])

export class Table {
  readonly server: Y.Doc
  readonly chair: Person
  readonly delegates: readonly [Person, Person, Person]
  /** Sits at the table with an editor like everybody else's and may write nowhere. */
  readonly observer: Person
  readonly people: readonly Person[]
  readonly twin: Twin

  constructor(random: Random, gc: boolean) {
    this.server = new Y.Doc({ gc })
    this.server.clientID = 1
    for (const root of [...OPEN, ...CLOSED]) this.server.getXmlFragment(root)
    this.server.getXmlFragment(WITHDRAWN).insert(0, [element('paragraph', [new Y.XmlText('withdrawn')])])
    this.twin = new Twin(this.server)
    this.chair = new Person('chair', 1_000, TEXTS, random)
    this.delegates = [
      new Person('delegate', 2_000, [...WRITABLE], random),
      new Person('delegate', 3_000, [...WRITABLE], random),
      new Person('delegate', 4_000, [...WRITABLE], random),
    ]
    this.observer = new Person('observer', 5_000, [], random)
    this.people = [this.chair, ...this.delegates, this.observer]
    this.server.on('update', (update: Uint8Array) => {
      for (const person of this.people) person.inbox.push(update)
    })
  }

  policyOf(person: Person): Policy {
    return {
      readOnly: person.role === 'observer',
      owns: (client) => person.clients.has(client),
      leased: (client) => this.people.some(({ clients }) => clients.has(client)),
      knownRoot: (root) => KNOWN.has(root),
      mayWrite: (root) => person.role === 'chair' || (person.role === 'delegate' && !CLOSED.some((closed) => closed === root)),
    }
  }

  /** The gate's answer, with nothing applied. */
  ask(person: Person, update: Uint8Array, format: UpdateFormat = 'v1', limits: GateLimits = gateLimits): Inspection | GateRefusal {
    const rules = { shape, limits, format }
    const outcome = inspect(this.server, update, rules)
    this.twin.ask(update, rules, outcome)
    return outcome.kind === 'refusal' ? outcome : (admit(outcome, this.policyOf(person)) ?? outcome)
  }

  /** Applies what was asked about and let in. Everybody at the table is sent what changed. */
  take(update: Uint8Array, inspection: Inspection, format: UpdateFormat = 'v1'): void {
    if (inspection.noop) return
    applyInspected(this.server, update, inspection, undefined, format)
    this.twin.take({ update, inspection, format })
  }

  /** A connection begins: the person gets what it lacks, and answers with what the server lacks. */
  connect(person: Person): Uint8Array {
    person.online = true
    person.inbox.length = 0
    Y.applyUpdate(person.doc, Y.encodeStateAsUpdate(this.server, Y.encodeStateVector(person.doc)), 'server')
    person.outbox.length = 0
    return Y.encodeStateAsUpdate(person.doc, Y.encodeStateVector(this.server))
  }

  /** A browser that starts afresh, without anything of its own. */
  restart(person: Person): void {
    person.restart()
    this.connect(person)
  }
}
