/**
 * Commands on their way.
 *
 * Normally the answer comes over the socket. When the connection is lost in between, the journal answers after the next one: whatever the
 * server had taken is in it by then, and nothing of the old connection can come later. Nothing is ever sent again by itself.
 */
import type { Entry, SeatId } from '@entente/agreement'
import type { Answer, Undelivered } from './view.ts'

export type Asked = {
  /** Notes a command that is about to be sent; the promise is its answer. */
  readonly ask: (request: string) => Promise<Answer>
  readonly answered: (request: string, answer: Answer) => void
  /** Entries have arrived; one of them may be what was asked for. */
  readonly heard: (entries: readonly Entry[], seat: SeatId | undefined) => void
  /** The connection is gone; this is what remains to be said if nothing better is heard in time. */
  readonly lost: (how: Undelivered) => void
  /** Connected again, and the journal is complete up to now. */
  readonly caughtUp: () => void
  readonly close: () => void
}

/** How long a command waits for the next connection, in milliseconds. */
export const PATIENCE = 10_000

type Open = {
  readonly resolve: (answer: Answer) => void
  recorded: boolean
  lost: Undelivered | undefined
  timer: ReturnType<typeof setTimeout> | undefined
}

export function openAsked(): Asked {
  const open = new Map<string, Open>()

  const answer = (request: string, answered: Answer) => {
    const one = open.get(request)
    if (one === undefined) return
    clearTimeout(one.timer)
    open.delete(request)
    one.resolve(answered)
  }

  return {
    ask: (request) => new Promise((resolve) => open.set(request, { resolve, recorded: false, lost: undefined, timer: undefined })),
    answered: answer,
    heard(entries, seat) {
      if (open.size === 0) return
      for (const { by, request } of entries) {
        const one = request === undefined || by === 'server' || by.seat !== seat ? undefined : open.get(request)
        if (one !== undefined) one.recorded = true
      }
    },
    lost(how) {
      for (const [request, one] of open) {
        one.lost = how
        one.timer ??= setTimeout(() => answer(request, { ok: false, refusal: how }), PATIENCE)
      }
    },
    caughtUp() {
      for (const [request, { lost, recorded }] of open) {
        if (lost !== undefined) answer(request, recorded ? { ok: true } : { ok: false, refusal: lost })
      }
    },
    close() {
      for (const request of open.keys()) answer(request, { ok: false, refusal: { code: 'connection-lost' } })
    },
  }
}
