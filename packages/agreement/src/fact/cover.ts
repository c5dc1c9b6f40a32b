import { z } from 'zod'
import { Day, Language, PartyId } from '../ids.ts'
import { MAX_LIST, MAX_NAME, MAX_PARTIES, MAX_STATEMENT, MAX_TITLE } from '../limits.ts'

/** The document as a whole. */
export const Cover = z.strictObject({
  title: z.string().trim().min(1).max(MAX_TITLE),
  shortTitle: z.string().trim().min(1).max(MAX_NAME),
  symbol: z.string().max(MAX_NAME).optional(),
  place: z.string().max(MAX_NAME).optional(),
  /** The language of negotiation; the others are equally authentic versions. */
  referenceLanguage: Language,
  authenticLanguages: z.array(Language).max(MAX_LIST),
  annexes: z.array(z.strictObject({ annex: z.string().max(16), title: z.string().max(MAX_TITLE) })).max(MAX_LIST),
  /** "Done at …", above the signatures. */
  testimonium: z.string().max(MAX_STATEMENT).optional(),
  signatories: z.array(PartyId).max(MAX_PARTIES).optional(),
  witnesses: z.array(PartyId).max(MAX_PARTIES).optional(),
  /** Alternat: for the original each party keeps, the order of names and signatures. */
  alternat: z.record(z.string().max(MAX_NAME), z.array(PartyId).max(MAX_PARTIES)).optional(),
  /** Stage of the text in the field's terms: rolling text, chair's text, adopted text. */
  stage: z.string().max(64).optional(),
  signedOn: Day.optional(),
  /** Set for demonstrations: every State, person and event is invented. */
  fictional: z.boolean().optional(),
  /** Said of the whole text by whoever brought it in. */
  notice: z.string().max(MAX_STATEMENT).optional(),
})
export type Cover = z.infer<typeof Cover>
