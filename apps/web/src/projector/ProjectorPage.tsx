/**
 * One clause on the whole screen, for a room to read: its words with their brackets, where the parties stand, nothing to press. New clauses that
 * are proposed have their turn where they would stand. It follows the table as it changes.
 */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { rootName } from '@entente/draft'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { TabledText } from '../amendment/TabledText.tsx'
import { useAmendments } from '../amendment/useAmendments.ts'
import { useClause, type ClauseView } from '../clause/useClause.ts'
import { useDoc } from '../clause/useDoc.ts'
import { useText } from '../clause/useText.ts'
import { viewPath } from '../app/views.ts'
import { Glyph } from '../design/Glyph.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { shapeOfStanding, shapeOfStatus, toneOf } from '../design/shape.ts'
import { wordOfStanding, wordOfStatus } from '../design/status-words.ts'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { capital, clauseName, namingOf } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import { Proceeding } from './Proceeding.tsx'
import styles from './ProjectorPage.module.css'
import { ProposedSlide } from './ProposedSlide.tsx'
import { after, moveOf } from './projector-keys.ts'
import { slidesOf } from './slides.ts'
import { useFitting } from './useFitting.ts'

export function ProjectorPage() {
  const negotiation = useView((view) => view.negotiation)
  const slides = slidesOf(negotiation)
  const [shown, show] = useState(() => {
    const at = location.hash.slice(1)
    return {
      at,
      place: Math.max(
        0,
        slides.findIndex((slide) => slide.at === at),
      ),
    }
  })
  const [dark, setDark] = useState(false)
  const [, navigate] = useLocation()
  // What was shown may have gone: then what has come to its place, such as a proposed clause that was taken into the text.
  const now = slides.find(({ at }) => at === shown.at) ?? slides[Math.min(shown.place, slides.length - 1)]

  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = moveOf(event.key)
    if (move === undefined) return
    event.preventDefault()
    if (move === 'leave') return navigate(`${viewPathOf(negotiation)}${now === undefined ? '' : `#${now.at}`}`)
    if (move === 'dark') return setDark((was) => !was)
    const next = after(slides, now, move)
    setDark(false)
    if (next === undefined) return
    show({ at: next.at, place: slides.indexOf(next) })
    history.replaceState(history.state, '', `#${next.at}`)
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
      {now === undefined ? <h1 className={styles.none}>No clause yet</h1> : null}
      {now?.is === 'clause' ? <ClauseSlide key={now.at} clause={now.clause} /> : null}
      {now?.is === 'proposed' ? <ProposedSlide key={now.at} proposal={now.proposal} negotiation={negotiation} /> : null}
    </main>
  )
}

function ClauseSlide({ clause }: { readonly clause: ClauseId }) {
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

const nothing: readonly [] = []

function viewPathOf({ opened }: Negotiation): `/${string}` {
  return opened === undefined ? '/' : viewPath(opened.negotiation, 'table')
}
