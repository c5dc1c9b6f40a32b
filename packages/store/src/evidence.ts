/**
 * Where files of evidence are kept: the contract, beside that of rooms. The one suite that says so is `./suite/evidence.ts`.
 *
 * A file is named by the SHA-256 of its bytes, so nobody can put another in its place, and filing the same bytes twice keeps them once.
 * Nothing is kept before every byte has come, the hash is right and whoever inspects has let it pass. Nothing is ever changed or removed.
 */
import { EvidenceType, FileName, Fingerprint, NegotiationId, PartyId, SeatId, Timestamp } from '@entente/agreement'
import { z } from 'zod'

/** Who brought a file, and what they call it. */
export const Filing = z.strictObject({ party: PartyId, seat: SeatId, at: Timestamp, name: FileName })
export type Filing = z.infer<typeof Filing>

export const EvidenceAbout = z.strictObject({
  negotiation: NegotiationId,
  sha256: Fingerprint,
  bytes: z.int().min(1),
  type: EvidenceType,
  /** Oldest first, one for each party. */
  filings: z.array(Filing).min(1),
})
export type EvidenceAbout = z.infer<typeof EvidenceAbout>

/** What comes before the bytes: what they must turn out to be, and who brings them. */
export type Incoming = Pick<EvidenceAbout, 'negotiation' | 'sha256' | 'type'> & {
  readonly filing: Filing
  /** More bytes than this are not read. */
  readonly limit: number
}

/** Looks at a file before it is kept. `open` streams it from its beginning. */
export type Inspect = (open: () => AsyncIterable<Uint8Array>) => Promise<'clean' | 'refused'>

export type Kept =
  | { readonly is: 'kept'; readonly about: EvidenceAbout }
  | { readonly is: 'empty' | 'too-large' | 'wrong-hash' | 'refused' }

/** Raised when the place for evidence cannot be used just now. Nothing was kept. */
export class EvidenceUnavailable extends Error {
  override readonly name = 'EvidenceUnavailable'
}

export interface EvidenceFiles {
  /** Takes the bytes as they come. Whatever it answers but `kept`, nothing is left behind; the same when the stream breaks, which is thrown. */
  keep(incoming: Incoming, bytes: AsyncIterable<Uint8Array>, inspect?: Inspect): Promise<Kept>
  about(negotiation: NegotiationId, sha256: Fingerprint): Promise<EvidenceAbout | undefined>
  /** The bytes of a file that `about` knows. Throws when they are not there. */
  open(negotiation: NegotiationId, sha256: Fingerprint): AsyncIterable<Uint8Array>
  /** Everything that is kept. */
  list(): Promise<readonly EvidenceAbout[]>
}

/** What is known of a file once these bytes have come: with one filing more, or in the place of an older one of the same party. */
export function withFiling(
  before: EvidenceAbout | undefined,
  { negotiation, sha256, type, filing }: Omit<Incoming, 'limit'>,
  bytes: number,
): EvidenceAbout {
  if (before === undefined) return { negotiation, sha256, bytes, type, filings: [filing] }
  return { ...before, filings: [...before.filings.filter(({ party }) => party !== filing.party), filing] }
}
