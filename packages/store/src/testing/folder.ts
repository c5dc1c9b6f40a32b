/** Folders and processes for tests of what outlives a process. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Random } from '../contract.ts'
import { openSqliteStore, type SqliteStore } from '../sqlite.ts'

/** The path of a store that does not exist yet, in a folder that goes away with the test. */
export function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entente-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'rooms.db')
}

/** Opens a store, does something and lets it go again. */
export async function withStore<Result>(path: string, work: (store: SqliteStore) => Promise<Result>, random?: Random): Promise<Result> {
  const store = openSqliteStore({ path, ...(random && { random }) })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

export type Writing = {
  readonly process: ChildProcess
  /** The next line it prints; nothing when it has ended. */
  line(): Promise<string | undefined>
  /** Waits until it has ended; what it printed before is still read by `line`. */
  ended(): Promise<void>
}

/** Starts a process that writes to a store until it is stopped (`testing/writer.ts`). It is killed with the test at the latest. */
export function startWriter(path: string, ...options: readonly string[]): Writing {
  const child = spawn(process.execPath, [fileURLToPath(new URL('writer.ts', import.meta.url)), path, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    process: child,
    ended: () => ended,
    async line() {
      const next = await lines.next()
      return next.done === true ? undefined : next.value
    },
  }
}
