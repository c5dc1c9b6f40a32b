/** The whole text at a point, from the server where it is past. */
import type { NegotiationId, Timestamp } from '@entente/agreement'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { FaultSentence } from '../refusal/explain-fault.ts'
import { useRoom } from '../room/useRoom.ts'
import { useView } from '../table/useView.ts'
import { readTextAt, type TextRead } from '../versions/read-text-at.ts'
import { textNow, type ReadText } from '../versions/text-at.ts'
import type { Point } from './points.ts'

export type TextAtPoint =
  | { readonly is: 'waiting' }
  | { readonly is: 'here'; readonly text: ReadText }
  | { readonly is: 'failed'; readonly fault: FaultSentence; readonly again: () => void }

/** `asked` counts how often somebody asked. */
type Told = { readonly at: string; readonly asked: number; readonly read: TextRead }

export function useTextAt(negotiation: NegotiationId | undefined, point: Point): TextAtPoint {
  const room = useRoom()
  const [told, setTold] = useState<Told | undefined>(undefined)
  const [asked, setAsked] = useState(0)
  const again = useCallback(() => setAsked((times) => times + 1), [])
  const at = point.is === 'now' ? undefined : point.at
  useEffect(() => {
    if (at === undefined || negotiation === undefined) return undefined
    const leaving = new AbortController()
    async function ask(id: NegotiationId, moment: Timestamp) {
      const read = await readTextAt(room, id, moment, leaving.signal)
      if (!leaving.signal.aborted) setTold({ at: moment, asked, read })
    }
    void ask(negotiation, at)
    return () => leaving.abort()
  }, [negotiation, at, asked, room])
  const now = useView((view) => view.readings)
  const recorded = useView((view) => view.negotiation)
  return useMemo((): TextAtPoint => {
    if (at === undefined) return { is: 'here', text: textNow(recorded, now) }
    if (told?.at !== at || told.asked !== asked) return { is: 'waiting' }
    return told.read.ok ? { is: 'here', text: told.read.text } : { is: 'failed', fault: told.read.fault, again }
  }, [at, told, asked, recorded, now, again])
}
