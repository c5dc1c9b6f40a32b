/** Where a seat stands between being given and being sat in, in a few words. */
import type { Negotiation, Seat } from '@entente/agreement'
import type { MemberLine } from '../api/shapes.ts'
import { dayWithYear } from '../design/moment.ts'

export type SeatState =
  /** Somebody sits there. `link`: a new link waits to be used instead. */
  | { readonly is: 'taken'; readonly since: string | undefined; readonly link: string | undefined }
  | { readonly is: 'invited'; readonly until: string }
  | { readonly is: 'expired' }
  /** Nobody has come, and there is no link to come by. */
  | { readonly is: 'waiting' }

/** `line` is what only those who answer for the seat are told. */
export function seatState({ seatsTaken }: Pick<Negotiation, 'seatsTaken'>, { seat }: Seat, line: MemberLine | undefined): SeatState {
  const link = line?.invitation
  const since = line?.heldSince ?? seatsTaken.get(seat)?.at
  if (since !== undefined) return { is: 'taken', since, link: link?.expired === false ? link.expires : undefined }
  if (link === undefined) return { is: 'waiting' }
  return link.expired ? { is: 'expired' } : { is: 'invited', until: link.expires }
}

export function stateWords(state: SeatState): string {
  switch (state.is) {
    case 'taken':
      return `${state.since === undefined ? 'Sits here' : `Sits since ${dayWithYear(state.since)}`}${state.link === undefined ? '' : ', new link open'}`
    case 'invited':
      return `Invited, link open until ${dayWithYear(state.until)}`
    case 'expired':
      return 'Invited, the link has expired'
    case 'waiting':
      return 'Nobody has come yet'
    default:
      return state satisfies never
  }
}
