/**
 * Where every party stands on every clause, at a glance: the matrix and what it can be narrowed to, the path to agreement, packages and
 * silence beside it. "What if" shows the same page as it would stand, clearly apart from the record.
 */
import type { ClauseId, Supposition } from '@entente/agreement'
import { useMemo, useState } from 'react'
import { viewPath } from '../app/views.ts'
import { announce } from '../design/Announcer.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Empty } from '../design/Empty.tsx'
import visually from '../design/VisuallyHidden.module.css'
import { Packages } from '../package/Packages.tsx'
import { PathToAgreement } from '../path/PathToAgreement.tsx'
import { SilencePanel } from '../silence/SilencePanel.tsx'
import { clausesOf, mustAct } from '../table/must-act.ts'
import { useNews } from '../table/useNews.ts'
import { useView } from '../table/useView.ts'
import { asSupposed, nothingSupposed, supposingAll, turns, type Supposed } from '../what-if/supposing.ts'
import { turnWords } from '../what-if/turn-words.ts'
import { WhatIfBanner } from '../what-if/WhatIfBanner.tsx'
import { ClauseInHand } from './ClauseInHand.tsx'
import { columnsOf, filtersOf, groupsOf, type FilterName } from './matrix.ts'
import { MatrixGrid } from './MatrixGrid.tsx'
import styles from './PositionsPage.module.css'
import { Toolbar } from './Toolbar.tsx'
import { usePositions } from './usePositions.ts'

export function PositionsPage() {
  const view = usePositions()
  const { negotiation, assessment, speaker } = view
  const [filter, setFilter] = useState<FilterName>('all')
  const [goal, setGoal] = useState<ClauseId | 'all'>('all')
  const [lights, setLights] = useState(false)
  const [supposed, setSupposed] = useState<Supposed | undefined>(undefined)
  useNews()

  const now = view.now()
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the moment of a supposition changes nothing that follows from it
  const table = useMemo(() => (supposed === undefined ? view : asSupposed(view, supposed, now)), [view, supposed])
  if (assessment.clauses.size === 0) return <NothingYet />

  const own = speaker?.party.party
  const duties = clausesOf(own === undefined ? [] : mustAct(negotiation, assessment, own))
  const filters = filtersOf(negotiation, duties)
  const count = (name: FilterName) => groupsOf(negotiation, table.assessment, filters[name]).reduce((sum, { rows }) => sum + rows.length, 0)

  function suppose(next: Supposed) {
    setSupposed(next)
    announce(turnWords(turns(assessment, asSupposed(view, next, now).assessment), negotiation))
  }

  function leave() {
    setSupposed(undefined)
    announce('The record again.')
  }

  const tryPath = (suppositions: readonly Supposition[], brackets: boolean) =>
    suppose(supposingAll([...(supposed?.positions.values() ?? []), ...suppositions], brackets || supposed?.bracketsClosed === true))
  return (
    <div className={styles.page} data-what-if={supposed === undefined ? undefined : ''}>
      <h1 className={visually.hidden}>{supposed === undefined ? 'Positions' : 'Positions, what if'}</h1>
      {supposed === undefined ? null : (
        <WhatIfBanner {...{ supposed, negotiation }} turned={turns(assessment, table.assessment)} onChange={suppose} onLeave={leave} />
      )}
      <Toolbar
        {...{ filter, count, lights }}
        negotiation={negotiation.opened?.negotiation}
        assessment={table.assessment}
        onFilter={setFilter}
        onLights={() => setLights(!lights)}
        supposing={supposed !== undefined}
        onSuppose={() => (supposed === undefined ? suppose(nothingSupposed) : leave())}
      />
      <div className={styles.withRail}>
        <MatrixGrid
          {...{ own, lights }}
          negotiation={table.negotiation}
          assessment={table.assessment}
          columns={columnsOf(negotiation, table.assessment)}
          groups={groupsOf(negotiation, table.assessment, filters[filter])}
          supposed={supposed}
          onSuppose={suppose}
          onGoal={setGoal}
        />
        <div className={styles.rail}>
          <PathToAgreement {...{ table, now, goal }} onGoal={setGoal} supposed={supposed !== undefined} onTry={tryPath} />
          <Packages negotiation={table.negotiation} assessment={table.assessment} speaker={speaker} readOnly={supposed !== undefined} />
          {supposed === undefined ? <SilencePanel {...{ negotiation, assessment, speaker }} /> : null}
        </div>
      </div>
      {supposed === undefined ? <ClauseInHand /> : null}
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
