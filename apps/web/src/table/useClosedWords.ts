/**
 * Words close under somebody's hands: the clause is frozen, the pen passes on, an amendment is withdrawn or taken in. They are told so and keep
 * their place; the words do not open again by themselves.
 */
import type { AmendmentId, ClauseId } from '@entente/agreement'
import { mayWrite, rootName, type Root } from '@entente/draft'
import { useEffect } from 'react'
import { complain } from '../design/Toast.tsx'
import { useRoom } from '../room/useRoom.ts'
import { closedWords } from './closed-words.ts'
import { keepPlace } from './go-to.ts'
import { useAttentionStore } from './useAttention.ts'

export function useClosedWords(): void {
  const room = useRoom()
  const attention = useAttentionStore()
  useEffect(() => {
    let open: string | undefined
    const look = () => {
      const { negotiation, speaker, loaded, connection } = room.view()
      const { clause, editing, amending, drafting } = attention.get()
      // A draft of a caucus is in another room, which says itself what becomes of it.
      const root = editing === undefined || drafting !== undefined ? undefined : rootOf(clause, amending)
      if (root === undefined) open = undefined
      if (root === undefined || speaker === undefined || !loaded || connection.is === 'ended') return
      if (mayWrite(negotiation, speaker, root)) {
        open = rootName(root)
        return
      }
      // Words that were not open yet: an amendment that was tabled this moment is not on record here before it may be typed in.
      if (open !== rootName(root)) return
      open = undefined
      attention.leave()
      complain(closedWords(negotiation, speaker, root))
      keepPlace(clause)
    }
    const stops = [room.subscribe(look), attention.subscribe(look)]
    look()
    return () => {
      for (const stop of stops) stop()
    }
  }, [room, attention])
}

function rootOf(clause: ClauseId | undefined, amendment: AmendmentId | undefined): Root | undefined {
  if (amendment !== undefined) return { kind: 'amendment', amendment }
  return clause && { kind: 'clause', clause }
}
