/** For observers and the press who were sent out: asks quietly whether they attend again, and opens the page when they do. */
import type { NegotiationId } from '@entente/agreement'
import { useEffect } from 'react'
import { server } from '../api/server.ts'
import { tokenFor } from '../sign-in/identity.ts'
import type { EndReason } from './explain-end.ts'

/** How often it is asked, in milliseconds. What is learned is only whether one may come in. */
const ASK_EVERY_MS = 4_000

/** Nothing is asked for other reasons than that the table meets without them. */
export function useReadmission(negotiation: NegotiationId, reason: EndReason, onReadmitted: () => void): void {
  const waits = reason === 'closed-sitting' || reason === 'not-admitted'
  useEffect(() => {
    if (!waits) return
    const leaving = new AbortController()
    let asking = false
    const ask = async () => {
      if (asking || document.visibilityState === 'hidden') return
      asking = true
      const me = await server.meAs(tokenFor(negotiation), leaving.signal)
      asking = false
      if (leaving.signal.aborted || !me.ok) return
      if (me.value.seats.some((seat) => seat.negotiation === negotiation && seat.attends)) onReadmitted()
    }
    const timer = setInterval(() => void ask(), ASK_EVERY_MS)
    const seen = () => void ask()
    document.addEventListener('visibilitychange', seen)
    return () => {
      leaving.abort()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [waits, negotiation, onReadmitted])
}
