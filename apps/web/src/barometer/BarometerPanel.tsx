/**
 * The barometer: the share of milestones at each level of implementation, section by section, over time. As a drawing or as a table; and,
 * where one may, agreeing that anybody may see it.
 */
import { isPublic, type Assessment, type Negotiation, type Speaker, type Timestamp } from '@entente/agreement'
import { useMemo, useState } from 'react'
import { pageUrl } from '../app/base.ts'
import { CopyButton } from '../design/CopyButton.tsx'
import { Panel } from '../design/Panel.tsx'
import { TagButton } from '../design/TagButton.tsx'
import { barometerShown } from './barometer.ts'
import { BarometerTable } from './BarometerTable.tsx'
import { BarometerChart } from './BarometerChart.tsx'
import styles from './Barometer.module.css'
import { Publication } from './Publication.tsx'

type BarometerPanelProps = {
  readonly negotiation: Negotiation
  readonly agreed: Assessment['agreed']
  readonly speaker: Speaker | undefined
  readonly now: Timestamp
}

export function BarometerPanel({ negotiation, agreed, speaker, now }: BarometerPanelProps) {
  const [table, setTable] = useState(false)
  const day = now.slice(0, 10)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- by the day, not by the half minute
  const barometer = useMemo(() => barometerShown(negotiation, agreed, now), [negotiation, agreed, day])
  const id = negotiation.opened?.negotiation
  return (
    <Panel
      title="Barometer of implementation"
      actions={
        <TagButton pressed={table} icon="grid" onClick={() => setTable(!table)}>
          As a table
        </TagButton>
      }
    >
      {table ? <BarometerTable barometer={barometer} /> : <BarometerChart barometer={barometer} />}
      <p className={styles.note}>Levels are those the verifiers found. What nobody has found counts as not begun.</p>
      <Publication {...{ negotiation, speaker }} />
      {isPublic(negotiation) && id !== undefined ? (
        <CopyButton size="small" copies={pageUrl(`/barometer/${id}`)}>
          Copy the public address
        </CopyButton>
      ) : null}
    </Panel>
  )
}
