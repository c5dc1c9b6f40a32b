/** What moves, as a table: each milestone with its day now and its day then. */
import type { Day, MilestoneId, Negotiation, Shift } from '@entente/agreement'
import { dayWithYear } from '../design/moment.ts'
import { milestoneNames } from '../milestone/sequence.ts'
import styles from './Shifts.module.css'

type ShiftsProps = {
  readonly shifts: readonly Shift[]
  readonly negotiation: Negotiation
  /** Without it the names are words only. */
  readonly onGo?: (milestone: MilestoneId) => void
}

export function Shifts({ shifts, negotiation, onGo }: ShiftsProps) {
  const names = milestoneNames(negotiation)
  return (
    <table className={styles.shifts}>
      <caption>{shifts.length === 1 ? 'One milestone moves' : `${shifts.length} milestones move`}</caption>
      <thead>
        <tr>
          <th scope="col">Milestone</th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
        </tr>
      </thead>
      <tbody>
        {shifts.map((shift) => {
          const { is, becomes } = daysOf(shift)
          const title = `${names.get(shift.milestone) ?? ''} ${negotiation.milestones.get(shift.milestone)?.terms.title ?? ''}`
          return (
            <tr key={shift.milestone}>
              <th scope="row">
                {onGo === undefined ? (
                  title
                ) : (
                  <button type="button" onClick={() => onGo(shift.milestone)}>
                    {title}
                  </button>
                )}
              </th>
              <td>{dayWords(is)}</td>
              <td>{dayWords(becomes)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The deadline where it moves, else the day on which it can be expected. */
function daysOf({ deadline, expected }: Shift): { readonly is: Day | undefined; readonly becomes: Day | undefined } {
  return deadline.from === deadline.to ? { is: expected.from, becomes: expected.to } : { is: deadline.from, becomes: deadline.to }
}

function dayWords(day: Day | undefined): string {
  return day === undefined ? 'not known' : dayWithYear(day)
}
