/** The worker that reads files, as a promise that can be given up. */
import type { FileAnswer } from '@entente/import'

export type ToReader = { readonly name: string; readonly bytes: Uint8Array; readonly accepted: readonly string[] }
export type FromReader = { readonly is: 'step'; readonly done: number } | { readonly is: 'answer'; readonly answer: FileAnswer }

/**
 * Reads a file in a worker of its own. `step` is told how far it has come, from 0 to 1. Rejects when the worker breaks down, which is our
 * mistake, or when it was given up.
 */
export function readInWorker(file: ToReader, { step, signal }: { readonly step: (done: number) => void; readonly signal: AbortSignal }) {
  return new Promise<FileAnswer>((resolve, reject) => {
    const worker = new Worker(new URL('reader.worker.ts', import.meta.url), { type: 'module' })
    const end = () => worker.terminate()
    signal.addEventListener('abort', () => {
      end()
      reject(signal.reason)
    })
    worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
      if (data.is === 'step') return step(data.done)
      end()
      resolve(data.answer)
    })
    worker.addEventListener('error', (event) => {
      end()
      reject(new Error(event.message))
    })
    // A worker has no other origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(file)
  })
}
