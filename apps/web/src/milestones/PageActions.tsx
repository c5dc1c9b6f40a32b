/** The next review, anchor days, one's calendar, and a new milestone. */
import { may, type Negotiation, type ReviewMeeting, type Speaker } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { dayWithYear } from '../design/moment.ts'
import { partyName } from '../table/naming.ts'
import styles from './MilestonesPage.module.css'

export type PageDialog = 'anchors' | 'reviews' | 'propose' | 'calendar'

type PageActionsProps = {
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
  readonly meetings: readonly ReviewMeeting[]
  readonly onDialog: (dialog: PageDialog) => void
}

export function PageActions({ negotiation, speaker, meetings, onDialog }: PageActionsProps) {
  const [next] = meetings
  const unset = [...negotiation.anchors.values()].filter(({ day }) => day === undefined).length
  return (
    <div className={styles.actions}>
      <Button look="ghost" onClick={() => onDialog('reviews')}>
        {next === undefined
          ? 'Reviews'
          : `${next.due ? 'Review due' : 'Next review'} ${dayWithYear(next.day)}, ${partyName(negotiation, next.by)}`}
      </Button>
      <Button onClick={() => onDialog('anchors')}>{unset === 0 ? 'Anchor days' : `Anchor days, ${unset} not set`}</Button>
      {speaker === undefined ? null : (
        <Button icon="calendar" onClick={() => onDialog('calendar')}>
          Calendar feed
        </Button>
      )}
      {speaker !== undefined && may(speaker, 'commit') ? (
        <Button look="primary" icon="plus" onClick={() => onDialog('propose')}>
          Milestone
        </Button>
      ) : null}
    </div>
  )
}
