/**
 * One run of the gate from one seed: people work, are away, come back, take back and reload; some of them attack. Every answer of the gate
 * is held against what the update really does.
 */
import { charge, claim, costOf, gateQuota, UNUSED, type GateRefusal, type Inspection, type UpdateFormat } from '@entente/sync/gate'
import { content, forgeOne, id } from '@entente/sync/gate/testing'
import * as Y from 'yjs'
import { attacksOn } from './attacks.ts'
import { handBuilt, mutated } from './hostile.ts'
import { changedBetween, copyOf, harm, lostWords, picture, readersChange, type Picture } from './oracle.ts'
import type { Person } from './person.ts'
import { randomFrom, type Random } from './random.ts'
import { OPEN, Table, TEXTS } from './table.ts'

export type Report = {
  honest: number
  attacks: number
  mutated: number
  handBuilt: number
  /** Changed bytes and hand-built updates that the gate let in, because they are what their author might have done. */
  letIn: number
  /** Of these, the ones that were really taken into the text, for everybody to live with. */
  lived: number
  /** Updates that were inspected while others waited to be applied, and those that were applied together. */
  waiting: number
  together: number
  /** How often each rule refused something: `code: rule`. */
  readonly refusals: Map<string, number>
  /** What went wrong, with the seed. Empty is what is wanted. */
  readonly failures: string[]
}

export function emptyReport(): Report {
  return { honest: 0, attacks: 0, mutated: 0, handBuilt: 0, letIn: 0, lived: 0, waiting: 0, together: 0, refusals: new Map(), failures: [] }
}

const STEPS = 60

/** Runs one seed and adds to the report. */
export function runSeed(seed: number, report: Report): void {
  const random = randomFrom(seed)
  const table = new Table(random, seed % 2 === 0)
  const run = new Run(seed, table, random, report)
  for (let step = 0; step < STEPS; step += 1) run.step(step)
  run.end()
}

class Run {
  readonly #seed: number
  readonly #table: Table
  readonly #random: Random
  readonly #report: Report
  #meter = UNUSED
  /** The server's copy as it stands. */
  #picture: Picture

  constructor(seed: number, table: Table, random: Random, report: Report) {
    this.#seed = seed
    this.#table = table
    this.#random = random
    this.#report = report
    this.#picture = picture(table.server)
  }

  step(step: number): void {
    const random = this.#random
    const person = random.any(this.#table.people) ?? this.#table.chair
    const what = random.below(100)
    if (what < 12) {
      if (person.online) person.online = false
      else this.#submit(person, this.#table.connect(person), 'v1')
    } else if (what < 16) this.#reload(person)
    else if (what < 90) this.#work(person)
    else this.#receive(person)
    for (const other of this.#table.people) if (other.online && random.chance(0.5)) this.#receive(other)
    if (step % 4 === 2) this.#rush()
    if (step % 5 === 4) this.#attack()
  }

  /** Everybody types at the same moment, and nobody has seen what the others type. */
  #rush(): void {
    for (let keys = 8; keys > 0; keys -= 1) {
      const person = this.#random.pick([this.#table.chair, ...this.#table.delegates])
      person.types(this.#random)
      const last = person.outbox.at(-1)
      this.#send(person)
      // A browser that never learned whether it got through says it again.
      if (person.online && last !== undefined && this.#random.chance(0.1)) this.#submit(person, last.v1, 'v1')
      if (this.#random.chance(0.1)) this.#try(person, handBuilt(this.#table.server, person.doc.clientID, TEXTS, this.#random), 'v1')
    }
  }

  /** Everybody comes back, everything is exchanged, and everybody sees the same. */
  end(): void {
    for (const person of this.#table.people) this.#submit(person, this.#table.connect(person), 'v1')
    for (let left = 20; left > 0 && this.#table.people.some(({ inbox }) => inbox.length > 0); left -= 1) {
      for (const person of this.#table.people) this.#receive(person)
    }
    const wanted = this.#textsOf(this.#table.server)
    for (const person of this.#table.people) if (this.#textsOf(person.doc) !== wanted) this.#fail(`the copy of a ${person.role} differs`)
    const { twin, server } = this.#table
    twin.compare(server)
    for (const difference of new Set(twin.differences)) this.#fail(`a server that applies typing together: ${difference}`)
    this.#report.waiting += twin.met.waiting
    this.#report.together += twin.met.together
    const loaded = copyOf(this.#table.server)
    if (changedBetween(this.#picture, picture(loaded)).size > 0) this.#fail('a copy loaded afresh differs')
    for (const root of TEXTS) if (readersChange(loaded, root)) this.#fail(`an editor changes ${root} by opening it`)
  }

  #textsOf(doc: Y.Doc): string {
    return TEXTS.map((root) => doc.getXmlFragment(root).toJSON()).join('\n')
  }

  #work(person: Person): void {
    person.work(this.#random)
    this.#send(person)
  }

  #receive(person: Person): void {
    if (!person.online) return
    person.read()
    this.#send(person)
  }

  #reload(person: Person): void {
    person.reload()
    const { clientID } = person.doc
    if (claim(this.#table.server, clientID, undefined, person) !== undefined) this.#fail('a fresh clientID is refused')
    for (const client of this.#table.server.store.clients.keys()) {
      if (claim(this.#table.server, client, undefined, person)?.code !== 'client-id-taken') this.#fail('a clientID in the text is granted')
    }
    const other = this.#table.people.find((one) => one !== person) ?? person
    if (claim(this.#table.server, clientID, person, other)?.code !== 'client-id-taken') this.#fail('a taken clientID is granted')
    if (person.online) this.#submit(person, this.#table.connect(person), 'v1')
  }

  #send(person: Person): void {
    if (!person.online) return
    for (const { v1, v2 } of person.outbox.splice(0)) {
      const format = this.#random.chance(0.2) ? 'v2' : 'v1'
      this.#submit(person, format === 'v1' ? v1 : v2, format)
    }
  }

  /** An honest update: it has to be let in, and has to do what the gate foresaw. */
  #submit(person: Person, update: Uint8Array, format: UpdateFormat): void {
    this.#report.honest += 1
    const answer = this.#table.ask(person, update, format)
    if (answer.kind === 'refusal') return this.#fail(`refused an honest ${person.role}: ${answer.code}, ${answer.rule}`)
    if (answer.noop) return
    const before = this.#picture
    const words = lostWords(this.#table.server)
    this.#take(update, answer, format)
    for (const root of changedBetween(before, this.#picture))
      if (!answer.touches.has(root)) this.#fail(`did not foresee a change of ${root}`)
    for (const [client, lost] of words()) {
      const foreseen = [...answer.touches.values()].reduce((sum, { deletedOf }) => sum + (deletedOf.get(client) ?? 0), 0)
      if (foreseen !== lost && !answer.authors.has(client)) this.#fail(`foresaw ${foreseen} deleted characters of ${client}, not ${lost}`)
    }
  }

  #attack(): void {
    const attacker = this.#random.pick(this.#table.delegates)
    if (!attacker.online) return
    this.#receive(attacker)
    for (const { by, update, format, limits, codes } of attacksOn(this.#table, attacker, this.#random)) {
      this.#report.attacks += 1
      const answer = this.#table.ask(by, update, format, limits)
      if (answer.kind === 'inspection') this.#fail(`let in an attack that is ${codes.join(' or ')}: ${hex(update)}`)
      else
        this.#refused(
          answer,
          codes.includes(answer.code) ? undefined : `called ${answer.code} what is ${codes.join(' or ')}: ${hex(update)}`,
        )
    }
    for (let count = 4; count > 0; count -= 1) {
      this.#report.mutated += 1
      const update = this.#random.chance(0.5) ? Y.encodeStateAsUpdate(attacker.doc) : this.#paragraph(attacker)
      if (this.#random.chance(0.7)) this.#try(attacker, mutated(update, this.#random), 'v1')
      else this.#try(attacker, mutated(Y.convertUpdateFormatV1ToV2(update), this.#random), 'v2')
    }
    for (let count = 8; count > 0; count -= 1) {
      this.#report.handBuilt += 1
      this.#try(attacker, handBuilt(this.#table.server, attacker.doc.clientID, TEXTS, this.#random), 'v1')
    }
  }

  #take(update: Uint8Array, inspection: Inspection, format: UpdateFormat): void {
    this.#table.take(update, inspection, format)
    this.#picture = picture(this.#table.server)
  }

  /** A paragraph that the attacker might honestly begin somewhere. */
  #paragraph(attacker: Person): Uint8Array {
    const { clientID } = attacker.doc
    const clock = Y.getState(this.#table.server.store, clientID)
    return forgeOne(
      clientID,
      clock,
      { content: content.node('paragraph'), parent: this.#random.pick(OPEN) },
      { content: content.text(), parent: id(clientID, clock) },
      { content: content.words(this.#random.word()), parent: id(clientID, clock + 1) },
    )
  }

  /** An update that may be anything. If it is let in it has to be harmless, also for those who live with it. */
  #try(attacker: Person, update: Uint8Array, format: UpdateFormat): void {
    const answer = this.#table.ask(attacker, update, format)
    this.#charge(answer)
    if (answer.kind === 'refusal') return this.#refused(answer)
    this.#report.letIn += 1
    const policy = this.#table.policyOf(attacker)
    const found = harm(this.#table.server, update, format, answer, policy)
    if (found !== undefined) return this.#fail(`let in harm (${found}): ${hex(update)}`)
    if (answer.noop || this.#random.chance(0.6)) return
    this.#report.lived += 1
    this.#take(update, answer, format)
    this.#table.restart(attacker)
  }

  #charge(answer: Inspection | GateRefusal): void {
    const { meter, exceeded } = charge(this.#meter, { ...gateQuota, burst: 4_000 }, costOf(answer), 0)
    this.#meter = meter
    if (exceeded) this.#refused({ kind: 'refusal', code: 'rate-limited', rule: 'quota' })
  }

  #refused({ code, rule }: GateRefusal, wrong?: string): void {
    const key = `${code}: ${rule}`
    this.#report.refusals.set(key, (this.#report.refusals.get(key) ?? 0) + 1)
    if (wrong !== undefined) this.#fail(wrong)
  }

  #fail(what: string): void {
    this.#report.failures.push(`seed ${this.#seed}: ${what}`)
  }
}

function hex(update: Uint8Array): string {
  return Buffer.from(update).toString('hex').slice(0, 400)
}
