/** Who sits at the table: parties of different kinds, and the people who hold their seats. */
import { z } from 'zod'
import { Language, PartyId, SeatId } from './ids.ts'
import { MAX_LIST, MAX_NAME } from './limits.ts'

/** A delegation negotiates; the other kinds sit at the table in their own capacity and never count for consent. */
export const PartyKind = z.enum(['delegation', 'chair', 'observer', 'monitor', 'interpreter', 'guarantor', 'depositary', 'press'])
export type PartyKind = z.infer<typeof PartyKind>

export const Party = z.strictObject({
  party: PartyId,
  kind: PartyKind,
  /** The full style used in the text: "Republic of Kestria". */
  name: z.string().trim().min(1).max(MAX_NAME),
  shortName: z.string().trim().min(1).max(MAX_NAME),
  adjective: z.string().max(MAX_NAME).optional(),
  /** Capacities besides its kind: a negotiating party may also be a guarantor. */
  also: z.array(PartyKind).max(MAX_LIST).optional(),
  /** Whether agreement needs this party's consent. Only delegations can be required. */
  required: z.boolean(),
  languages: z.array(Language).max(MAX_LIST),
})
export type Party = z.infer<typeof Party>

export const SeatRole = z.enum(['head', 'negotiator', 'adviser', 'secretary', 'reviser', 'observer'])
export type SeatRole = z.infer<typeof SeatRole>

export const Seat = z.strictObject({
  seat: SeatId,
  party: PartyId,
  role: SeatRole,
  /** The person, as the record names them. */
  name: z.string().trim().min(1).max(MAX_NAME),
  title: z.string().max(MAX_NAME).optional(),
})
export type Seat = z.infer<typeof Seat>

/** Who speaks, made by the host from the session and the record. A party never comes from what a client sends. */
export type Speaker = {
  readonly seat: Seat
  readonly party: Party
  /** The head has empowered the person in this seat to bind the party. */
  readonly empowered?: boolean
}
