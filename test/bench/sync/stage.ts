/** Everything one run needs: an empty data folder, documents, a server on them, and the end of all of it. */
import { rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Guest, type Entering } from './guest.ts'
import { CACHE } from './peers.ts'
import type { Assignment, Figures } from './plan.ts'
import { freePort, Server } from './server.ts'
import { targets } from './targets/all.ts'
import type { Document, Target, Wanted } from './targets/target.ts'
import { randomClient } from './wire/client-id.ts'
import { foundation, type Id } from './words.ts'

/** A document with a text to type in. */
export type Laid = Document & { readonly text: Id }

/** Time a server is left alone after it has begun to listen, in milliseconds. */
const SETTLE = 300

export class Stage {
  readonly target: Target
  readonly quick: boolean
  readonly documents: readonly Document[]
  readonly port: number
  server: Server
  readonly #folder: string
  readonly #start: () => Promise<Server>

  private constructor(of: Pick<Stage, 'target' | 'quick' | 'documents' | 'port' | 'server'>, folder: string, start: () => Promise<Server>) {
    this.target = of.target
    this.quick = of.quick
    this.documents = of.documents
    this.port = of.port
    this.server = of.server
    this.#folder = folder
    this.#start = start
  }

  static async set({ target: name, quick, profile }: Assignment, wanted: Wanted, { collectable = false } = {}): Promise<Stage> {
    const target = targets[name]
    const folder = join(CACHE, `data-${process.pid}`)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    const documents = await target.prepare(folder, wanted)
    const port = await freePort()
    const program = await target.program(folder, port)
    const start = () => Server.start(program, { port, folder, collectable, profile })
    return new Stage({ target, quick, documents, port, server: await start() }, folder, start)
  }

  /** Ends the server, starts it again on the same data, and lets it settle. */
  async restart(how: 'stop' | 'kill'): Promise<void> {
    await this.server[how]()
    this.server = await this.#start()
    await sleep(SETTLE)
  }

  async strike(): Promise<void> {
    await this.server.kill()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async enter(document: Document, person: number, how?: Entering) {
    const door = document.doors[person]
    if (door === undefined) throw new Error(`${document.name} has no place for person ${person}`)
    return Guest.enter(this.target, this.port, document, door, how)
  }

  /** The documents with a text to type in. Where documents are not prepared, their first person brings the empty clause, and stays. */
  async lay(): Promise<{ readonly laid: readonly Laid[]; readonly firsts: readonly Guest[] }> {
    const all = await inGroups(this.documents, async (document) => {
      const { guest } = await this.enter(document, 0)
      if (document.text !== undefined) return { laid: { ...document, text: document.text }, guest }
      const { update, text } = foundation(document.clause, randomClient())
      if (this.target.keeps) guest.types(update)
      return { laid: { ...document, text }, guest }
    })
    return { laid: all.map(({ laid }) => laid), firsts: all.map(({ guest }) => guest) }
  }
}

/** Sets the stage, acts, and strikes it whatever comes. */
export async function onStage(
  assignment: Assignment,
  wanted: Wanted,
  act: (stage: Stage) => Promise<Figures>,
  options?: { readonly collectable?: boolean },
): Promise<Figures> {
  const stage = await Stage.set(assignment, wanted, options)
  try {
    return await act(stage)
  } finally {
    await stage.strike()
  }
}

/** How many come in at the same time. */
const GROUP = 50

/** Does something with each, so many at a time, and keeps their order. */
export async function inGroups<One, Result>(
  all: readonly One[],
  act: (one: One, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (let from = 0; from < all.length; from += GROUP)
    results.push(...(await Promise.all(all.slice(from, from + GROUP).map((one, index) => act(one, from + index)))))
  return results
}
