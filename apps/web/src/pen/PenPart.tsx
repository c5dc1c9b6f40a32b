/** Who holds the pen, everywhere it differs; whoever presides changes it for the whole text here, for sections and clauses beside them. */
import type { Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import styles from '../proceedings/Proceedings.module.css'
import { capital, clauseName, sectionTitle } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { PenForm } from './PenForm.tsx'
import { penWords } from './pen-words.ts'

export function PenPart({ negotiation, presides }: { readonly negotiation: Negotiation; readonly presides: boolean }) {
  const barred = useBarred()
  const [changing, setChanging] = useState(false)
  const { pens, sections } = negotiation
  const standing = new Set(negotiation.clauses.filter((clause) => clause.standing.is === 'standing').map(({ clause }) => clause))
  return (
    <section className={styles.part} aria-labelledby="part-pen">
      <h3 id="part-pen">The pen</h3>
      <dl className={styles.terms}>
        <dt>Whole text</dt>
        <dd>{penWords(pens.whole, negotiation)}</dd>
        {[...pens.sections].map(([section, pen]) => (
          <Line
            key={section}
            name={sectionTitle(sections.find((one) => one.section === section) ?? { number: undefined, heading: section })}
          >
            {penWords(pen, negotiation)}
          </Line>
        ))}
        {[...pens.clauses].map(([clause, pen]) =>
          standing.has(clause) ? (
            <Line key={clause} name={capital(clauseName(negotiation, clause))}>
              {penWords(pen, negotiation)}
            </Line>
          ) : null,
        )}
      </dl>
      {changing ? <PenForm place="whole" negotiation={negotiation} onClose={() => setChanging(false)} /> : null}
      {presides && !changing ? (
        <p className={styles.actions}>
          <Button icon="pen" because={barred} onClick={() => setChanging(true)}>
            Take, give or open…
          </Button>
        </p>
      ) : null}
    </section>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
