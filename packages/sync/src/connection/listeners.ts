/** Who wants to hear that something has changed. They look for themselves what it is. */

export type Listeners = {
  /** Answers how to stop listening. */
  readonly add: (listener: () => void) => () => void
  /** Tells all of them soon, once for everything that changes until then. */
  readonly tell: () => void
  readonly close: () => void
}

/** How often at most they hear of it, in milliseconds: about once per frame of a screen. */
const NOTIFY = 16

export function openListeners(): Listeners {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined

  return {
    add(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell() {
      timer ??= setTimeout(() => {
        timer = undefined
        for (const listener of listeners) listener()
      }, NOTIFY)
    },
    close() {
      clearTimeout(timer)
      listeners.clear()
    },
  }
}
