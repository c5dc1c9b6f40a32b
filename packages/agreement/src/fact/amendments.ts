/** Alternative readings: tabled, supported, updated, withdrawn, taken into the text. */
import { z } from 'zod'
import { AmendmentId, ClauseId, Fingerprint, PartyId, SectionId } from '../ids.ts'
import { MAX_AMENDMENTS, MAX_BLOCKS, MAX_NAME, MAX_STATEMENT } from '../limits.ts'
import { Text } from '../text.ts'
import { ClauseKind } from '../wording.ts'
import { Heading, told } from './told.ts'

export const amendmentsFacts = [
  told('amendment-tabled', {
    amendment: AmendmentId,
    clause: ClauseId,
    party: PartyId,
    /** Its name where it was given one elsewhere; otherwise it is named after its clause, 4 bis. */
    label: z.string().max(MAX_NAME),
    /** The wording it was made against: of the base text, or of the reading it amends. */
    against: Fingerprint,
    origin: z.string().max(MAX_NAME).optional(),
    /** The exact words it was made against. Imported amendments have none. */
    base: Text.optional(),
    /** The words it was tabled with; without them it begins as what it was made against. */
    text: Text.optional(),
    /** The amendment that it amends. */
    to: AmendmentId.optional(),
  }),
  /** That a clause be left out. */
  told('deletion-tabled', { amendment: AmendmentId, clause: ClauseId, party: PartyId, against: Fingerprint }),
  /** A new clause: after another one, or first in a section. */
  told('clause-tabled', {
    amendment: AmendmentId,
    party: PartyId,
    section: SectionId,
    after: ClauseId.optional(),
    clauseKind: ClauseKind,
    heading: Heading,
    text: Text.optional(),
  }),
  told('amendment-supported', { amendment: AmendmentId, party: PartyId, on: Fingerprint.optional() }),
  told('amendment-left', { amendment: AmendmentId, party: PartyId }),
  told('amendment-withdrawn', { amendment: AmendmentId, reason: z.string().max(MAX_STATEMENT).optional() }),
  /** The delegation's changes are now made against another wording. */
  told('amendment-updated', { amendment: AmendmentId, against: Fingerprint, base: Text, text: Text }),
  told('amendment-incorporated', {
    amendment: AmendmentId,
    /** The reading that went into the text. */
    of: Fingerprint.optional(),
    /** The numbers of the changes that did, where not all. */
    changes: z.array(z.int().min(0)).min(1).max(MAX_BLOCKS).optional(),
    /** The clause that a proposed one became. */
    clause: ClauseId.optional(),
  }),
  told('amendments-streamlined', {
    clause: ClauseId,
    /** Amendments that read like another, which stands for both from now on: who was behind the one supports the other. */
    merged: z.array(z.strictObject({ amendment: AmendmentId, into: AmendmentId, on: Fingerprint })).max(MAX_AMENDMENTS),
    /** Amendments that nobody but their author supported. */
    dropped: z.array(AmendmentId).max(MAX_AMENDMENTS),
  }),
] as const
