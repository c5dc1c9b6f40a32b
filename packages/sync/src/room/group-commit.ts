/**
 * One transaction for all rooms that have something to write.
 *
 * A commit costs a disk flush whatever it holds, so rooms do not write: they say that something waits, and by when. When the moment comes,
 * every waiting room hands over what it has, all of it is stored at once, and each room learns the result. One commit is under way at a
 * time. What arrives meanwhile goes into the next.
 */
import type { Growth, Store } from '@entente/store'
import type { Time } from './time.ts'

/** What a room hands over in the moment of a commit. Exactly one of `stored` and `failed` is called afterwards. */
export type Taken = {
  /** Undefined when there is nothing to write, only somebody waiting until everything before has been written. */
  readonly growth: Growth | undefined
  readonly stored: () => void
  readonly failed: (error: unknown) => void
}

export type Source = {
  readonly take: () => Taken
  /** Something went wrong with this room alone. */
  readonly fault: (error: unknown) => void
}

export type GroupCommit = {
  /** Commits what waits in this room within so many milliseconds. */
  readonly within: (ms: number, source: Source) => void
  /** Resolves when nothing waits and nothing is under way. */
  readonly idle: () => Promise<void>
}

/** Commits begin at least so many milliseconds apart, so that many small rooms share one flush. A first keystroke never waits for it. */
export const COMMIT_PACE = 8

export function groupCommit(store: Pick<Store, 'rooms'>, time: Time): GroupCommit {
  const waiting = new Map<Source, number>()
  let underWay = false
  let lastBegun = -Infinity
  let timer: { readonly due: number; readonly cancel: () => void } | undefined
  const idlers: (() => void)[] = []

  const schedule = (wanted: number) => {
    if (underWay) return
    const due = Math.max(wanted, lastBegun + COMMIT_PACE)
    if (timer !== undefined && timer.due <= due) return
    timer?.cancel()
    timer = { due, cancel: time.after(Math.max(0, due - time.now()), run) }
  }

  const run = () => {
    timer = undefined
    underWay = true
    lastBegun = time.now()
    const sources = [...waiting.keys()]
    waiting.clear()
    void commit(sources.flatMap((source) => takeFrom(source))).then(() => {
      underWay = false
      if (waiting.size > 0) return schedule(Math.min(...waiting.values()))
      for (const idler of idlers.splice(0)) idler()
    })
  }

  const commit = async (taken: readonly (readonly [Source, Taken])[]) => {
    try {
      await write(taken.map(([, one]) => one))
      for (const one of taken) settle(one)
    } catch (error) {
      if (taken.length === 1) for (const one of taken) settle(one, error)
      // One room must not take the others with it: each on its own then. A room that was stored after all is told so by its sequence
      // numbers, which no longer fit, and reloads.
      else for (const one of taken) await commit([one])
    }
  }

  const write = async (taken: readonly Taken[]) => {
    const rooms = taken.flatMap(({ growth }) => (growth === undefined ? [] : [growth]))
    if (rooms.length > 0) await store.rooms.commit({ rooms })
  }

  return {
    within(ms, source) {
      const due = time.now() + ms
      const before = waiting.get(source)
      if (before !== undefined && before <= due) return
      waiting.set(source, due)
      schedule(due)
    },
    idle() {
      if (!underWay && waiting.size === 0) return Promise.resolve()
      return new Promise((resolve) => idlers.push(resolve))
    },
  }
}

function takeFrom(source: Source): readonly (readonly [Source, Taken])[] {
  try {
    return [[source, source.take()]]
  } catch (error) {
    source.fault(error)
    return []
  }
}

function settle([source, { stored, failed }]: readonly [Source, Taken], ...failure: readonly unknown[]): void {
  try {
    if (failure.length === 0) stored()
    else failed(failure[0])
  } catch (error) {
    source.fault(error)
  }
}
