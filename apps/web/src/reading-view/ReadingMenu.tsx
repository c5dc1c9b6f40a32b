/** How the table is read, to choose. */
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Timestamp } from '@entente/agreement'
import { momentInFull } from '../design/moment.ts'
import { list } from '../design/status-words.ts'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { useRoom } from '../room/useRoom.ts'
import { goTo } from '../table/go-to.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import { useView } from '../table/useView.ts'
import styles from './ReadingMenu.module.css'
import { keepPlace } from './keep-place.ts'
import { noteVisit } from './last-visit.ts'
import { layers, ownLayers, useHidden, type Layer } from './layers.ts'
import type { ReadingView } from './reading-view.ts'
import { useReading } from './ReadingViewProvider.tsx'

const TermsDialog = lazy(async () => ({ default: (await import('../terms/TermsDialog.tsx')).TermsDialog }))

/** How often a visit that goes on is noted, in milliseconds. */
const NOTED_EVERY = 60_000

const layerWords: { readonly [layer in Layer]: string } = { brackets: 'Brackets', comments: 'Comments', milestones: 'Milestones' }

export function ReadingMenu({ onCompare }: { readonly onCompare: () => void }) {
  const hidden = useHidden()
  const { view, choose } = useReading()
  const rounds = useView(({ negotiation }) => negotiation.rounds)
  const speaks = useView(({ speaker }) => speaker?.party.kind === 'delegation')
  const visit = useLastVisit()
  const attention = useAttentionStore()
  const [listing, setListing] = useState(false)
  const item = (words: string, to: ReadingView) => (
    <MenuItem key={words} checked={JSON.stringify(view) === JSON.stringify(to)} onClick={() => choose(to)}>
      {words}
    </MenuItem>
  )
  return (
    <>
      <Menu
        icon="eye"
        opener={
          <>
            <span className={styles.word}>View</span> {hidden.size === 0 ? null : <small className={styles.off}>{hidden.size} off</small>}
          </>
        }
        aria-label={
          hidden.size === 0 ? 'View: how the text is read' : `View ${hidden.size} off: ${list([...hidden])} not shown. How the text is read`
        }
      >
        {item('The text with everything', { is: 'everything' })}
        {item('Clean: the words alone', { is: 'clean' })}
        {speaks ? item('Changes since our last positions', { is: 'since', baseline: { is: 'positions' } }) : null}
        {rounds.map(({ round, closed }) =>
          closed === undefined
            ? null
            : item(`Changes since round ${round} closed`, { is: 'since', baseline: { is: 'round', round, at: closed.at } }),
        )}
        {visit === undefined
          ? null
          : item(`Changes since my last visit, ${momentInFull(visit)}`, { is: 'since', baseline: { is: 'visit', at: visit } })}
        <MenuItem onClick={onCompare} aria-haspopup="dialog">
          Two versions side by side…
        </MenuItem>
        <MenuItem icon="list" aria-haspopup="dialog" onClick={() => setListing(true)}>
          Defined terms
        </MenuItem>
        <hr />
        {layers.map((layer) => (
          <MenuItem key={layer} on={!hidden.has(layer)} onClick={() => keepPlace(() => ownLayers().show(layer, hidden.has(layer)))}>
            {layerWords[layer]}
          </MenuItem>
        ))}
      </Menu>
      {listing ? (
        <Suspense fallback={null}>
          <TermsDialog
            onGo={(clause) => {
              setListing(false)
              goTo(attention, clause, 'start')
            }}
            onClose={() => setListing(false)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

/** When the visit before this one ended. Notes this one while the page is looked at. */
function useLastVisit(): Timestamp | undefined {
  const room = useRoom()
  const negotiation = useView((view) => view.negotiation.opened?.negotiation)
  const seat = useView((view) => view.speaker?.seat.seat)
  const [before, setBefore] = useState<Timestamp | undefined>(undefined)
  useEffect(() => {
    if (negotiation === undefined || seat === undefined) return undefined
    const note = () => {
      if (document.visibilityState === 'visible') setBefore(noteVisit(localStorage, negotiation, seat, room.view().now()))
    }
    note()
    const noting = setInterval(note, NOTED_EVERY)
    return () => clearInterval(noting)
  }, [room, negotiation, seat])
  return before
}
