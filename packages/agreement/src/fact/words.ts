/** What the record says of words: wordings, brackets, references, amendments, translations. */
import { z } from 'zod'
import { AmendmentId, BracketId, ClauseId, Fingerprint, Language, PartyId, SeatId } from '../ids.ts'
import { MAX_LIST, MAX_NAME, MAX_PARTIES, MAX_QUOTE, MAX_STATEMENT } from '../limits.ts'
import { BracketKind, Wording } from '../wording.ts'
import { told } from './told.ts'

export const wordsFacts = [
  /** A wording is put on record the first time a statement speaks of it, so that the record can be read without the text. */
  told('wording-recorded', { clause: ClauseId, fingerprint: Fingerprint, wording: Wording }),
  /** The words of a clause left or regained a wording on which a position stands. Written by the server with the edit, in one transaction. */
  told('wording-changed', {
    clause: ClauseId,
    from: Fingerprint,
    to: Fingerprint,
    authors: z.array(SeatId).max(MAX_LIST),
    note: z.string().max(MAX_STATEMENT).optional(),
  }),
  told('bracket-attributed', {
    clause: ClauseId,
    bracket: BracketId,
    bracketKind: BracketKind,
    parties: z.array(PartyId).min(1).max(MAX_PARTIES),
  }),
  /** Words of a clause that refer to another clause, so that they can follow its number. */
  told('reference-made', { clause: ClauseId, text: z.string().max(MAX_QUOTE), to: ClauseId, item: z.string().max(16).optional() }),
  told('amendment-tabled', {
    amendment: AmendmentId,
    clause: ClauseId,
    party: PartyId,
    label: z.string().max(MAX_NAME),
    /** The base wording it was made against. */
    against: Fingerprint,
    origin: z.string().max(MAX_NAME).optional(),
  }),
  told('translation-deposited', { clause: ClauseId, language: Language, of: Fingerprint }),
] as const
