/**
 * Another day for a milestone, without dragging: the fields of its due date, what would move with it, and whose consent lapses, before
 * anything is recorded.
 */
import { scheduleOf, type Assessment, type Milestone, type Negotiation, type Shift, type Timestamp } from '@entente/agreement'
import { useMemo, useState } from 'react'
import { Shifts } from '../slip/Shifts.tsx'
import { StatementDialog } from '../statement/StatementDialog.tsx'
import type { DraftTerms } from './draft-terms.ts'
import { DueFields } from './DueFields.tsx'
import { LapseWarning } from './LapseWarning.tsx'
import { draftOf, termsOf } from './terms-of-draft.ts'

type SetDatesProps = {
  readonly milestone: Milestone
  readonly negotiation: Negotiation
  readonly agreed: Assessment['agreed']
  readonly now: Timestamp
  readonly onClose: () => void
}

export function SetDates({ milestone, negotiation, agreed, now, onClose }: SetDatesProps) {
  const [draft, setDraft] = useState<DraftTerms>(() => draftOf(milestone, negotiation.anchors))
  const made = useMemo(() => termsOf(draft), [draft])
  const shifts = useMemo(
    () => (made.ok ? shiftsWith(negotiation, agreed, now, { ...milestone, terms: made.terms }) : []),
    [made, negotiation, agreed, now, milestone],
  )

  return (
    <StatementDialog
      title={`Set dates of “${milestone.terms.title}”`}
      size="medium"
      command="milestone.revise"
      input={made.ok ? { milestone: milestone.milestone, terms: made.terms } : undefined}
      negotiation={negotiation}
      missing={made.ok ? undefined : made.missing}
      submit="Record the new date"
      onClose={onClose}
    >
      <DueFields draft={draft} set={(part) => setDraft({ ...draft, ...part })} negotiation={negotiation} self={milestone.milestone} />
      <div role="status">{shifts.length === 0 ? null : <Shifts shifts={shifts} negotiation={negotiation} />}</div>
      <LapseWarning clause={milestone.clause} deed="Recording another date" />
    </StatementDialog>
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
