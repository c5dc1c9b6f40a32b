/** Under the heading of a section in which no clause stands: that it is so, and how one comes into it. */
import { may, type Clause, type Speaker } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { useBarred } from '../table/useBarred.ts'
import styles from './Structure.module.css'

type EmptySectionProps = {
  /** Those withdrawn from it. */
  readonly clauses: readonly Clause[]
  readonly speaker: Speaker | undefined
  readonly onOpen: (form: 'add-clause' | 'propose-clause') => void
}

export function EmptySection({ clauses, speaker, onOpen }: EmptySectionProps) {
  const barred = useBarred()
  return (
    <div className={styles.none}>
      <p>{clauses.length === 0 ? 'No clauses yet.' : 'No clause stands in this section.'}</p>
      {speaker !== undefined && may(speaker, 'structure') ? (
        <Button size="small" icon="plus" because={barred} onClick={() => onOpen('add-clause')}>
          Add a clause…
        </Button>
      ) : null}
      {speaker !== undefined && may(speaker, 'draft') ? (
        <Button size="small" icon="brackets" because={barred} onClick={() => onOpen('propose-clause')}>
          Propose a clause…
        </Button>
      ) : null}
    </div>
  )
}
