/**
 * Another day for a milestone, without dragging: the fields of its due date, what would move with it, and whose consent lapses, before
 * anything is recorded.
 */
import { scheduleOf, type Assessment, type Milestone, type Negotiation, type Shift, type Timestamp } from '@entente/agreement'
import { useId, useMemo, useState, type FormEvent } from 'react'
import { Button } from '../design/Button.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { Refused } from '../position/StanceForm.tsx'
import { complaint, whyNot } from '../refusal/explain.ts'
import { useAsk, useRoom, useSay } from '../room/useRoom.ts'
import { Shifts } from '../slip/Shifts.tsx'
import { useBarred } from '../table/useBarred.ts'
import { draftOf, termsOf, type DraftTerms } from './draft-terms.ts'
import { DueFields } from './DueFields.tsx'
import { LapseWarning } from './LapseWarning.tsx'
import styles from './MilestoneForm.module.css'

type SetDatesProps = {
  readonly milestone: Milestone
  readonly negotiation: Negotiation
  readonly agreed: Assessment['agreed']
  readonly now: Timestamp
  readonly onClose: () => void
}

export function SetDates({ milestone, negotiation, agreed, now, onClose }: SetDatesProps) {
  const room = useRoom()
  const ask = useAsk()
  const say = useSay()
  const barred = useBarred()
  const form = useId()
  const [draft, setDraft] = useState<DraftTerms>(() => draftOf(milestone, negotiation.anchors))
  const [fault, setFault] = useState<string | undefined>(undefined)
  const made = useMemo(() => termsOf(draft), [draft])
  const input = made.ok ? { milestone: milestone.milestone, terms: made.terms } : undefined
  const because = barred ?? (made.ok ? whyNot(ask('milestone.revise', input), negotiation) : made.missing)
  const shifts = useMemo(
    () => (made.ok ? shiftsWith(negotiation, agreed, now, { ...milestone, terms: made.terms }) : []),
    [made, negotiation, agreed, now, milestone],
  )

  async function send(event: FormEvent) {
    event.preventDefault()
    if (because !== undefined) return
    const answer = await say('milestone.revise', input, { quietly: true })
    if (answer.ok) onClose()
    else setFault(complaint(answer.refusal, room.view().negotiation))
  }

  return (
    <Dialog
      title={`Set dates of “${milestone.terms.title}”`}
      size="medium"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} look="primary" because={because}>
            Record the new date
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={(event) => void send(event)}>
        <DueFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} negotiation={negotiation} self={milestone.milestone} />
        <div role="status">{shifts.length === 0 ? null : <Shifts shifts={shifts} negotiation={negotiation} />}</div>
        <LapseWarning clause={milestone.clause} deed="Recording another date" />
        {fault === undefined ? null : <Refused>{fault}</Refused>}
      </form>
    </Dialog>
  )
}

/** What would move if a milestone had other terms. */
function shiftsWith(negotiation: Negotiation, agreed: Assessment['agreed'], now: Timestamp, changed: Milestone): readonly Shift[] {
  const supposed = { ...negotiation, milestones: new Map(negotiation.milestones).set(changed.milestone, changed) }
  const after = scheduleOf(supposed, agreed, now)
  return [...scheduleOf(negotiation, agreed, now).values()].flatMap((was) => {
    const is = after.get(was.milestone)
    const day = (of: typeof is) => (of?.deadline.is === 'known' ? of.deadline.day : undefined)
    const deadline = { from: day(was), to: day(is) }
    const expected = { from: was.expected?.day, to: is?.expected?.day }
    return deadline.from === deadline.to && expected.from === expected.to ? [] : [{ milestone: was.milestone, deadline, expected }]
  })
}
