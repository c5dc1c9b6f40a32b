/** The terms the text defines: what each means, where it is used, and what looks like a term without being one. Worked out from the words. */
import type { ClauseId } from '@entente/agreement'
import { useMemo } from 'react'
import { Dialog } from '../design/Dialog.tsx'
import { useRoomView } from '../room/useRoom.ts'
import { clauseName } from '../table/naming.ts'
import { definedTerms, type Term } from './terms.ts'
import styles from './Terms.module.css'

type TermsDialogProps = { readonly onGo: (clause: ClauseId) => void; readonly onClose: () => void }

export function TermsDialog({ onGo, onClose }: TermsDialogProps) {
  const { negotiation, readings } = useRoomView()
  const found = useMemo(() => {
    const names = [...negotiation.parties.values()].flatMap(({ name, shortName }) => [name, shortName])
    return definedTerms(
      Array.from(readings, ([clause, { text }]) => [clause, text] as const),
      [...names, negotiation.opened?.cover.title ?? ''].filter((name) => name !== ''),
    )
  }, [negotiation, readings])
  const go = (clause: ClauseId) => (
    <button key={clause} type="button" className={styles.go} onClick={() => onGo(clause)}>
      {clauseName(negotiation, clause)}
    </button>
  )
  const uses = (all: Term['uses']) =>
    all.map(({ clause, times }, index) => (
      <span key={clause}>
        {index === 0 ? '' : ', '}
        {go(clause)}
        {times > 1 ? ` (${times} times)` : ''}
      </span>
    ))
  return (
    <Dialog title="Defined terms" size="medium" onClose={onClose}>
      <p className={styles.note}>
        Told from the words: “X” means …, and names in brackets: (hereinafter “the X”). To define a term, write it so in the text.
      </p>
      {found.terms.length === 0 ? <p>No term is defined in this text yet.</p> : null}
      <dl className={styles.terms}>
        {found.terms.map(({ term, definitions, uses: used }) => (
          <div key={term} className={styles.term}>
            <dt>
              {term}
              {definitions.length > 1 ? <strong className={styles.hint}>Defined {definitions.length} times</strong> : null}
              {used.length === 0 ? <span className={styles.note}>Not used elsewhere</span> : null}
            </dt>
            {definitions.map(({ clause, words }, index) => (
              <dd key={index}>
                <span dir="auto">{words}</span> {go(clause)}
              </dd>
            ))}
            {used.length === 0 ? null : <dd className={styles.note}>Used in {uses(used)}</dd>}
          </div>
        ))}
      </dl>
      {found.undefined.length === 0 ? null : (
        <details className={styles.undefined}>
          <summary>
            {found.undefined.length === 1 ? 'One phrase is' : `${found.undefined.length} phrases are`} written like terms and not defined
          </summary>
          <p className={styles.note}>With capitals, in several clauses. Names need no definition.</p>
          <ul>
            {found.undefined.map(({ term, uses: used }) => (
              <li key={term}>
                <b dir="auto">{term}</b>: {uses(used)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  )
}
