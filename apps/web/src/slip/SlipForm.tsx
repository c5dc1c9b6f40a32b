/** What follows if this milestone slips by so many days: what moves, from which day to which. Nothing is recorded. */
import { ifItSlips, type Assessment, type MilestoneId, type Negotiation, type Timestamp } from '@entente/agreement'
import { useMemo } from 'react'
import { TextField } from '../design/Field.tsx'
import styles from './Shifts.module.css'
import { Shifts } from './Shifts.tsx'

/** More days than this are another negotiation. */
const MOST_DAYS = 3_660

type SlipFormProps = {
  readonly milestone: MilestoneId
  readonly negotiation: Negotiation
  readonly agreed: Assessment['agreed']
  readonly now: Timestamp
  readonly days: number
  readonly onDays: (days: number) => void
  readonly onGo: (milestone: MilestoneId) => void
}

export function SlipForm({ milestone, negotiation, agreed, now, days, onDays, onGo }: SlipFormProps) {
  const shifts = useMemo(
    () => (days > 0 ? ifItSlips(negotiation, agreed, now, { milestone, days }) : []),
    [negotiation, agreed, now, milestone, days],
  )
  return (
    <div className={styles.slip}>
      <TextField
        type="number"
        min={0}
        max={MOST_DAYS}
        label="Suppose it slips by … days"
        value={days === 0 ? '' : String(days)}
        onChange={({ target }) => onDays(Math.max(0, Math.min(MOST_DAYS, Math.trunc(Number(target.value)) || 0)))}
        hint="Only looked at; nothing is recorded."
      />
      {days === 0 ? null : shifts.length === 0 ? (
        <p className={styles.nothing}>Nothing moves: it is done, or no day can be said for it.</p>
      ) : (
        <Shifts shifts={shifts} negotiation={negotiation} onGo={onGo} />
      )}
    </div>
  )
}
