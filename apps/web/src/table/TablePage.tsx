/**
 * The table: outline, sheet and margin of the text under negotiation. Stands inside a RoomProvider and the frame of a negotiation, which shows it
 * once the first text and record have arrived.
 */
import type { ClauseId } from '@entente/agreement'
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { loadEditor } from '../editor/load.ts'
import { ProceedingsDialog } from '../proceedings/ProceedingsDialog.tsx'
import { ProceedingsStrip } from '../proceedings/ProceedingsStrip.tsx'
import { useHidden } from '../reading-view/layers.ts'
import { ReadingBanner } from '../reading-view/ReadingBanner.tsx'
import { ReadingViewProvider, useReading } from '../reading-view/ReadingViewProvider.tsx'
import { FlawedReferences } from '../reference/FlawedReferences.tsx'
import { useRoom } from '../room/useRoom.ts'
import { clauseInAddress, goTo, goToProposed, proposedInAddress } from './go-to.ts'
import { mustAct } from './must-act.ts'
import { Outline } from './Outline.tsx'
import { OvertakenDrafts } from './OvertakenDrafts.tsx'
import { RefusedDrafts } from './RefusedDrafts.tsx'
import { RemovalNotices } from './RemovalNotices.tsx'
import { RestoredNotice } from './RestoredNotice.tsx'
import { Ribbon } from './Ribbon.tsx'
import { Sheet } from './Sheet.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import styles from './TablePage.module.css'
import { useAttentionStore } from './useAttention.ts'
import { useClosedWords } from './useClosedWords.ts'
import { useNews } from './useNews.ts'
import { useTableKeys } from './useTableKeys.ts'
import { useUndoneClause } from './useUndoneClause.ts'
import { useUnsavedGuard } from './useUnsavedGuard.ts'
import { useView } from './useView.ts'

const CompareDialog = lazy(async () => ({ default: (await import('../compare/CompareDialog.tsx')).CompareDialog }))
const FindDialog = lazy(async () => ({ default: (await import('../find/FindDialog.tsx')).FindDialog }))

export function TablePage() {
  return (
    <ReadingViewProvider>
      <Table />
    </ReadingViewProvider>
  )
}

function Table() {
  const room = useRoom()
  const attention = useAttentionStore()
  const page = useRef<HTMLDivElement>(null)
  const duties = useView((view) =>
    view.speaker === undefined ? 0 : mustAct(view.negotiation, view.assessment, view.speaker.party.party).length,
  )
  const [finding, setFinding] = useState(false)
  const find = useCallback(() => setFinding(true), [])
  const { onKeyDown, helping, closeHelp } = useTableKeys(page, find)
  const [comparing, setComparing] = useState(false)
  const compare = useCallback(() => setComparing(true), [])
  const [conducting, setConducting] = useState(false)
  const conduct = useCallback(() => setConducting(true), [])
  const reading = useReading()
  const hidden = useHidden()
  useNews()
  useUnsavedGuard()
  useUndoneClause()
  useClosedWords()
  useAddressedClause()

  useEffect(() => {
    const idle = requestIdleCallback(() => void loadEditor())
    return () => cancelIdleCallback(idle)
  }, [])

  const go = useCallback((clause: ClauseId) => goTo(attention, clause, 'start'), [attention])

  // Keys pressed while nothing has the focus belong to the page as well.
  useEffect(() => {
    const onBody = (event: globalThis.KeyboardEvent) => {
      if (event.target === document.body) onKeyDown(event)
    }
    document.addEventListener('keydown', onBody)
    return () => document.removeEventListener('keydown', onBody)
  }, [onKeyDown])

  return (
    // Keys bubble up here from whatever has the focus; the page itself takes none.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={page} onKeyDown={(event: KeyboardEvent) => onKeyDown(event.nativeEvent)}>
      <Ribbon duties={duties} onGo={go} onGoProposed={goToProposed} onFind={find} onCompare={compare} onProceedings={conduct} />
      <ProceedingsStrip onOpen={conduct} />
      <div className={styles.table}>
        <div className={styles.side}>
          <Outline onGo={go} onGoProposed={goToProposed} />
        </div>
        <div className={styles.desk} data-region="text" data-reading={reading.view.is} data-without={[...hidden].join(' ')}>
          <ReadingBanner />
          <RestoredNotice />
          <RemovalNotices onGo={go} />
          <RefusedDrafts />
          <OvertakenDrafts />
          <FlawedReferences onGo={go} />
          <Sheet key={room.view().negotiation.opened?.negotiation} />
        </div>
      </div>
      {finding ? (
        <Suspense fallback={null}>
          <FindDialog
            onGo={(goal) => {
              setFinding(false)
              if ('clause' in goal) go(goal.clause)
              else goToProposed(goal.proposed)
            }}
            onClose={() => setFinding(false)}
          />
        </Suspense>
      ) : null}
      {comparing ? (
        <Suspense fallback={null}>
          <CompareDialog onClose={() => setComparing(false)} />
        </Suspense>
      ) : null}
      {conducting ? <ProceedingsDialog onClose={() => setConducting(false)} /> : null}
      {helping ? <Shortcuts onClose={closeHelp} /> : null}
    </div>
  )
}

/** Takes the clause of the address in hand, or goes to the proposed one: on arrival and whenever a link inside the page is followed. */
function useAddressedClause() {
  const attention = useAttentionStore()
  useEffect(() => {
    const follow = () => {
      const clause = clauseInAddress(location.hash)
      const proposed = proposedInAddress(location.hash)
      if (clause !== undefined) goTo(attention, clause, 'start')
      else if (proposed !== undefined) goToProposed(proposed)
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [attention])
}
