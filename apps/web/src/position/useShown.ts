/** The wording of a clause as this screen shows it, for statements on it. A ref: it is needed when a key is pressed, not to draw. */
import type { Reading } from '@entente/agreement'
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type * as Y from 'yjs'
import { show, type Shown } from './read-again.ts'

export function useShown(doc: Y.Doc, root: string, reading: Reading): RefObject<Shown | undefined> {
  const shown = useRef<Shown | undefined>(undefined)
  const hand = useRef<Shown['by']>('others')

  useEffect(() => {
    const fragment = doc.getXmlFragment(root)
    const note = (_: unknown, { local }: Y.Transaction) => {
      hand.current = local ? 'own' : 'others'
    }
    fragment.observeDeep(note)
    return () => fragment.unobserveDeep(note)
  }, [doc, root])

  // After the paint of the new words, never before: what is stated is what was on the screen.
  useLayoutEffect(() => {
    shown.current = show(shown.current, reading, hand.current, performance.now())
  }, [reading])

  return shown
}
