/** Chooses what a party is supposed to say of a clause. Behind a cell of the matrix while "what if" is on. */
import type { ClauseId, Negotiation, PartyId, Stance } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { shapeOfStance } from '../design/shape.ts'
import { ConditionBuilder } from '../position/ConditionBuilder.tsx'
import { conditionsOf, emptyRow, type Row } from '../position/condition-rows.ts'
import { clauseName, partyName } from '../table/naming.ts'
import styles from './WhatIf.module.css'

const stances: readonly { readonly position: Stance; readonly words: string }[] = [
  { position: { stance: 'accepts' }, words: 'Accepts' },
  { position: { stance: 'reserves' }, words: 'Reserves' },
  { position: { stance: 'objects', reason: '' }, words: 'Objects' },
  { position: { stance: 'stands-aside' }, words: 'Stands aside' },
]

type SupposePositionProps = {
  readonly popover: string
  readonly negotiation: Negotiation
  readonly clause: ClauseId
  readonly party: PartyId
  readonly supposed: Stance | undefined
  readonly onSuppose: (position: Stance | undefined) => void
}

export function SupposePosition({ popover, negotiation, clause, party, supposed, onSuppose }: SupposePositionProps) {
  const [rows, setRows] = useState<readonly Row[]>([emptyRow])
  const conditions = conditionsOf(rows, clause)
  const closes = { popoverTarget: popover, popoverTargetAction: 'hide' } as const
  return (
    <div className={styles.suppose}>
      <h2>
        Suppose {partyName(negotiation, party)} on {clauseName(negotiation, clause)}
      </h2>
      <div className={styles.choices}>
        {stances.map(({ position, words }) => (
          <Button
            key={position.stance}
            size="small"
            shape={shapeOfStance(position)}
            aria-pressed={supposed?.stance === position.stance}
            {...closes}
            onClick={() => onSuppose(position)}
          >
            {words}
          </Button>
        ))}
        <Button
          size="small"
          icon="undo"
          because={supposed === undefined ? 'It stands as on record' : undefined}
          {...closes}
          onClick={() => onSuppose(undefined)}
        >
          As on record
        </Button>
      </div>
      <ConditionBuilder clause={clause} rows={rows} onChange={setRows} who={`${partyName(negotiation, party)} accepts`} />
      <Button
        size="small"
        shape="condition"
        because={conditions.length === 0 ? 'Choose at least one condition' : undefined}
        {...(conditions.length > 0 && closes)}
        onClick={() => onSuppose({ stance: 'accepts-if', conditions: [...conditions] })}
      >
        Accepts on these conditions
      </Button>
    </div>
  )
}
