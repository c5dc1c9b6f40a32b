/** The way the table is read, for the clauses on it: what is shown, and with what the words are compared. */
import type { ClauseId, NegotiationId, Timestamp } from '@entente/agreement'
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { announce } from '../design/Announcer.tsx'
import type { FaultSentence } from '../refusal/explain-fault.ts'
import { useRoom } from '../room/useRoom.ts'
import { useView } from '../table/useView.ts'
import { readTextAt } from '../versions/read-text-at.ts'
import { keepPlace } from './keep-place.ts'
import { asBefore, atPositions, movedSince, type Before, type ReadingView } from './reading-view.ts'

type Compared = { readonly before: ReadonlyMap<ClauseId, Before>; readonly moved: ReadonlySet<ClauseId> }

export type Reading = {
  readonly view: ReadingView
  /** Undefined while nothing is compared, or the words of then are on their way. */
  readonly compared: Compared | undefined
  readonly fault: FaultSentence | undefined
  readonly choose: (view: ReadingView) => void
}

const everything: ReadingView = { is: 'everything' }
const Context = createContext<Reading>({ view: everything, compared: undefined, fault: undefined, choose: () => undefined })

export function useReading(): Reading {
  return useContext(Context)
}

type Fetched = { readonly for: ReadingView; readonly compared: Compared } | { readonly for: ReadingView; readonly fault: FaultSentence }

export function ReadingViewProvider({ children }: { readonly children: ReactNode }) {
  const room = useRoom()
  const [view, setView] = useState<ReadingView>(everything)
  const [fetched, setFetched] = useState<Fetched | undefined>(undefined)
  const negotiation = useView((now) => now.negotiation)
  const party = useView((now) => now.speaker?.party.party)
  const id = negotiation.opened?.negotiation
  const at = view.is === 'since' && view.baseline.is !== 'positions' ? view.baseline.at : undefined

  useEffect(() => {
    if (at === undefined || id === undefined) return undefined
    const leaving = new AbortController()
    async function ask(negotiationId: NegotiationId, moment: Timestamp) {
      const read = await readTextAt(room, negotiationId, moment, leaving.signal)
      if (leaving.signal.aborted) return
      if (!read.ok) return setFetched({ for: view, fault: read.fault })
      const moved = movedSince(
        read.text.map(({ clause }) => clause),
        [...room.view().assessment.clauses.keys()],
      )
      keepPlace(() => setFetched({ for: view, compared: { before: asBefore(read.text), moved } }))
      announce('What changed is marked in the words.')
    }
    void ask(id, at)
    return () => leaving.abort()
  }, [at, id, view, room])

  const choose = useCallback((next: ReadingView) => keepPlace(() => setView(next)), [])
  const reading = useMemo<Reading>(() => {
    if (view.is !== 'since') return { view, compared: undefined, fault: undefined, choose }
    if (view.baseline.is === 'positions') {
      const before = party === undefined ? new Map<ClauseId, Before>() : atPositions(negotiation, party)
      return { view, compared: { before, moved: new Set() }, fault: undefined, choose }
    }
    const here = fetched?.for === view ? fetched : undefined
    return {
      view,
      compared: here !== undefined && 'compared' in here ? here.compared : undefined,
      fault: here !== undefined && 'fault' in here ? here.fault : undefined,
      choose,
    }
  }, [view, fetched, negotiation, party, choose])
  return <Context value={reading}>{children}</Context>
}
