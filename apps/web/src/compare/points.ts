/** The moments of the text that can be put beside each other. */
import { Timestamp, type Negotiation } from '@entente/agreement'
import { dayWithYear, momentInFull } from '../design/moment.ts'

export type Point =
  | { readonly is: 'now' }
  | { readonly is: 'round'; readonly round: number; readonly at: Timestamp }
  | { readonly is: 'moment'; readonly at: Timestamp }

export function samePoint(one: Point, other: Point): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The ends of the rounds that were closed, the last first. */
export function roundsClosed({ rounds }: Pick<Negotiation, 'rounds'>): readonly (Point & { readonly is: 'round' })[] {
  return rounds.flatMap(({ round, closed }) => (closed === undefined ? [] : [{ is: 'round' as const, round, at: closed.at }])).toReversed()
}

/** "As of round 3, 18 November 2026". */
export function pointWords(point: Point): string {
  switch (point.is) {
    case 'now':
      return 'As it reads now'
    case 'round':
      return `As of round ${point.round}, ${dayWithYear(point.at)}`
    case 'moment':
      return `As of ${momentInFull(point.at)}`
    default:
      return point satisfies never
  }
}

/** A day and time of a `datetime-local` field, read as UTC. The whole minute counts. */
export function momentIn(field: string): Timestamp | undefined {
  const whole = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(field) ? new Date(`${field}:59.999Z`) : undefined
  return whole === undefined || Number.isNaN(whole.getTime()) ? undefined : Timestamp.parse(whole.toISOString())
}

/** The other way. */
export function fieldOf(at: string): string {
  return new Date(at).toISOString().slice(0, 16)
}
