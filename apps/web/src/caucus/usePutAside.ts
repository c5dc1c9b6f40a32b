import type { AmendmentId } from '@entente/agreement'
import { useEffect } from 'react'
import { complain } from '../design/Toast.tsx'
import { useRoom } from '../room/useRoom.ts'
import { putAsideWords } from '../table/closed-words.ts'

/** Tells whoever types in a draft, once its words are gone from under them, that a colleague has put it aside; nothing of what they do themselves. */
export function usePutAside(amendment: AmendmentId, typing: boolean): void {
  const room = useRoom()
  useEffect(() => {
    if (!typing) return undefined
    return () => {
      const { negotiation, speaker } = room.view()
      const draft = negotiation.drafts.get(amendment)
      if (draft?.discarded === undefined) return
      const { by } = draft.discarded
      if (by === 'server' || by.seat !== speaker?.seat.seat) complain(putAsideWords(negotiation, draft.label, draft.discarded))
    }
  }, [amendment, typing, room])
}
