/** A calendar feed: an address that only one person knows, and that shows the days of one negotiation until it is taken back. */
import type { NegotiationId, Timestamp } from '@entente/agreement'
import type { TokenHash } from '../token.ts'
import type { PersonId } from './person.ts'

export type Feed = {
  readonly hash: TokenHash
  readonly person: PersonId
  readonly negotiation: NegotiationId
  readonly createdAt: Timestamp
}
