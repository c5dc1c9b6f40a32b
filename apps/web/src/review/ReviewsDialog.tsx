/**
 * Reviews: the meetings to come with what they are to look at, those that were held, and putting one on record. The report of the period is
 * what was said of those milestones since the last time.
 */
import { may, type Negotiation, type ReviewMeeting, type Speaker, type Timestamp } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { dayWithYear } from '../design/moment.ts'
import { Tag } from '../design/Tag.tsx'
import { namesOf } from '../milestones/state-words.ts'
import type { Step } from '../milestones/steps.ts'
import { partyName } from '../table/naming.ts'
import { HoldReview } from './HoldReview.tsx'
import { PeriodReport } from './PeriodReport.tsx'
import styles from './ReviewsDialog.module.css'

type ReviewsDialogProps = {
  readonly meetings: readonly ReviewMeeting[]
  readonly steps: readonly Step[]
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
  readonly now: Timestamp
  readonly onClose: () => void
}

/** Meetings further ahead than this many are not listed. */
const AHEAD = 12

export function ReviewsDialog({ meetings, steps, negotiation, speaker, now, onClose }: ReviewsDialogProps) {
  const [holding, setHolding] = useState<number | undefined>(undefined)
  const mayHold = (by: ReviewMeeting['by']) =>
    speaker !== undefined && may(speaker, 'attest') && (may(speaker, 'preside') || speaker.party.party === by)
  return (
    <Dialog title="Reviews" size="medium" onClose={onClose}>
      <div className={styles.dialog}>
        <section>
          <h3>To come</h3>
          {meetings.length === 0 ? <p className={styles.none}>No milestone that runs is to be reviewed.</p> : null}
          <ul className={styles.meetings}>
            {meetings.slice(0, AHEAD).map((meeting, index) => (
              <li key={`${meeting.day} ${meeting.by}`}>
                <div className={styles.head}>
                  <b>{dayWithYear(meeting.day)}</b>
                  <span>
                    {partyName(negotiation, meeting.by)} looks at {namesOf(negotiation, meeting.milestones)}
                  </span>
                  {meeting.due ? <Tag shape="condition">Due</Tag> : null}
                  {mayHold(meeting.by) && holding !== index ? (
                    <Button size="small" onClick={() => setHolding(index)}>
                      Put on record…
                    </Button>
                  ) : null}
                </div>
                <PeriodReport milestones={meeting.milestones} {...{ steps, negotiation, now }} />
                {holding === index ? <HoldReview {...{ meeting, negotiation, now }} onClose={() => setHolding(undefined)} /> : null}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>Held</h3>
          {negotiation.reviews.length === 0 ? <p className={styles.none}>None yet.</p> : null}
          <ul className={styles.meetings}>
            {negotiation.reviews.toReversed().map((review) => (
              <li key={review.said.seq}>
                <b>{dayWithYear(review.day)}</b>, {partyName(negotiation, review.party)}: {namesOf(negotiation, review.milestones)}.{' '}
                {review.note}
                {review.next === undefined ? '' : ` The next is on ${dayWithYear(review.next)}.`}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  )
}
