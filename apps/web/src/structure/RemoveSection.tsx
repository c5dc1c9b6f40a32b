/** Removing a section in which no clauses stand: what becomes of what still has its place in it, before it is recorded. */
import { neighbourOf, numbersKnown, proposalsFor, type Negotiation, type Section } from '@entente/agreement'
import { useLayoutEffect, useRef } from 'react'
import { MAIN } from '../app/Main.tsx'
import { notify } from '../design/Toast.tsx'
import { Statement } from '../statement/Statement.tsx'
import { capital, sectionName } from '../table/naming.ts'
import styles from './Structure.module.css'

type RemoveSectionProps = { readonly section: Section; readonly negotiation: Negotiation; readonly onClose: () => void }

export function RemoveSection({ section, negotiation, onClose }: RemoveSectionProps) {
  const neighbour = neighbourOf(negotiation, section.section)
  const name = sectionName(section)
  const consequences = useRef<HTMLParagraphElement>(null)
  // There is no field to begin with, so one begins with what follows from it.
  useLayoutEffect(() => consequences.current?.focus({ preventScroll: true }), [])
  return (
    <Statement
      title={`Remove ${name}`}
      command="section.remove"
      input={{ section: section.section }}
      negotiation={negotiation}
      submit="Remove the section"
      danger
      onClose={onClose}
      onDone={() => {
        notify(`${capital(name)} was removed.`)
        focusBeside(neighbour)
      }}
    >
      <p ref={consequences} tabIndex={-1} className={styles.note}>
        {whatFollows(section, neighbour, negotiation).join(' ')}
      </p>
    </Statement>
  )
}

function whatFollows({ section, annex }: Section, neighbour: Section | undefined, negotiation: Negotiation): readonly string[] {
  const withdrawn = negotiation.clauses.filter((one) => one.section === section && one.standing.is === 'withdrawn').length
  const proposed = proposalsFor(negotiation, section)
  const place = neighbour === undefined ? undefined : sectionName(neighbour)
  return [
    'Its heading goes; the record and earlier versions keep it.',
    place !== undefined && withdrawn > 0
      ? `${withdrawn === 1 ? 'The clause withdrawn from it can' : `The ${withdrawn} clauses withdrawn from it can`} be restored in ${place}.`
      : undefined,
    place !== undefined && proposed > 0
      ? `${proposed === 1 ? 'The new clause proposed for it is' : `The ${proposed} new clauses proposed for it are`} then proposed for ${place}.`
      : undefined,
    negotiation.pens.sections.has(section) ? 'What was set for its pen goes with it.' : undefined,
    annex && numbersKnown(negotiation) ? 'No other annex gets its letter before the chair renumbers the text.' : undefined,
  ].filter((sentence) => sentence !== undefined)
}

/** The menu that was used last is gone, so the focus goes to the same one beside it; to the text where none is left. */
function focusBeside(neighbour: Section | undefined): void {
  const menu = neighbour && document.querySelector<HTMLElement>(`[data-section="${CSS.escape(neighbour.section)}"] button`)
  const target = menu ?? document.getElementById(MAIN)
  target?.focus()
}
