/** Puts a review on record: when it was held, of what, what came of it, and when the next one is. */
import { dayOf, type MilestoneId, type Negotiation, type ReviewMeeting, type Timestamp } from '@entente/agreement'
import { useState } from 'react'
import { Checkbox } from '../design/Checkbox.tsx'
import { TextArea, TextField } from '../design/Field.tsx'
import { milestoneNames } from '../milestone/sequence.ts'
import { keeper } from '../position/useKept.ts'
import { Statement } from '../statement/Statement.tsx'
import styles from './ReviewsDialog.module.css'

const useNote = keeper<string>()

type HoldReviewProps = {
  readonly meeting: ReviewMeeting
  readonly negotiation: Negotiation
  readonly now: Timestamp
  readonly onClose: () => void
}

export function HoldReview({ meeting, negotiation, now, onClose }: HoldReviewProps) {
  const today = dayOf(now)
  const names = milestoneNames(negotiation)
  const [note, keep, clear] = useNote(`review ${meeting.by} ${meeting.day}`, '')
  const [day, setDay] = useState<string>(meeting.day < today ? meeting.day : today)
  const [next, setNext] = useState('')
  const [milestones, setMilestones] = useState<readonly MilestoneId[]>(meeting.milestones)
  return (
    <Statement
      title="A review was held"
      command="review.hold"
      input={{ milestones, day, note: note.trim(), ...(next !== '' && { next }) }}
      negotiation={negotiation}
      submit="Put the review on record"
      onClose={onClose}
      onDone={clear}
      {...gap(milestones, note)}
    >
      <TextArea
        label="What came of it"
        value={note}
        onChange={({ target }) => keep(target.value)}
        hint="Everybody at the table reads it."
      />
      <div className={styles.days}>
        <TextField type="date" label="Held on" value={day} max={today} onChange={({ target }) => setDay(target.value)} />
        <TextField type="date" label="The next one" optional value={next} onChange={({ target }) => setNext(target.value)} />
      </div>
      <fieldset>
        <legend>Looked at</legend>
        <div className={styles.looked}>
          {meeting.milestones.map((id) => (
            <Checkbox
              key={id}
              label={`${names.get(id) ?? ''} ${negotiation.milestones.get(id)?.terms.title ?? id}`}
              checked={milestones.includes(id)}
              onChange={({ target }) =>
                setMilestones(meeting.milestones.filter((one) => (one === id ? target.checked : milestones.includes(one))))
              }
            />
          ))}
        </div>
      </fieldset>
    </Statement>
  )
}

function gap(milestones: readonly MilestoneId[], note: string): { readonly missing?: string } {
  if (milestones.length === 0) return { missing: 'Choose what was looked at' }
  return note.trim() === '' ? { missing: 'Say what came of it' } : {}
}
