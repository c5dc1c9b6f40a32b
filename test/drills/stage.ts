/**
 * A server as its own process on a folder of its own, the command line beside it, and people whose connections can be watched and cut.
 *
 * What is drilled is what is shipped: `main.ts`, killed and stopped from outside. Only failpoints need a server that ends itself
 * (`failing-server.ts`); that one starts the same `start()`.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tableOf, type NegotiationId } from '@entente/agreement'
import { connectRoom } from '@entente/sync/client'
import { onTestFinished } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { delegate } from '../stories/delegate.ts'
import { VESNA } from '../stories/house.ts'

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
const failing = fileURLToPath(new URL('failing-server.ts', import.meta.url))

/** How long a process on a busy machine may take to come up, in milliseconds. */
const PATIENCE = 20_000

export type Said = { readonly code: number | null; readonly out: string; readonly err: string }
export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly ms: number }

export type Stage = {
  readonly data: string
  /** A folder beside the data, for backups. */
  readonly aside: string
  /** Where the server is reached; the same in all its lives. */
  readonly origin: () => string
  /** Starts the server. Resolves when it takes requests. */
  readonly begin: () => Promise<void>
  /** Sends the server a signal. Resolves when it has ended, with how long that took. */
  readonly end: (signal: NodeJS.Signals) => Promise<Ended>
  /** Resolves when the server has ended by itself. */
  readonly ended: () => Promise<Ended>
  /** Tells a failing server where to end itself, and the how manyth time it comes there. */
  readonly arm: (failpoint: string, nth: number) => void
  /** Runs the command line on the same data. */
  readonly entente: (...args: readonly string[]) => Promise<Said>
  readonly sit: (seat: string, negotiation?: NegotiationId) => Promise<Person>
  /** Somebody goes, and nothing of them is kept: a thousand witnesses do not fit into memory. */
  readonly dismiss: (person: Person) => void
}

export async function openStage({
  failpoints = false,
  data: given,
}: { readonly failpoints?: boolean; readonly data?: string } = {}): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'entente-drill-'))
  const data = given ?? join(folder, 'data')
  const people = new Set<Person>()
  let child: ChildProcess | undefined
  let ended: Promise<Ended> | undefined
  let port = 0
  onTestFinished(async () => {
    for (const { room } of people) room.close()
    child?.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true, force: true })
  })
  const environment = () => ({ ...process.env, PORT: String(port), ENTENTE_DATA: data, LOG_LEVEL: 'silent', ENTENTE_REHEARSAL: '0' })
  const origin = () => `http://localhost:${port}`

  return {
    data,
    aside: folder,
    origin,
    async begin() {
      const started = spawn(process.execPath, failpoints ? [failing] : [main, 'serve', '--demo'], {
        env: environment(),
        stdio: ['ignore', 'pipe', 'inherit', ...(failpoints ? (['ipc'] as const) : [])],
      })
      child = started
      const begun = performance.now()
      ended = new Promise((resolve) => started.once('exit', (code, signal) => resolve({ code, signal, ms: performance.now() - begun })))
      port = await listening(started)
    },
    async end(signal) {
      const sent = performance.now()
      child?.kill(signal)
      if (ended === undefined) throw new Error('No server was started')
      return { ...(await ended), ms: performance.now() - sent }
    },
    ended() {
      if (ended === undefined) throw new Error('No server was started')
      return ended
    },
    arm: (failpoint, nth) => void child?.send({ failpoint, nth }),
    entente: (...args) =>
      new Promise((resolve) => {
        const run = spawn(process.execPath, [main, ...args], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
        let [out, err] = ['', '']
        run.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
        run.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
        run.once('close', (code) => resolve({ code, out, err }))
      }),
    async sit(seat, negotiation = VESNA) {
      const answer = await fetch(`${origin()}/api/demo/seats`, {
        method: 'POST',
        headers: { origin: origin(), 'content-type': 'application/json' },
        body: JSON.stringify({ negotiation, seat }),
      })
      const { token } = (await answer.json()) as { token: string }
      const line = openLine(origin())
      const room = connectRoom({
        url: `${origin().replace('http', 'ws')}/sync`,
        room: tableOf(negotiation),
        token,
        WebSocket: line.WebSocket,
      })
      const person = { ...delegate(room, token), line }
      people.add(person)
      await live(person)
      return person
    },
    dismiss(person) {
      person.room.close()
      people.delete(person)
    },
  }
}

export type Person = ReturnType<typeof delegate> & { readonly line: Line }

/** Resolves when somebody is connected and the document is complete. */
export async function live(person: Pick<Person, 'until'>): Promise<void> {
  await person.until(({ connection, loaded }) => connection.is === 'live' && loaded, PATIENCE)
}

/** Resolves when all that somebody has typed is on the server's disk. */
export async function saved(person: Pick<Person, 'until'>): Promise<void> {
  await person.until(({ unsaved, connection }) => unsaved === 0 && connection.is === 'live', PATIENCE)
}

export type Line = {
  readonly WebSocket: typeof WebSocket
  /** The codes with which sockets were closed so far. */
  readonly closes: readonly number[]
  /** Cuts the connection, and every further one until `mend`. */
  readonly cut: () => void
  readonly mend: () => void
}

/** Sockets as a browser has them: with an Origin. */
export function openLine(origin: string): Line {
  const open = new Set<NodeWebSocket>()
  const closes: number[] = []
  let broken = false
  const WebSocket = class extends NodeWebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      // Nobody listens at port 1.
      super(broken ? 'ws://127.0.0.1:1' : url, protocols, { origin, perMessageDeflate: false })
      open.add(this)
      this.on('close', (code) => {
        open.delete(this)
        closes.push(code)
      })
    }
  } as unknown as typeof globalThis.WebSocket
  return {
    WebSocket,
    closes,
    cut() {
      broken = true
      for (const socket of open) socket.terminate()
    },
    mend: () => void (broken = false),
  }
}

/** How often a mark stands in a text: once, if nothing was lost and nothing was sent twice. */
export function standingOnce(text: string, marks: readonly string[]): boolean {
  return marks.every((mark) => text.split(mark).length === 2)
}

async function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/localhost:(\d+)/.exec(said)
      if (found) resolve(Number(found[1]))
    })
    child.once('exit', () => reject(new Error(`The server ended: ${said}`)))
  })
}
