/**
 * What happens on a page when words typed in it were refused: it is said where the person is, and when the fresh document has come, they are
 * at the clause they had in hand. The words are kept at the top of the page (`table/RefusedDrafts.tsx`).
 */
import { useEffect, useRef } from 'react'
import { complain } from '../design/Toast.tsx'
import { liveBefore } from '../editor/live.ts'
import { useRoom } from '../room/useRoom.ts'
import { bringIntoSight, clauseElement, goTo, proposedElement } from '../table/go-to.ts'
import { textName } from '../table/naming.ts'
import { useAdded } from '../table/useAdded.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import { useView } from '../table/useView.ts'

/** Also for pages that are not drawn while the document is on its way. */
export function useRefusals(): void {
  const room = useRoom()
  const refused = useView((view) => view.refused)
  const loaded = useView((view) => view.loaded)
  const attention = useAttentionStore()
  const shown = useRef(false)

  useAdded(refused, (added) => {
    const roots = new Set(added.map(({ root }) => root))
    const [first = ''] = roots
    const where = roots.size === 1 ? textName(room.view().negotiation, first) : `${roots.size} texts`
    complain(`What you typed in ${where} was not accepted. Your words are kept at the top of the page.`)
  })

  // Asked while the old document is still drawn: React hears of the change together with this, and draws afterwards.
  useEffect(
    () =>
      room.subscribe(() => {
        const { clause, editing } = attention.get()
        if (room.view().loaded || editing === undefined) return
        const before = liveBefore(clause)
        if (before !== undefined) attention.goOn(before)
      }),
    [room, attention],
  )

  useEffect(() => {
    if (!loaded) return
    const { clause, editing, amending } = attention.get()
    // Whoever was typing has the words again, or nothing: on the heading the next letters would be commands.
    if (shown.current && clause !== undefined) {
      if (editing === undefined) goTo(attention, clause)
      else bringIntoSight(clauseElement(clause))
    }
    if (shown.current && clause === undefined && amending !== undefined) bringIntoSight(proposedElement(amending))
    shown.current = true
  }, [attention, loaded])
}
