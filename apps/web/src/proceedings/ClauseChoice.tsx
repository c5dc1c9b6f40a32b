/** Clauses to choose from, by the number they have now. */
import type { ClauseId } from '@entente/agreement'
import { Checkbox } from '../design/Checkbox.tsx'
import { namingOf } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import styles from './Proceedings.module.css'

type ClauseChoiceProps = {
  readonly question: string
  readonly meaning?: string
  readonly chosen: readonly ClauseId[]
  readonly onChange: (chosen: readonly ClauseId[]) => void
}

export function ClauseChoice({ question, meaning, chosen, onChange }: ClauseChoiceProps) {
  const negotiation = useView((view) => view.negotiation)
  const { numbers } = namingOf(negotiation)
  const standing = negotiation.clauses.filter((clause) => clause.standing.is === 'standing')
  return (
    <fieldset className={styles.choices}>
      <legend>{question}</legend>
      {meaning === undefined ? null : <p className={styles.quiet}>{meaning}</p>}
      <div className={styles.clauses}>
        {standing.map(({ clause, heading }) => (
          <Checkbox
            key={clause}
            label={`${numbers.get(clause) ?? ''}. ${heading}`}
            checked={chosen.includes(clause)}
            onChange={({ target }) => onChange(target.checked ? [...chosen, clause] : chosen.filter((one) => one !== clause))}
          />
        ))}
      </div>
    </fieldset>
  )
}
