/** What parties accept: positions, packages, declarations. */
import { z } from 'zod'
import { AmendmentId, ClauseId, DeclarationId, Fingerprint, PackageId, PartyId, SilenceId } from '../ids.ts'
import { MAX_CLAUSES, MAX_STATEMENT, MAX_TITLE } from '../limits.ts'
import { Stance } from '../position.ts'
import { Statement, told } from './told.ts'

export const consentFacts = [
  told('position-taken', {
    clause: ClauseId,
    party: PartyId,
    on: Fingerprint,
    position: Stance,
    round: z.int().min(1).optional(),
    package: PackageId.optional(),
    /** The silence procedure that recorded it, where nobody spoke. */
    silence: SilenceId.optional(),
    /** The amendment that reads so: consent to words that are not those of the text yet. */
    amendment: AmendmentId.optional(),
  }),
  told('position-withdrawn', { clause: ClauseId, party: PartyId, amendment: AmendmentId.optional() }),
  /** An acceptance ad referendum became definitive (Vienna Convention on the Law of Treaties, article 12). */
  told('acceptance-confirmed', { clause: ClauseId, party: PartyId }),
  /** The time for confirming an acceptance ad referendum ran out. Written by the server. */
  told('confirmation-missed', { clause: ClauseId, party: PartyId }),
  told('package-offered', {
    package: PackageId,
    title: z.string().max(MAX_TITLE),
    by: PartyId,
    clauses: z.array(ClauseId).min(1).max(MAX_CLAUSES),
    description: z.string().max(MAX_STATEMENT),
    round: z.int().min(1).optional(),
  }),
  told('package-withdrawn', { package: PackageId }),
  told('declaration-made', {
    declaration: DeclarationId,
    party: PartyId,
    clause: ClauseId,
    declarationKind: z.enum(['reservation', 'interpretative-declaration', 'explanation-of-position', 'statement-of-intent']),
    text: Statement,
  }),
] as const
