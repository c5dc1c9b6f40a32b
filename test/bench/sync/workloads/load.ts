/**
 * The load a large conference makes, for as long as a sitting: two hundred editors in one document, people who come and go all the time, and
 * at the end a thousand who only watch.
 *
 * What an editor waits for is `saved`, counted from the moment the key was due. At the end three readers compare what they have: one who was
 * there all the time, one who came in the middle, and one who comes last.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { plainText, readText, rootName } from '@entente/draft'
import * as Y from 'yjs'
import { percentiles } from '../delivery.ts'
import type { Guest } from '../guest.ts'
import { OpenLoop } from '../open-loop.ts'
import type { Assignment, Figures } from '../plan.ts'
import { savedUpTo } from '../saved.ts'
import { inGroups, onStage, type Laid, type Stage } from '../stage.ts'
import type { Heard } from '../wire/dialect.ts'
import { Typist } from '../words.ts'

const EDITORS = 200
const PER_SECOND = 5
/** Seats for those who come and go, and for observers. */
const OTHERS = 200
const JOIN_EVERY = 3_000
const STAYS = 60_000
const OBSERVERS = { full: 1_000, quick: 200 }
const LASTS = { full: 600_000, quick: 20_000 }
/** How long is waited for what is not saved yet, in milliseconds. */
const DRAIN = 10_000

export function load(assignment: Assignment): Promise<Figures> {
  const scale = assignment.quick ? 'quick' : 'full'
  const act = async (stage: Stage) => {
    const { laid, firsts } = await stage.lay()
    const [document] = laid
    if (document === undefined) throw new Error('No document')
    for (const guest of firsts) guest.socket.close()
    const editors = await inGroups(
      Array.from({ length: EDITORS }, (_, person) => person),
      async (person) => Editor.enter(stage, document, person),
    )
    const early = await Reader.enter(stage, document, EDITORS)
    const comings = new Comings(stage, document)
    let middle: Reader | undefined
    let drained = 0
    const spent = await stage.server.counted(async () => {
      const typing = new OpenLoop(EDITORS, PER_SECOND, (index, due) => editors[index]?.types(due))
      const joining = setInterval(() => comings.add(), JOIN_EVERY)
      await sleep(LASTS[scale] / 2)
      middle = await Reader.enter(stage, document, EDITORS + 1)
      await sleep(LASTS[scale] / 2)
      typing.stop()
      clearInterval(joining)
      const end = performance.now() + DRAIN
      while (performance.now() < end && editors.some((editor) => editor.unsaved > 0)) await sleep(10)
      drained = performance.now()
    })
    const memory = stage.server.memory().now
    await comings.end()
    const last = await Reader.enter(stage, document, EDITORS + 2)
    const wanted = new Map(editors.map(({ typist }) => [typist.client, typist.clock]))
    const diverged = [early, middle, last].filter((reader) => reader === undefined || !reader.has(wanted) || reader.words !== last.words)
    const lost = editors.filter(({ guest }) => guest.socket.ended !== undefined).length
    for (const { guest } of editors) guest.socket.close()
    const observers = await inGroups(
      Array.from({ length: OBSERVERS[scale] }, (_, index) => index % (EDITORS + OTHERS)),
      async (person) => (await stage.enter(document, person)).guest,
    )
    await sleep(2_000)
    const observed = await stage.server.collect()
    const latency = percentiles(editors.flatMap(({ latencies }) => latencies))
    return {
      savedP50: latency.p50,
      savedP95: latency.p95,
      savedP99: latency.p99,
      unacknowledged: editors.reduce((sum, { unsaved }) => sum + unsaved, 0),
      diverged: diverged.length,
      turnedAway: lost + comings.refused + observers.filter(({ socket }) => socket.ended !== undefined).length,
      joins: comings.count,
      joinP95: percentiles(comings.waits).p95,
      cpuPercent: (100 * spent) / 1_000 / (LASTS[scale] + (drained === 0 ? DRAIN : 0)),
      memoryMb: memory,
      observers: observers.length,
      observersMb: observed.resident,
    }
  }
  return onStage(assignment, { documents: 1, people: EDITORS + OTHERS }, act, { collectable: true })
}

class Editor {
  readonly guest: Guest
  readonly typist: Typist
  readonly latencies: number[] = []
  readonly #due: number[] = []
  #saved = 0

  private constructor(guest: Guest, { text }: Laid) {
    this.guest = guest
    this.typist = new Typist(guest.client, text)
  }

  static async enter(stage: Stage, document: Laid, person: number): Promise<Editor> {
    const { guest } = await stage.enter(document, person)
    const editor = new Editor(guest, document)
    // The first that is saved is the answer to the server's sync step 1.
    guest.listen((heard) => heard.kind === 'message' && editor.#upTo(savedUpTo(heard.json) - 1))
    return editor
  }

  get unsaved(): number {
    return this.#due.length - this.#saved
  }

  types(due: number): void {
    this.#due.push(due)
    this.guest.types(this.typist.next())
  }

  #upTo(count: number): void {
    const now = performance.now()
    for (; this.#saved < count; this.#saved += 1) this.latencies.push(now - (this.#due[this.#saved] ?? now))
  }
}

/** Somebody who takes in everything, as a browser does. */
class Reader {
  readonly #doc = new Y.Doc()
  readonly #root: string

  private constructor({ clause }: Laid) {
    this.#root = rootName({ kind: 'clause', clause })
  }

  static async enter(stage: Stage, document: Laid, person: number): Promise<Reader> {
    const reader = new Reader(document)
    await stage.enter(document, person, { hear: (heard) => reader.#hear(heard) })
    return reader
  }

  get words(): string {
    return plainText(readText(this.#doc.getXmlFragment(this.#root)))
  }

  has(clocks: ReadonlyMap<number, number>): boolean {
    return clocks.entries().every(([client, clock]) => Y.getState(this.#doc.store, client) === clock)
  }

  #hear(heard: Heard): void {
    if (heard.kind === 'step-2' || heard.kind === 'update') Y.applyUpdate(this.#doc, heard.payload)
  }
}

/** People who come with nothing in hand, stay a while and leave. */
class Comings {
  readonly waits: number[] = []
  refused = 0
  count = 0
  readonly #stage: Stage
  readonly #document: Laid
  readonly #here: Guest[] = []
  readonly #coming: Promise<void>[] = []

  constructor(stage: Stage, document: Laid) {
    this.#stage = stage
    this.#document = document
  }

  add(): void {
    const person = EDITORS + 3 + (this.count % (OTHERS - 3))
    this.count += 1
    const come = async () => {
      const { guest, welcome } = await this.#stage.enter(this.#document, person)
      this.waits.push(welcome.after)
      this.#here.push(guest)
      setTimeout(() => guest.socket.close(), STAYS).unref()
    }
    this.#coming.push(come().catch(() => void (this.refused += 1)))
  }

  async end(): Promise<void> {
    await Promise.all(this.#coming)
    for (const guest of this.#here) guest.socket.close()
  }
}
