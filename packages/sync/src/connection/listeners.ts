/** Who wants to hear that something has changed. They look for themselves what it is. */

export type Listeners = {
  /** Answers how to stop listening. */
  readonly add: (listener: () => void) => () => void
  /** Tells all of them soon, once for everything that changes until then. */
  readonly tell: () => void
  /** Tells all of them before it returns: for what nobody may act without knowing. */
  readonly tellNow: () => void
  readonly close: () => void
}

/** How often at most they hear of it, in milliseconds: about once per frame of a screen. */
const NOTIFY = 16

export function openListeners(): Listeners {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const tellNow = () => {
    clearTimeout(timer)
    timer = undefined
    for (const listener of listeners) listener()
  }

  return {
    add(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell() {
      timer ??= setTimeout(tellNow, NOTIFY)
    },
    tellNow,
    close() {
      clearTimeout(timer)
      listeners.clear()
    },
  }
}
