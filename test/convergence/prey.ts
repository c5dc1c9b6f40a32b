/** A server to be attacked, as a child process, and what can be asked of it besides what everybody can. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Asked = { readonly id: number; readonly ask: keyof Answers; readonly about?: Seats }
/** Seats to be taken. */
export type Seats = { readonly negotiation: string; readonly seats: readonly string[] }

export type Answers = {
  readonly origin: string
  /** Events by name, code and rule; what points to a fault of ours; rooms in memory. */
  readonly log: {
    readonly events: Readonly<Record<string, number>>
    readonly troubles: readonly string[]
    readonly rooms: readonly string[]
  }
  /** Bytes in use after everything that can be collected was. */
  readonly heap: number
  /** A session for each seat, by its token. */
  readonly seat: readonly string[]
}

export type Prey = Awaited<ReturnType<typeof startPrey>>

export async function startPrey() {
  const data = await mkdtemp(join(tmpdir(), 'entente-prey-'))
  const file = fileURLToPath(new URL('./prey.server.ts', import.meta.url))
  // Code that is let go of at its own time would blur what is measured.
  const child = spawn(process.execPath, ['--expose-gc', '--no-flush-bytecode', file, data], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let said = ''
  let exit: string | undefined
  let next = 0
  for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ready = Promise.withResolvers<unknown>()
  waiting.set(0, ready)
  child.once('exit', (code, signal) => {
    exit = `exit ${code ?? signal}`
    for (const { reject } of waiting.values()) reject(new Error(`The server ended (${exit}):\n${said}`))
  })
  child.on('message', ({ id, answer }: { readonly id: number; readonly answer: unknown }) => {
    waiting.get(id)?.resolve(answer)
    waiting.delete(id)
  })
  const ask = <Name extends keyof Answers>(name: Name, about?: Seats) => {
    if (exit !== undefined) throw new Error(`The server ended (${exit}):\n${said}`)
    next += 1
    const answer = Promise.withResolvers<unknown>()
    waiting.set(next, answer)
    child.send({ id: next, ask: name, about } satisfies Asked)
    return answer.promise as Promise<Answers[Name]>
  }
  await ready.promise
  return {
    ask,
    origin: await ask('origin'),
    /** How it ended, if it has. */
    exit: () => exit,
    /** Everything it wrote to its output; nothing is expected there. */
    said: () => said,
    async end() {
      if (child.connected) child.disconnect()
      if (exit === undefined) await new Promise((resolve) => child.once('exit', resolve))
      await rm(data, { recursive: true, force: true })
    },
  }
}
