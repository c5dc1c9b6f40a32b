/**
 * What happens on a page when words typed in it were refused: it is said where the person is, and when the fresh document has come, they are
 * at the clause they had in hand. The words are kept at the top of the page (`table/RefusedDrafts.tsx`).
 */
import { useEffect, useRef } from 'react'
import { complain } from '../design/Toast.tsx'
import { useRoom } from '../room/useRoom.ts'
import { goTo } from '../table/go-to.ts'
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

  useEffect(() => {
    if (!loaded) return
    const { clause } = attention.get()
    if (shown.current && clause !== undefined) goTo(attention, clause)
    shown.current = true
  }, [attention, loaded])
}
