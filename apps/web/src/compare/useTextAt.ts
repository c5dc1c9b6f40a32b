/** The whole text at a point, from the server where it is past. */
import type { NegotiationId } from '@entente/agreement'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { server } from '../api/server.ts'
import { explainFault, type FaultSentence } from '../refusal/explain-fault.ts'
import { useRoom } from '../room/useRoom.ts'
import { tokenFor } from '../sign-in/identity.ts'
import { useView } from '../table/useView.ts'
import { notKept } from '../versions/not-kept.ts'
import { textAt, textNow, type ReadText } from '../versions/text-at.ts'
import type { Point } from './points.ts'

export type TextAtPoint =
  | { readonly is: 'waiting' }
  | { readonly is: 'here'; readonly text: ReadText }
  | { readonly is: 'failed'; readonly fault: FaultSentence; readonly again: () => void }

/** `asked` counts how often somebody asked. */
type Told = { readonly at: string; readonly asked: number; readonly answer: ReadText | FaultSentence }

export function useTextAt(negotiation: NegotiationId | undefined, point: Point): TextAtPoint {
  const room = useRoom()
  const [told, setTold] = useState<Told | undefined>(undefined)
  const [asked, setAsked] = useState(0)
  const again = useCallback(() => setAsked((times) => times + 1), [])
  const at = point.is === 'now' ? undefined : point.at
  useEffect(() => {
    if (at === undefined || negotiation === undefined) return undefined
    const leaving = new AbortController()
    async function ask(id: NegotiationId, moment: NonNullable<typeof at>) {
      const outcome = await server.textsAt(id, moment, { token: tokenFor(id), signal: leaving.signal })
      if (leaving.signal.aborted) return
      if (!outcome.ok) return setTold({ at: moment, asked, answer: explainFault(outcome.fault) })
      const { since } = outcome.value
      if (since === undefined || moment < since) return setTold({ at: moment, asked, answer: notKept(outcome.value) })
      setTold({ at: moment, asked, answer: textAt(outcome.value, room.view().record.entries) })
    }
    void ask(negotiation, at)
    return () => leaving.abort()
  }, [negotiation, at, asked, room])
  const now = useView((view) => view.readings)
  const recorded = useView((view) => view.negotiation)
  return useMemo((): TextAtPoint => {
    if (at === undefined) return { is: 'here', text: textNow(recorded, now) }
    if (told?.at !== at || told.asked !== asked) return { is: 'waiting' }
    return 'what' in told.answer ? { is: 'failed', fault: told.answer, again } : { is: 'here', text: told.answer }
  }, [at, told, asked, recorded, now, again])
}
