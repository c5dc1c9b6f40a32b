/**
 * Undo works over all clauses and one's own amendments: when it changed words other than those one types in, these are taken in hand, so that
 * nothing changes unseen. Whoever was typing goes on typing there, because on a heading the next letters would be commands.
 */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { mayWrite, parseRoot, type Root } from '@entente/draft'
import { useEffect, useEffectEvent } from 'react'
import { useDoc } from '../clause/useDoc.ts'
import { loadOwnEdits } from '../editor/load.ts'
import type { Undone } from '../editor/own-edits.ts'
import { useRoom } from '../room/useRoom.ts'
import type { Attention, CaretAt } from './attention.ts'
import { goTo, goToProposed, keepPlace } from './go-to.ts'
import { useAttentionStore } from './useAttention.ts'

/** Words that one types in at the table. */
type Written = Exclude<Root, { readonly kind: 'translation' }>

export function useUndoneClause(): void {
  const doc = useDoc()
  const room = useRoom()
  const attention = useAttentionStore()

  const show = useEffectEvent(({ root: changed, place }: Undone) => {
    const { negotiation, speaker } = room.view()
    const name = [...doc.share].find(([, type]) => type === changed)?.[0]
    const root = name === undefined ? undefined : parseRoot(name)
    if (speaker === undefined || root === undefined || root.kind === 'translation' || isInHand(attention.get(), root)) return
    const amendment = root.kind === 'amendment' ? root.amendment : undefined
    const clause = clauseOf(negotiation, root)
    const at: CaretAt = place === undefined ? 'end' : { place }
    if (attention.get().editing === undefined) {
      if (clause !== undefined) goTo(attention, clause)
      else if (amendment !== undefined) goToProposed(amendment)
    } else if (!mayWrite(negotiation, speaker, root)) {
      attention.select(clause)
      keepPlace(clause)
    } else if (amendment === undefined) {
      if (clause !== undefined) attention.edit(clause, at)
    } else if (clause === undefined) attention.editProposed(amendment, at)
    else attention.amend(clause, amendment, at)
  })

  useEffect(() => {
    let left = false
    let stop: (() => void) | undefined
    void loadOwnEdits().then(({ ownEditsIn }) => {
      if (!left) stop = ownEditsIn(doc).whenUndone(show)
    })
    return () => {
      left = true
      stop?.()
    }
  }, [doc])
}

/** Whether one types in these words, or has their clause in hand. */
function isInHand({ clause, amending }: Attention, root: Written): boolean {
  return root.kind === 'amendment' ? amending === root.amendment : amending === undefined && clause === root.clause
}

/** The clause the words are of. Undefined for one that is only proposed. */
function clauseOf({ amendments }: Negotiation, root: Written): ClauseId | undefined {
  if (root.kind === 'clause') return root.clause
  const amendment = amendments.get(root.amendment)
  return amendment?.does === 'reword' ? amendment.clause : undefined
}
