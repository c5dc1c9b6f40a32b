/**
 * The players of a rehearsal, in a thread of their own: what the engine learns from them about sockets and documents is not what a server
 * does with these, and in one thread it cost a server of many small rooms a fifth (docs/decisions/0015).
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'

const Played = z.tuple([z.int()])

export type Troupe = {
  /** Has them play on a server's demonstration. Resolves with how many changes were typed; rejects when they could not play to the end. */
  readonly play: (origin: string) => Promise<number>
  readonly leave: () => Promise<void>
}

export function openTroupe(): Troupe {
  const worker = new Worker(new URL('./troupe.worker.ts', import.meta.url), { execArgv: [] })
  const gone = new Promise<never>((_, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The players have gone')))
  })
  // It may go while nobody waits for it.
  gone.catch(() => undefined)
  return {
    async play(origin) {
      worker.postMessage(origin, [])
      const [keys] = Played.parse(await Promise.race([once(worker, 'message'), gone]))
      return keys
    },
    leave: async () => void (await worker.terminate()),
  }
}
