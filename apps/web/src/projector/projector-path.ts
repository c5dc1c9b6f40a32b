/** The address of the projector view of the negotiation on record, at a clause if one is named. */
import type { ClauseId, Negotiation } from '@entente/agreement'
import { PROJECTOR } from '../app/views.ts'

export function projectorPath({ opened }: Pick<Negotiation, 'opened'>, clause?: ClauseId): `/${string}` {
  return `/n/${opened?.negotiation ?? ''}/${PROJECTOR}${clause === undefined ? '' : `#clause-${clause}`}`
}
