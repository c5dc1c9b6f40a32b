/**
 * What is around every view of a negotiation: title, views, who is at the table, how the connection stands, the way to an export. The page
 * inside keeps working offline; only what ended for good takes its place.
 */
import type { NegotiationId } from '@entente/agreement'
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { useCaucusAnew } from '../caucus/useCaucusAnew.ts'
import { Button } from '../design/Button.tsx'
import { PartyColours } from '../design/PartyColours.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { useView } from '../table/useView.ts'
import { AppBar } from './AppBar.tsx'
import { ConnectionStatus } from './ConnectionStatus.tsx'
import { Ended } from './Ended.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Main, MAIN } from './Main.tsx'
import styles from './NegotiationFrame.module.css'
import { NegotiationTitle } from './NegotiationTitle.tsx'
import { PresenceByParty } from './PresenceByParty.tsx'
import { useTitle } from './title.ts'
import { useRefusals } from './useRefusals.ts'
import { useViewKeys } from './view-keys.ts'
import type { View } from './views.ts'
import { BottomTabs, ViewTabs } from './ViewTabs.tsx'

type NegotiationFrameProps = {
  readonly negotiation: NegotiationId
  readonly view: View
  /** Around a private room: its frame, and who can read it. Who is at the table is not shown there. */
  readonly privacy?: ReactNode
  readonly children: ReactNode
}

export function NegotiationFrame({ negotiation, view, privacy, children }: NegotiationFrameProps) {
  const parties = useView(({ negotiation: { parties: seated } }) => seated)
  const loaded = useView((room) => room.loaded)
  const connection = useView((room) => room.connection)
  const title = useView((room) => room.negotiation.opened?.cover.shortTitle)
  const [exporting, setExporting] = useState(false)
  useTitle(view.words, title ?? 'Opening')
  useViewKeys(negotiation)
  useFocusOnChange(view.name)
  useRefusals()
  useCaucusAnew()

  if (connection.is === 'ended') return <Ended negotiation={negotiation} reason={connection.reason} />
  return (
    <PartyColours parties={parties}>
      {privacy === undefined ? null : <div className={styles.edge} />}
      <AppBar negotiation={negotiation}>
        <NegotiationTitle />
        <ViewTabs negotiation={negotiation} current={view.name} />
        <div className={styles.end}>
          {privacy === undefined ? <PresenceByParty /> : null}
          {privacy === undefined ? (
            <span className={view.name === 'table' ? styles.phoneOnly : undefined}>
              <ConnectionStatus short />
            </span>
          ) : null}
          <Button
            className={styles.export}
            icon="download"
            onClick={() => setExporting(true)}
            {...(!loaded && { because: 'The text is still loading' })}
          >
            <VisuallyHidden below={1180}>Export</VisuallyHidden>
          </Button>
        </div>
      </AppBar>
      {loaded ? privacy : null}
      <Main>
        <ErrorBoundary key={view.name}>
          <Suspense fallback={<Waiting view={view} />}>{loaded ? children : <Waiting view={view} />}</Suspense>
        </ErrorBoundary>
      </Main>
      <BottomTabs negotiation={negotiation} current={view.name} />
      {exporting ? <ExportDialog negotiation={negotiation} onClose={() => setExporting(false)} /> : null}
    </PartyColours>
  )
}

function Waiting({ view }: { readonly view: View }) {
  return (
    <>
      <VisuallyHidden>
        <h1>{view.words}</h1>
      </VisuallyHidden>
      <Skeleton waitingFor="Loading the text" />
    </>
  )
}

/** After a change of view the focus goes to the page, so that a screen reader starts there and Tab continues there. */
function useFocusOnChange(view: string) {
  const before = useRef(view)
  useEffect(() => {
    if (before.current === view) return
    before.current = view
    if (location.hash !== '') return
    document.getElementById(MAIN)?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [view])
}
