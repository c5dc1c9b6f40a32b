/** Who sits where and which links are open, as the server tells those who answer for it; asked again whenever seats change on the record. */
import type { NegotiationId } from '@entente/agreement'
import { useCallback, useEffect, useRef } from 'react'
import { server } from '../api/server.ts'
import type { MemberLine } from '../api/shapes.ts'
import { useAnswer, type Loading } from '../api/useAnswer.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { useView } from '../table/useView.ts'

export function useMembers(negotiation: NegotiationId): readonly [Loading<readonly MemberLine[]>, () => void] {
  const ask = useCallback((signal: AbortSignal) => server.members(negotiation, { signal, token: tokenFor(negotiation) }), [negotiation])
  const [lines, again] = useAnswer<readonly MemberLine[]>(ask)
  const seats = useView((view) => view.negotiation.seats)
  const withdrawn = useView((view) => view.negotiation.withdrawnSeats)
  const before = useRef({ seats, withdrawn })
  useEffect(() => {
    if (before.current.seats === seats && before.current.withdrawn === withdrawn) return
    before.current = { seats, withdrawn }
    again()
  }, [seats, withdrawn, again])
  return [lines, again]
}
