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
  /** Whether memory holds what is not on disk, or somebody waits to be told. */
  readonly waits: () => boolean
  /** Resolves when no commit with something of this room in it is under way. */
  readonly quiet: () => Promise<void>
  /** Gives up all that waits. Nothing is stored or said any more. */
  readonly close: () => void
  readonly closed: () => boolean
}

type Waiting = { readonly prepare: () => () => void; readonly lost: (() => void) | undefined }

export type OutboxOptions<Taking extends Harvest> = {
  readonly commits: GroupCommit
  readonly harvest: () => Taking
  /** The harvest is on disk. */
  readonly stored: (harvest: Taking) => void
  /** The harvest is not on disk, and never will be. Answers whether memory can be trusted all the same; if not, it has been given up. */
  readonly failed: (harvest: Taking, error: unknown) => boolean
  /** Our own mistake while handing over or sending. */
  readonly fault: (error: unknown) => void
}

/** What memory that is no longer trusted has to store. */
const NOTHING: Taken = { growth: undefined, stored: () => undefined, failed: () => undefined }

export function openOutbox<Taking extends Harvest>({ commits, harvest, stored, failed, fault }: OutboxOptions<Taking>): Outbox {
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
        if (closed || !failed(taken, error)) return
        waiting = waiting.slice(moment.length)
        for (const say of said) say()
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

  const waits = () => dirty || underWay !== undefined || waiting.length > 0

  return {
    changed(within) {
      dirty = true
      commits.within(within, source)
    },
    afterwards(prepare, within = 0, lost) {
      if (closed) return lost?.()
      if (!waits()) return prepare()()
      waiting.push({ prepare, lost })
      commits.within(within, source)
    },
    waits,
    quiet: () => (underWay === undefined ? Promise.resolve() : new Promise((resolve) => listeners.push(resolve))),
    close() {
      closed = true
      for (const { lost } of [...(underWay ?? []), ...waiting]) lost?.()
      waiting = []
    },
    closed: () => closed,
  }
}
