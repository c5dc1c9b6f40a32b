/** A duty as it stands in the list "Your delegation must act", after the clause it is about. */
import { clockInFull, clockOf, momentShort } from '../design/moment.ts'
import type { Shape } from '../design/shape.ts'
import type { Duty } from './must-act.ts'

/** ": your consent lapsed at 14:02" without the colon. `now` decides how much of a date is said. */
export function dutyWords(duty: Duty, now: string): string {
  switch (duty.why) {
    case 'lapsed': {
      const lapsed = `your ${duty.consent ? 'consent' : 'position'} lapsed`
      return duty.at === undefined ? lapsed : `${lapsed} ${said(duty.at, now)}`
    }
    case 'unconfirmed':
      return 'your acceptance was not confirmed in time'
    case 'correction':
      return `a slip is corrected ${momentShort(duty.closesAt, now)}, ${clockInFull(duty.closesAt)}, unless you object`
    case 'package':
      return `the package “${duty.title}” waits for your answer`
    case 'silence-time':
      return `${duty.hours} hours proposed as the least time for silence`
    case 'silence':
      return `silence ends ${momentShort(duty.closesAt, now)}, ${clockInFull(duty.closesAt)}`
    case 'confirm':
      return `capital to confirm by ${momentShort(duty.by, now)}`
    case 'no-position':
      return 'no position yet'
    default:
      return duty satisfies never
  }
}

export function shapeOfDuty({ why }: Duty): Shape {
  switch (why) {
    case 'lapsed':
    case 'unconfirmed':
      return 'lapsed'
    case 'silence':
    case 'silence-time':
      return 'silence'
    case 'correction':
      return 'brackets'
    case 'package':
      return 'package'
    case 'confirm':
      return 'ad-referendum'
    case 'no-position':
      return 'none'
    default:
      return why satisfies never
  }
}

function said(at: string, now: string): string {
  const short = momentShort(at, now)
  return short === clockOf(at) ? `at ${short}` : `on ${short}`
}
