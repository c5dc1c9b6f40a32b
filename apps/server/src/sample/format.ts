/**
 * The file format `entente-sample/1`: a whole negotiation in one JSON file, with its people, texts, positions and commitments.
 *
 * The demo comes in this format, and `entente import` reads any file of it. Dates of single statements are optional; what has none is
 * recorded at the time of the import.
 */
import { BracketKind, Day, Language, Timestamp } from '@entente/agreement'
import { z } from 'zod'

export const SAMPLE_FORMAT = 'entente-sample/1'

/** A file larger than this is not read. */
export const MAX_SAMPLE_BYTES = 16 * 1024 * 1024

const Id = z.string().min(1).max(64)
const Hash = z.string().regex(/^sha256:[0-9a-f]{64}$/)

const Run = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('bracket'), id: Id, kind: BracketKind, text: z.string(), proposedBy: z.array(Id).min(1) }),
])
export type SampleRun = z.infer<typeof Run>

const Revision = z.object({ n: z.int(), round: z.int(), by: Id, text: z.string(), fingerprint: Hash, note: z.string().optional() })

const Clause = z.object({
  id: Id,
  section: Id,
  type: z.enum(['preambular', 'operative']),
  heading: z.string(),
  chapeau: z.array(Run).default([]),
  items: z.array(z.object({ label: z.string(), runs: z.array(Run) })).default([]),
  closing: z.array(Run).default([]),
  fingerprint: Hash,
  negotiable: z.boolean().default(true),
  crossReferences: z.array(z.object({ text: z.string(), clause: Id, item: z.string().optional() })).default([]),
  revisions: z.array(Revision).default([]),
  alternatives: z
    .array(z.object({ id: Id, label: z.string(), proposedBy: Id, origin: z.string().optional(), text: z.string() }))
    .default([]),
})
export type SampleClause = z.infer<typeof Clause>

const Position = z.object({
  seq: z.int(),
  party: Id,
  clause: Id,
  stance: z.enum(['accepts', 'accepts-ad-referendum', 'accepts-with-reservation', 'accepts-if', 'reserves', 'objects', 'stands-aside']),
  round: z.int().min(1).optional(),
  by: Id,
  at: Timestamp,
  onFingerprint: Hash,
  visibility: z.string().default('table'),
  note: z.string().default(''),
  condition: z.object({ clausesAgreed: z.array(Id).min(1), mode: z.literal('all').default('all') }).optional(),
  package: Id.optional(),
  declaration: Id.optional(),
  proposedText: z.string().optional(),
  confirmBy: Timestamp.optional(),
})
export type SamplePosition = z.infer<typeof Position>

const Dependency = z.object({ milestone: Id, condition: z.enum(['reported', 'verified']) })

const Milestone = z.object({
  id: Id,
  clause: Id,
  title: z.string(),
  responsible: z.array(Id).min(1),
  verifier: Id,
  due: z.discriminatedUnion('type', [
    z.object({ type: z.literal('anchor'), anchor: Id, offsetDays: z.int(), timeUtc: z.string().optional() }),
    z.object({ type: z.literal('after-milestone'), milestone: Id, condition: z.enum(['reported', 'verified']), offsetDays: z.int() }),
    z.object({ type: z.literal('date'), date: Day, timeUtc: z.string().optional() }),
  ]),
  dependsOn: z.array(Dependency).default([]),
  evidence: z.array(z.string()).default([]),
  review: z.object({ everyDays: z.int(), untilOffsetDays: z.int().optional(), by: Id }).nullish(),
  remedialSteps: z.array(z.string()).default([]),
  reciprocalWith: z.array(Id).optional(),
  streakDays: z.int().optional(),
  resetBy: z.array(z.string()).optional(),
  status: z.enum(['pending', 'reported', 'verified', 'disputed', 'overdue', 'blocked', 'waived']).default('pending'),
  implementationLevel: z.int().min(0).max(3).default(0),
  verifiedAt: Timestamp.optional(),
  disputedBy: z.array(Id).default([]),
  note: z.string().optional(),
})
export type SampleMilestone = z.infer<typeof Milestone>

const Thread = z.object({
  id: Id,
  clause: Id,
  quote: z.string().optional(),
  visibility: z.string().default('table'),
  status: z.enum(['open', 'resolved']).default('open'),
  resolvedBy: Id.optional(),
  entries: z.array(z.object({ by: Id, at: Timestamp, text: z.string() })).min(1),
})
export type SampleThread = z.infer<typeof Thread>

export const SampleFile = z.object({
  sampleSchema: z.literal(SAMPLE_FORMAT),
  id: Id,
  fictional: z.boolean().default(false),
  notice: z.string().optional(),
  document: z.object({
    symbol: z.string().nullish(),
    title: z.string(),
    shortTitle: z.string(),
    textStage: z.string().optional(),
    status: z.string().optional(),
    round: z.int().min(1),
    place: z.string().optional(),
    signedOn: Day.optional(),
    referenceLanguage: Language,
    authenticLanguages: z.array(Language).default([]),
    singleUndertaking: z.boolean().default(false),
    annexes: z.array(z.object({ id: z.string(), title: z.string() })).default([]),
    signatureBlock: z
      .object({
        formula: z.string(),
        signatories: z.array(Id).default([]),
        witness: z.array(Id).default([]),
        orders: z.record(z.string(), z.array(Id)).default({}),
      })
      .optional(),
  }),
  parties: z
    .array(
      z.object({
        id: Id,
        name: z.string(),
        shortName: z.string(),
        adjective: z.string().optional(),
        role: z.enum(['negotiating-party', 'chair', 'observer', 'monitor', 'interpreter', 'guarantor']),
        alsoRoles: z.array(z.enum(['chair', 'observer', 'monitor', 'interpreter', 'guarantor'])).optional(),
        requiredForConsent: z.boolean(),
        workingLanguages: z.array(Language).default([]),
      }),
    )
    .min(1),
  people: z
    .array(
      z.object({
        id: Id,
        party: Id,
        name: z.string(),
        title: z.string().optional(),
        delegationRole: z.enum(['head', 'negotiator', 'adviser', 'secretary', 'reviser', 'observer']),
      }),
    )
    .min(1),
  sections: z.array(z.object({ id: Id, number: z.string().nullish(), heading: z.string() })).min(1),
  milestoneAnchors: z.array(z.object({ id: Id, label: z.string(), date: Day.nullish(), demoDate: Day.nullish() })).default([]),
  clauses: z.array(Clause),
  positions: z.array(Position).default([]),
  packages: z
    .array(
      z.object({
        id: Id,
        title: z.string(),
        offeredBy: Id,
        round: z.int().min(1).optional(),
        clauses: z.array(Id).min(1),
        description: z.string().default(''),
      }),
    )
    .default([]),
  milestones: z.array(Milestone).default([]),
  comments: z.array(Thread).default([]),
  translations: z.array(z.object({ clause: Id, language: Language, text: z.string(), by: Id, sourceFingerprint: Hash })).default([]),
  declarations: z
    .array(
      z.object({
        id: Id,
        party: Id,
        clause: Id,
        kind: z.enum(['reservation', 'interpretative-declaration', 'explanation-of-position', 'statement-of-intent']),
        text: z.string(),
      }),
    )
    .default([]),
  caucusNotes: z
    .array(
      z.object({
        id: Id,
        party: Id,
        clause: Id.optional(),
        kind: z.enum(['red-line', 'fallback', 'opening', 'instruction', 'assessment', 'note']),
        text: z.string(),
      }),
    )
    .default([]),
  rounds: z
    .array(z.object({ n: z.int().min(1), label: z.string(), symbol: z.string().nullish(), from: Day.optional(), to: Day.optional() }))
    .default([]),
  silenceProcedures: z
    .array(
      z.object({
        id: Id,
        clauses: z.array(Id).min(1),
        opensAt: Timestamp,
        closesAt: Timestamp,
        outcome: z.enum(['not-broken', 'broken', 'overtaken']).optional(),
        effect: z.string().optional(),
      }),
    )
    .default([]),
})
export type SampleFile = z.infer<typeof SampleFile>
