/** When a milestone is due: the day and its zone as the terms mean it, and the same moment on the reader's own clock where that is another. */
import type { Deadline as DeadlineOf, MilestoneTerms } from '@entente/agreement'
import { dayWithYear, elsewhere, momentInFull } from '../design/moment.ts'

type DeadlineProps = { readonly deadline: DeadlineOf; readonly due: MilestoneTerms['due'] }

export function Deadline({ deadline, due }: DeadlineProps) {
  if (deadline.is === 'not-yet') return null
  const clock = due.on === 'recurring' ? due.first : due
  const zone = clock.zone ?? 'UTC'
  const here = elsewhere(deadline.at, zone)
  return (
    <time dateTime={deadline.at} title={momentInFull(deadline.at)}>
      {dayWithYear(deadline.day)}
      {clock.time === undefined ? '' : `, ${clock.time}`} {zone}
      {deadline.presumed ? ', presumed' : ''}
      {here === undefined ? null : <small>For you {here}</small>}
    </time>
  )
}
