/** When a milestone is due: the day and its zone as the terms mean it, and the same moment on the reader's own clock. */
import type { Deadline as DeadlineOf, MilestoneTerms } from '@entente/agreement'
import { dayWithYear, momentInFull } from '../design/moment.ts'

type DeadlineProps = { readonly deadline: DeadlineOf; readonly due: MilestoneTerms['due'] }

export function Deadline({ deadline, due }: DeadlineProps) {
  if (deadline.is === 'not-yet') return null
  const clock = due.on === 'recurring' ? due.first : due
  return (
    <time dateTime={deadline.at} title={momentInFull(deadline.at)}>
      {dayWithYear(deadline.day)}
      {clock.time === undefined ? '' : `, ${clock.time}`} {clock.zone ?? 'UTC'}
      {deadline.presumed ? ', presumed' : ''}
      <small>{hereWords(deadline.at)}</small>
    </time>
  )
}

/** "For you: 2 December 2026 at 00:59, Europe/Berlin": in the reader's own locale and zone. */
function hereWords(at: string): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  return `For you ${format.format(new Date(at))}, ${format.resolvedOptions().timeZone}`
}
