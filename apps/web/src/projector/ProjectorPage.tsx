/**
 * One clause on the whole screen, for a room to read: its words with their brackets, where the parties stand, nothing to press. It follows the
 * table as it changes. The words are as large as the screen allows; the smallest is what six metres allow (about 28 px on a beamer).
 */
import { runningRollCall, toBeCalled, type ClauseId, type Negotiation } from '@entente/agreement'
import { rootName } from '@entente/draft'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useLocation } from 'wouter'
import { TabledText } from '../amendment/TabledText.tsx'
import { useAmendments } from '../amendment/useAmendments.ts'
import { useClause, type ClauseView } from '../clause/useClause.ts'
import { useDoc } from '../clause/useDoc.ts'
import { useText } from '../clause/useText.ts'
import { clausePath, viewPath } from '../app/views.ts'
import { Glyph } from '../design/Glyph.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { shapeOfStanding, shapeOfStatus, toneOf } from '../design/shape.ts'
import { wordOfStanding, wordOfStatus } from '../design/status-words.ts'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { timeLeft } from '../proceedings/time-left.ts'
import { useSecondsLeft } from '../proceedings/useSecondsLeft.ts'
import { clauseInAddress } from '../table/go-to.ts'
import { capital, clauseName, namingOf, partyName } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import styles from './ProjectorPage.module.css'
import { after, moveOf } from './projector-keys.ts'

export function ProjectorPage() {
  const negotiation = useView((view) => view.negotiation)
  const clauses = negotiation.clauses.filter(({ standing }) => standing.is === 'standing').map(({ clause }) => clause)
  const [shown, setShown] = useState<ClauseId | undefined>(() => clauseInAddress(location.hash))
  const [dark, setDark] = useState(false)
  const [, navigate] = useLocation()
  const now = shown !== undefined && clauses.includes(shown) ? shown : clauses[0]

  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveOf(event.key)
    if (move === undefined) return
    event.preventDefault()
    if (move === 'leave') return navigate(now === undefined ? viewPathOf(negotiation) : clausePath(negotiation, now))
    if (move === 'dark') return setDark((was) => !was)
    const next = after(clauses, now, move)
    setDark(false)
    setShown(next)
    history.replaceState(history.state, '', `#clause-${next ?? ''}`)
  }
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  return (
    <main className={styles.page} data-dark={dark || undefined}>
      <VisuallyHidden>
        <p>Projector view. Arrow keys go through the clauses, B darkens the screen, Escape goes back to the table.</p>
      </VisuallyHidden>
      {now === undefined ? <h1 className={styles.none}>No clause yet</h1> : <Shown key={now} clause={now} />}
    </main>
  )
}

function Shown({ clause }: { readonly clause: ClauseId }) {
  const view = useClause(clause)
  return view === undefined ? null : <Reading view={view} />
}

function Reading({ view }: { readonly view: ClauseView }) {
  const { clause, negotiation, assessment } = view
  const doc = useDoc()
  const text = useText(doc, rootName({ kind: 'clause', clause: clause.clause }))
  const readings = useAmendments(view, doc)
  const words = useRef<HTMLDivElement>(null)
  useFitting(words)
  const shape = shapeOfStatus(assessment.status)
  return (
    <>
      <header className={styles.head}>
        <h1>
          {capital(clauseName(negotiation, clause.clause))}
          {clause.heading === '' ? null : <span>{clause.heading}</span>}
        </h1>
        <p data-tone={toneOf(shape)} className={styles.status}>
          <Glyph shape={shape} beside />
          {wordOfStatus(assessment.status)}
        </p>
      </header>
      <div ref={words} className={styles.words} tabIndex={-1}>
        <TabledText {...{ view, text, readings }} quoted={nothing} lang={negotiation.opened?.cover.referenceLanguage} />
      </div>
      <footer className={styles.foot}>
        <ul className={styles.positions} aria-label="Positions">
          {[...assessment.standings].map(([party, standing]) => {
            const sign = shapeOfStanding(standing)
            return (
              <li key={party} data-tone={toneOf(sign)}>
                <PartyCode party={party} filled named />
                <Glyph shape={sign} beside />
                {wordOfStanding(standing, namingOf(negotiation))}
              </li>
            )
          })}
        </ul>
        <Proceeding negotiation={negotiation} />
      </footer>
    </>
  )
}

/** Who has the floor, or who is called: what the room waits for. */
function Proceeding({ negotiation }: { readonly negotiation: Negotiation }) {
  const left = useSecondsLeft()
  const { speaking } = negotiation.floor
  const call = runningRollCall(negotiation)
  const [called] = call === undefined ? [] : toBeCalled(call)
  if (called !== undefined) {
    return (
      <p className={styles.proceeding}>
        Roll call: <PartyCode party={called} filled /> {partyName(negotiation, called)}
      </p>
    )
  }
  if (speaking === undefined) return null
  return (
    <p className={styles.proceeding}>
      <PartyCode party={speaking.party} filled /> {partyName(negotiation, speaking.party)} has the floor
      {left === undefined ? null : <b data-over={left < 0 || undefined}>{timeLeft(left)}</b>}
    </p>
  )
}

const nothing: readonly [] = []

const SMALLEST = 28
const LARGEST = 72

/** Sets the words as large as they fit, by halving; where even the smallest does not fit, the words scroll. */
function useFitting(words: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const box = words.current
    if (box === null) return undefined
    const fit = () => {
      let [small, large] = [SMALLEST, LARGEST]
      while (large - small > 1) {
        const size = Math.floor((small + large) / 2)
        box.style.setProperty('--words', `${size}px`)
        if (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth) small = size
        else large = size
      }
      box.style.setProperty('--words', `${small}px`)
    }
    const watching = new ResizeObserver(fit)
    watching.observe(box)
    // The words themselves, because they change while the box does not.
    if (box.firstElementChild !== null) watching.observe(box.firstElementChild)
    return () => watching.disconnect()
  }, [words])
}

function viewPathOf({ opened }: Negotiation): `/${string}` {
  return opened === undefined ? '/' : viewPath(opened.negotiation, 'table')
}
