/** Where every party stands on every clause, at a glance: the matrix, what it can be narrowed to, and who can move what. */
import type { Assessment, ClauseId } from '@entente/agreement'
import { useState } from 'react'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Empty } from '../design/Empty.tsx'
import { TagButton } from '../design/TagButton.tsx'
import type { Shape } from '../design/shape.ts'
import type { IconName } from '../design/Sprite.tsx'
import { viewPath } from '../app/views.ts'
import { clausesOf, mustAct } from '../table/must-act.ts'
import { sameAssessment } from '../table/same-assessment.ts'
import { useView } from '../table/useView.ts'
import { columnsOf, filtersOf, groupsOf, type FilterName } from './matrix.ts'
import { MatrixGrid } from './MatrixGrid.tsx'
import { Packages } from './Packages.tsx'
import styles from './PositionsPage.module.css'
import { StandsInTheWay } from './StandsInTheWay.tsx'

const filterFaces: readonly { readonly name: FilterName; readonly words: string; readonly icon?: IconName; readonly shape?: Shape }[] = [
  { name: 'all', words: 'All' },
  { name: 'blocking', words: 'What blocks agreement', icon: 'warning' },
  { name: 'lapsed', words: 'Consent lapsed', shape: 'lapsed' },
  { name: 'ours', words: 'My delegation must act', icon: 'person' },
  { name: 'package', words: 'In a package', icon: 'link' },
]

export function PositionsPage() {
  const negotiation = useView((view) => view.negotiation)
  const assessment = useView((view) => view.assessment, sameClauses)
  const own = useView((view) => view.speaker?.party.party)
  const [filter, setFilter] = useState<FilterName>('all')

  if (assessment.clauses.size === 0) return <NothingYet />
  const duties = own === undefined ? new Set<ClauseId>() : clausesOf(mustAct(negotiation, assessment, own))
  const filters = filtersOf(negotiation, duties)
  const count = (name: FilterName) => groupsOf(negotiation, assessment, filters[name]).reduce((sum, { rows }) => sum + rows.length, 0)
  const offered = filterFaces.filter(({ name }) => name === 'all' || name === filter || count(name) > 0)
  const withRail = negotiation.packages.size > 0 || count('blocking') > 0
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Positions</h1>
      <div className={styles.filters} role="group" aria-label="Show">
        {offered.map(({ name, words, icon, shape }) => (
          <TagButton key={name} pressed={name === filter} onClick={() => setFilter(name)} {...(icon && { icon })} {...(shape && { shape })}>
            {words} <b>{count(name)}</b>
          </TagButton>
        ))}
      </div>
      <div className={withRail ? styles.withRail : undefined}>
        <MatrixGrid
          negotiation={negotiation}
          columns={columnsOf(negotiation, assessment)}
          groups={groupsOf(negotiation, assessment, filters[filter])}
          own={own}
        />
        {withRail ? (
          <div className={styles.rail}>
            <StandsInTheWay negotiation={negotiation} assessment={assessment} />
            <Packages negotiation={negotiation} assessment={assessment} />
          </div>
        ) : null}
      </div>
    </div>
  )
}

function NothingYet() {
  const id = useView(({ negotiation }) => negotiation.opened?.negotiation)
  return (
    <div className={styles.page}>
      <Empty
        icon="grid"
        title="No clauses yet"
        level={1}
        actions={
          id === undefined ? undefined : (
            <ButtonLink href={viewPath(id, 'table')} look="primary">
              Go to the table
            </ButtonLink>
          )
        }
      >
        Once the text has clauses, every party’s position on each of them stands here.
      </Empty>
    </div>
  )
}

/** `assess` answers with new objects after every keystroke; the matrix is drawn again only when a clause is assessed differently. */
function sameClauses(a: Assessment, b: Assessment): boolean {
  return a.clauses.size === b.clauses.size && [...a.clauses].every(([clause, of]) => sameAssessment(of, b.clauses.get(clause)))
}
