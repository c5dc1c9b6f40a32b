/** What an arrow key that leads out of a clause leads to: the words of its neighbour, or its heading where they cannot be typed in. */
import type { ClauseId } from '@entente/agreement'
import { rootName } from '@entente/draft'
import { useCallback } from 'react'
import type { Crossing } from '../editor/crossing.ts'
import { whyNotEdit } from '../editor/why-not-edit.ts'
import { useRoom } from '../room/useRoom.ts'
import { goTo } from '../table/go-to.ts'
import { neighbour } from '../table/keyboard.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import { knowsAll } from './knows-all.ts'

/** Answers whether there is a clause there. */
export function useCrossing(from: ClauseId): (crossing: Crossing) => boolean {
  const room = useRoom()
  const attention = useAttentionStore()
  return useCallback(
    ({ to, x }) => {
      const { negotiation, assessment, speaker, connection } = room.view()
      const clause = neighbour([...assessment.clauses.keys()], from, to === 'next' ? 1 : -1)
      if (clause === undefined || clause === from) return false
      const known = knowsAll(room.doc(), rootName({ kind: 'clause', clause }))
      const why = whyNotEdit(clause, { negotiation, speaker, connection, knows: known })
      if (why !== undefined) goTo(attention, clause)
      else attention.edit(clause, x === undefined ? (to === 'next' ? 'start' : 'end') : { x, line: to === 'next' ? 'first' : 'last' })
      return true
    },
    [room, attention, from],
  )
}
