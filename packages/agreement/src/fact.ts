/**
 * What the journal can say: facts in the past tense, for ever readable.
 *
 * Nothing derived is a fact. "Agreed", "lapsed" and "overdue" follow from these lines, the words and the clock. A kind of fact is
 * never changed or removed; a new kind is added.
 */
import { z } from 'zod'
import {
  AmendmentId,
  AnchorId,
  BracketId,
  ClauseId,
  CommentId,
  CorrectionId,
  Day,
  DeclarationId,
  Fingerprint,
  Language,
  MilestoneId,
  NegotiationId,
  PackageId,
  PartyId,
  RoomId,
  SeatId,
  SectionId,
  SilenceId,
  ThreadId,
  Timestamp,
} from './ids.ts'
import {
  MAX_CLAUSES,
  MAX_HEADING,
  MAX_LIST,
  MAX_NAME,
  MAX_PARTIES,
  MAX_QUOTE,
  MAX_STATEMENT,
  MAX_TITLE,
  MAX_SILENCE_HOURS,
} from './limits.ts'
import { Party, Seat } from './party.ts'
import { Stance } from './position.ts'
import { MilestoneTerms } from './terms.ts'
import { BracketKind, ClauseKind, Wording } from './wording.ts'

const Statement = z.string().trim().min(1).max(MAX_STATEMENT)
const Heading = z.string().trim().max(MAX_HEADING)

/** How agreement is reached. Observers never count; with no required party nothing is ever agreed. */
export const DecisionRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('consensus') }),
  z.strictObject({ rule: z.literal('consensus-minus'), except: z.array(PartyId).min(1).max(MAX_PARTIES) }),
  /** At least `share` of the required parties, as a fraction: two thirds is `{ of: 2, outOf: 3 }`. */
  z.strictObject({ rule: z.literal('qualified-majority'), of: z.int().min(1).max(100), outOf: z.int().min(1).max(100) }),
])
export type DecisionRule = z.infer<typeof DecisionRule>

/** Who may type in the base text: everybody with a drafting seat, or only those who hold the pen (the chair's party). */
export const Drafting = z.enum(['open', 'pen'])
export type Drafting = z.infer<typeof Drafting>

/** The words a comment or milestone is about, with their surroundings, so that they are found again after edits. */
export const Quote = z.strictObject({
  exact: z.string().min(1).max(MAX_QUOTE),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  /** Where `exact` began in the clause's plain text, in UTF-16 units. */
  offset: z.int().min(0),
})
export type Quote = z.infer<typeof Quote>

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

const told = <const Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape })

export const Fact = z.discriminatedUnion('kind', [
  // The negotiation
  told('negotiation-opened', {
    negotiation: NegotiationId,
    cover: Cover,
    rule: DecisionRule,
    /** "Nothing is agreed until everything is agreed": a gate on adoption. */
    singleUndertaking: z.boolean(),
    drafting: Drafting,
  }),
  told('negotiation-imported', { source: z.string().max(MAX_NAME), sha256: Fingerprint, at: Timestamp }),
  told('party-seated', { party: Party }),
  told('seat-assigned', { seat: Seat }),
  told('round-scheduled', { round: z.int().min(1), label: z.string().max(MAX_NAME), from: Day.optional(), to: Day.optional() }),
  told('round-opened', { round: z.int().min(1), label: z.string().max(MAX_NAME), symbol: z.string().max(MAX_NAME).optional() }),
  told('round-closed', { round: z.int().min(1) }),
  told('drafting-set', { clause: ClauseId.optional(), drafting: Drafting.optional() }),
  // Structure
  told('section-added', { section: SectionId, heading: Heading, number: z.string().max(16).optional(), after: SectionId.optional() }),
  told('section-retitled', { section: SectionId, heading: Heading }),
  told('clause-added', { clause: ClauseId, section: SectionId, clauseKind: ClauseKind, heading: Heading, after: ClauseId.optional() }),
  told('clause-retitled', { clause: ClauseId, heading: Heading }),
  told('clause-moved', { clause: ClauseId, section: SectionId, after: ClauseId.optional() }),
  told('clause-withdrawn', { clause: ClauseId, reason: z.string().max(MAX_STATEMENT) }),
  told('clause-restored', { clause: ClauseId }),
  // Words. A wording is put on record the first time a statement speaks of it, so that the record can be read without the text.
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
  // Consent
  told('position-taken', {
    clause: ClauseId,
    party: PartyId,
    on: Fingerprint,
    position: Stance,
    round: z.int().min(1).optional(),
    package: PackageId.optional(),
    /** The silence procedure that recorded it, where nobody spoke. */
    silence: SilenceId.optional(),
  }),
  told('position-withdrawn', { clause: ClauseId, party: PartyId }),
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
  told('silence-opened', {
    silence: SilenceId,
    clauses: z.array(ClauseId).min(1).max(MAX_CLAUSES),
    closesAt: Timestamp,
    /** The wordings that silence is asked on; any other wording ends the procedure. */
    on: z
      .array(z.strictObject({ clause: ClauseId, fingerprint: Fingerprint }))
      .max(MAX_CLAUSES)
      .optional(),
  }),
  told('silence-ended', {
    silence: SilenceId,
    /** `overtaken`: the words changed. `interrupted`: the server was away while it ran. */
    outcome: z.enum(['not-broken', 'broken', 'overtaken', 'interrupted']),
    effect: z.string().max(MAX_STATEMENT).optional(),
    /** Who broke it, and why. */
    party: PartyId.optional(),
    reason: z.string().max(MAX_STATEMENT).optional(),
  }),
  told('silence-time-proposed', { hours: z.int().min(1).max(MAX_SILENCE_HOURS) }),
  told('silence-time-accepted', { hours: z.int().min(1).max(MAX_SILENCE_HOURS), party: PartyId }),
  told('correction-proposed', {
    correction: CorrectionId,
    clause: ClauseId,
    from: Fingerprint,
    to: Fingerprint,
    quote: Quote,
    replacement: z.string().max(MAX_QUOTE),
    reason: Statement,
    closesAt: Timestamp,
  }),
  told('correction-objected', { correction: CorrectionId, party: PartyId, reason: Statement }),
  told('correction-made', { correction: CorrectionId }),
  told('correction-dropped', { correction: CorrectionId }),
  // Comments
  told('thread-opened', { thread: ThreadId, clause: ClauseId, quote: Quote.optional() }),
  told('comment-made', { thread: ThreadId, comment: CommentId, text: Statement }),
  told('comment-retracted', { comment: CommentId }),
  told('thread-resolved', { thread: ThreadId }),
  told('thread-reopened', { thread: ThreadId }),
  // Commitments
  told('anchor-set', { anchor: AnchorId, label: z.string().max(MAX_NAME), day: Day.optional(), presumed: Day.optional() }),
  told('milestone-proposed', { milestone: MilestoneId, clause: ClauseId, terms: MilestoneTerms }),
  told('milestone-revised', { milestone: MilestoneId, terms: MilestoneTerms }),
  told('milestone-withdrawn', { milestone: MilestoneId, reason: z.string().max(MAX_STATEMENT) }),
  told('milestone-reported', {
    milestone: MilestoneId,
    note: z.string().max(MAX_STATEMENT).optional(),
    level: z.int().min(0).max(3).optional(),
  }),
  told('milestone-found', {
    milestone: MilestoneId,
    finding: z.enum(['verified', 'not-verified']),
    level: z.int().min(0).max(3),
    note: z.string().max(MAX_STATEMENT).optional(),
  }),
  /** How far a commitment has come, 0 to 3, where nobody has made a finding. Scale of the Peace Accords Matrix. */
  told('milestone-assessed', { milestone: MilestoneId, level: z.int().min(0).max(3), note: z.string().max(MAX_STATEMENT).optional() }),
  told('milestone-disputed', { milestone: MilestoneId, party: PartyId, note: z.string().max(MAX_STATEMENT).optional() }),
  // Rooms other than the table
  told('room-opened', { room: RoomId, label: z.string().max(MAX_NAME), parties: z.array(PartyId).min(1).max(MAX_PARTIES) }),
  told('caucus-note-kept', {
    clause: ClauseId.optional(),
    noteKind: z.enum(['red-line', 'fallback', 'opening', 'instruction', 'assessment', 'note']),
    text: Statement,
  }),
])
export type Fact = z.infer<typeof Fact>
export type FactKind = Fact['kind']
export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>
