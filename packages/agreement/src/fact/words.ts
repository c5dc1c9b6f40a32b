/** What the record says of words: wordings, brackets, references, translations. */
import { z } from 'zod'
import { AmendmentId, BracketId, ClauseId, Day, Fingerprint, Language, PartyId, SeatId } from '../ids.ts'
import { MAX_LIST, MAX_PARTIES, MAX_QUOTE, MAX_STATEMENT } from '../limits.ts'
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
  /**
   * Much of what others wrote in a text was deleted at once: characters removed, of those the text had. Whoever may write may do that, and
   * everybody hears of it. The text is a clause's, an amendment, or with `language` a translation. Written by the server.
   */
  told('words-removed', {
    clause: ClauseId.optional(),
    amendment: AmendmentId.optional(),
    language: Language.optional(),
    author: SeatId,
    removed: z.int().min(1),
    of: z.int().min(1),
  }),
  told('bracket-attributed', {
    clause: ClauseId,
    bracket: BracketId,
    bracketKind: BracketKind,
    parties: z.array(PartyId).min(1).max(MAX_PARTIES),
    /** Who is to fill or settle it, by when, and what is waited for. */
    owner: PartyId.optional(),
    due: Day.optional(),
    note: z.string().max(MAX_STATEMENT).optional(),
  }),
  /** Words of a clause that refer to another clause, so that they can follow its number. */
  told('reference-made', { clause: ClauseId, text: z.string().max(MAX_QUOTE), to: ClauseId, item: z.string().max(16).optional() }),
  told('translation-deposited', { clause: ClauseId, language: Language, of: Fingerprint }),
] as const
