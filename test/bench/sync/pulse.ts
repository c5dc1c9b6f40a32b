/**
 * How long the server lets an ordinary person wait, felt by pings every few milliseconds.
 *
 * In a thread of its own, so that whatever the attacker's side is busy with does not count. The threads share four numbers.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { Guest } from './guest.ts'
import type { TargetName } from './plan.ts'
import { targets } from './targets/all.ts'
import type { Document } from './targets/target.ts'

type Patient = { readonly target: TargetName; readonly port: number; readonly document: Document }

/** How often is asked, in milliseconds. */
const EVERY = 5

/** What the shared numbers are: whether it has begun, the longest wait so far, since when an answer is due, whether the socket is gone. */
const AT = { begun: 0, longest: 1, since: 2, gone: 3 } as const
type Shared = Float64Array

export class Pulse {
  readonly #worker: Worker
  readonly #shared: Shared

  private constructor(worker: Worker, shared: Shared) {
    this.#worker = worker
    this.#shared = shared
  }

  /** Begins when the person has come in. */
  static async of(patient: Patient): Promise<Pulse> {
    const shared = new Float64Array(new SharedArrayBuffer(4 * Float64Array.BYTES_PER_ELEMENT))
    const worker = new Worker(new URL(import.meta.url), { workerData: { patient, shared } })
    const failed = Promise.withResolvers<never>()
    worker.once('error', failed.reject)
    while (shared[AT.begun] === 0) await Promise.race([sleep(5), failed.promise])
    return new Pulse(worker, shared)
  }

  /** Ends it. Answers the longest wait for an answer, in milliseconds; Infinity when the connection was lost. */
  async longest(): Promise<number> {
    const [, longest = 0, since = 0, gone] = this.#shared
    await this.#worker.terminate()
    if (gone === 1) return Infinity
    return since === 0 ? longest : Math.max(longest, now() - since)
  }
}

async function beat({ target, port, document }: Patient, shared: Shared): Promise<void> {
  const door = document.doors.at(-1)
  if (door === undefined) throw new Error('No way in')
  const { guest } = await Guest.enter(targets[target], port, document, door)
  guest.socket.onPong = () => {
    shared[AT.longest] = Math.max(shared[AT.longest] ?? 0, now() - (shared[AT.since] ?? 0))
    shared[AT.since] = 0
  }
  shared[AT.begun] = 1
  while (guest.socket.ended === undefined) {
    if (shared[AT.since] === 0) {
      shared[AT.since] = now()
      guest.socket.ping()
    }
    await sleep(EVERY)
  }
  shared[AT.gone] = 1
}

/** The same in every thread. */
function now(): number {
  return performance.timeOrigin + performance.now()
}

if (!isMainThread) {
  const { patient, shared } = workerData as { readonly patient: Patient; readonly shared: Shared }
  await beat(patient, shared)
}
