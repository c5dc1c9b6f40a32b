/**
 * Copies are compared in a thread of their own, so that nobody waits while a long text is read back.
 *
 * The thread is there while there is something to compare, and a little longer. One that fails or runs out of memory takes what it was
 * asked with it and nothing else; the next copy gets a new one.
 */
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Compare, Compared, Copy } from './copy.ts'

/** How long the thread stays with nothing to do, in milliseconds. */
const STAYS = 10_000
/** A room at its limit needs a tenth of it, in megabytes. */
const MEMORY = { maxOldGenerationSizeMb: 1_024 }

const Answer = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('faithful'), sha256: z.string() }),
  z.strictObject({ is: z.literal('unfaithful'), fault: z.string() }),
])

type Asked = PromiseWithResolvers<Compared>
type Thread = { readonly worker: Worker; readonly asked: Asked[]; leaving: NodeJS.Timeout | undefined }

export type Comparing = {
  readonly compare: Compare
  readonly close: () => Promise<void>
}

export function openComparing(): Comparing {
  let thread: Thread | undefined

  const start = (): Thread => {
    const worker = new Worker(new URL('./comparing.worker.ts', import.meta.url), { execArgv: [], resourceLimits: MEMORY })
    const started: Thread = { worker, asked: [], leaving: undefined }
    const leave = () => {
      if (thread === started) thread = undefined
      void worker.terminate()
    }
    const gone = (why: Error) => {
      if (thread === started) thread = undefined
      clearTimeout(started.leaving)
      for (const { reject } of started.asked.splice(0)) reject(why)
    }
    worker.on('message', (answer: unknown) => {
      started.asked.shift()?.resolve(Answer.parse(answer))
      if (started.asked.length > 0) return
      started.leaving = setTimeout(leave, STAYS)
      started.leaving.unref()
      worker.unref()
    })
    worker.once('error', gone)
    worker.once('exit', () => gone(new Error('The thread has ended')))
    return started
  }

  return {
    compare(copy: Copy) {
      thread ??= start()
      const asked = Promise.withResolvers<Compared>()
      clearTimeout(thread.leaving)
      thread.asked.push(asked)
      thread.worker.ref()
      thread.worker.postMessage(copy, [])
      return asked.promise
    },
    close: async () => void (await thread?.worker.terminate()),
  }
}
