/**
 * Nothing leaves a room before it is on disk.
 *
 * Whoever wants to say something that rests on what is in memory leaves two things here: how to work it out in the moment when memory is
 * exactly what will be stored, and with that, how to say it once it has been. When everything is stored already, both happen at once.
 */
import type { GroupCommit, Source, Taken } from './group-commit.ts'
import type { Harvest } from './proceedings.ts'

export type Outbox = {
  /** Something was changed that has to be stored within so many milliseconds. */
  readonly changed: (within: number) => void
  /**
   * Calls `prepare` in the moment of the next commit, within so many milliseconds, and what it answers when that commit has succeeded; at
   * once when nothing waits. If it never comes to that, `lost` is called.
   */
  readonly afterwards: (prepare: () => () => void, within?: number, lost?: () => void) => void
  /** Resolves when no commit with something of this room in it is under way. */
  readonly quiet: () => Promise<void>
  /** Gives up all that waits. Nothing is stored or said any more. */
  readonly close: () => void
  readonly closed: () => boolean
}

type Waiting = { readonly prepare: () => () => void; readonly lost: (() => void) | undefined }

export type OutboxOptions = {
  readonly commits: GroupCommit
  readonly harvest: () => Harvest
  /** The harvest is on disk. */
  readonly stored: (harvest: Harvest) => void
  /** The harvest is not on disk, and never will be. */
  readonly failed: (error: unknown) => void
  /** Our own mistake while handing over or sending. */
  readonly fault: (error: unknown) => void
}

/** What memory that is no longer trusted has to store. */
const NOTHING: Taken = { growth: undefined, stored: () => undefined, failed: () => undefined }

export function openOutbox({ commits, harvest, stored, failed, fault }: OutboxOptions): Outbox {
  let dirty = false
  let waiting: Waiting[] = []
  let underWay: readonly Waiting[] | undefined
  let closed = false
  const listeners: (() => void)[] = []

  const take = (): Taken => {
    if (closed) return NOTHING
    const moment = waiting
    waiting = []
    dirty = false
    underWay = moment
    const taken = harvest()
    const said = moment.map(({ prepare }) => prepare())
    return {
      growth: taken.growth,
      stored: () => {
        settled()
        if (closed) return
        stored(taken)
        for (const say of said) say()
      },
      failed: (error) => {
        waiting = [...moment, ...waiting]
        settled()
        if (!closed) failed(error)
      },
    }
  }

  const settled = () => {
    underWay = undefined
    for (const listener of listeners.splice(0)) listener()
  }

  const source: Source = {
    take,
    fault: (error) => {
      settled()
      fault(error)
    },
  }

  return {
    changed(within) {
      dirty = true
      commits.within(within, source)
    },
    afterwards(prepare, within = 0, lost) {
      if (closed) return lost?.()
      if (!dirty && underWay === undefined && waiting.length === 0) return prepare()()
      waiting.push({ prepare, lost })
      commits.within(within, source)
    },
    quiet: () => (underWay === undefined ? Promise.resolve() : new Promise((resolve) => listeners.push(resolve))),
    close() {
      closed = true
      for (const { lost } of [...(underWay ?? []), ...waiting]) lost?.()
      waiting = []
    },
    closed: () => closed,
  }
}
