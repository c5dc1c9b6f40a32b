/** Undo works over all clauses: when it changed words of a clause that is not in hand, that clause is taken in hand, so that nothing changes unseen. */
import { parseRoot } from '@entente/draft'
import { useEffect, useEffectEvent } from 'react'
import { useDoc } from '../clause/useDoc.ts'
import { loadOwnEdits } from '../editor/load.ts'
import { goTo } from './go-to.ts'
import { useAttentionStore } from './useAttention.ts'

export function useUndoneClause(): void {
  const doc = useDoc()
  const attention = useAttentionStore()
  const show = useEffectEvent((changed: unknown) => {
    const name = [...doc.share].find(([, type]) => type === changed)?.[0]
    const root = name === undefined ? undefined : parseRoot(name)
    if (root?.kind === 'clause' && root.clause !== attention.get().clause) goTo(attention, root.clause)
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
