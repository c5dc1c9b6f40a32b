/**
 * When a milestone is due, in the words a communiqué would use: "21 days after Signature Day", not "D+21 = 22 December".
 *
 * The words say what the terms say. The calendar day, where it can be known, stands beside them and is marked while it rests on a
 * presumed anchor day.
 */
import type { Anchor, Deadline, Due, Negotiation } from '@entente/agreement'
import { dayWithYear } from '../design/moment.ts'

type Known = Pick<Negotiation, 'anchors' | 'milestones'>

/** "on 1 December 2026, 18:00 UTC", "on Signature Day", "21 days after Signature Day", "10 days after “Lists exchanged” is verified". */
export function dueWords(due: Due, known: Known): string {
  switch (due.on) {
    case 'day':
      return `on ${dayWithYear(due.day)}${clock(due)}`
    case 'anchor':
      return `${fromAnchor(due.offsetDays, known.anchors.get(due.anchor) ?? { label: due.anchor })}${clock(due)}`
    case 'milestone': {
      const title = known.milestones.get(due.milestone)?.terms.title ?? due.milestone
      const event = `“${title}” is ${due.after}`
      return due.offsetDays === 0 ? `when ${event}` : `${days(due.offsetDays)} ${due.offsetDays > 0 ? 'after' : 'before'} ${event}`
    }
    case 'recurring':
      return `${dueWords(due.first, known)}, then every ${days(due.everyDays)}`
    case 'request':
      return due.withinDays === 0 ? 'on the day it is requested' : `within ${days(due.withinDays)} of a request`
    default:
      return due satisfies never
  }
}

/** The calendar day of a milestone in words, "22 December 2026" or "22 December 2026, presumed"; undefined while it cannot be known or is said already. */
export function dueDayWords(due: Due, deadline: Deadline | undefined): string | undefined {
  if (due.on === 'day') return undefined
  if (deadline?.is !== 'known') return undefined
  return `${dayWithYear(deadline.day)}${deadline.presumed ? ', presumed' : ''}`
}

/** The shortest form, for a tag: "D+21", "1 Dec 2026", "+10 d". */
export function dueShort(due: Due): string {
  switch (due.on) {
    case 'day':
      return dayWithYear(due.day)
    case 'anchor':
      return due.offsetDays === 0 ? due.anchor : `${due.anchor}${signed(due.offsetDays)}`
    case 'milestone':
      return due.offsetDays === 0 ? 'in sequence' : `${signed(due.offsetDays)} d`
    case 'recurring':
      return `every ${due.everyDays} d`
    case 'request':
      return 'on request'
    default:
      return due satisfies never
  }
}

function fromAnchor(offset: number, { label }: Pick<Anchor, 'label'>): string {
  if (offset === 0) return `on ${label}`
  return `${days(offset)} ${offset > 0 ? 'after' : 'before'} ${label}`
}

function days(offset: number): string {
  const count = Math.abs(offset)
  return `${count} ${count === 1 ? 'day' : 'days'}`
}

const signed = (offset: number) => `${offset > 0 ? '+' : '−'}${Math.abs(offset)}`
const clock = ({ time, zone = 'UTC' }: { readonly time?: string | undefined; readonly zone?: string | undefined }) =>
  time === undefined ? '' : `, ${time} ${zone}`
