/**
 * The negotiation so far: a fold over the journal. Server, browser and command line run the same fold, so they cannot disagree.
 *
 * What is kept is what was said, in a shape that is easy to ask. What follows from it (agreed, lapsed, due) is computed elsewhere.
 */
import type { Amendment } from './amendment.ts'
import type { Clause, Section } from './clause.ts'
import type { Cover, DecisionRule, FactOf, Line, Quote } from './fact.ts'
import { silentFloor, type Floor } from './floor.ts'
import type { Freezes } from './freeze.ts'
import type {
  AmendmentId,
  AnchorId,
  AskId,
  BracketId,
  ClauseId,
  CommentId,
  CorrectionId,
  Day,
  Fingerprint,
  GroupId,
  MilestoneId,
  NegotiationId,
  PackageId,
  PartyId,
  SeatId,
  SectionId,
  SilenceId,
  ThreadId,
  Timestamp,
} from './ids.ts'
import type { Author } from './journal.ts'
import { DEFAULT_SILENCE_HOURS } from './limits.ts'
import type { Anchor, Milestone, ReviewHeld } from './milestone/milestone.ts'
import type { Party, Seat } from './party.ts'
import { penOpen, type Pens } from './pen.ts'
import type { Stance } from './position.ts'
import type { AnnouncedGroup, Ask, CaucusNote, DraftAmendment, PrivateRoom } from './private-room.ts'
import type { Renewal } from './renewal.ts'
import type { RollCalls } from './roll-call.ts'
import { noAgenda, type Agenda, type Round } from './rounds.ts'
import { noSittings, type Sittings } from './sitting.ts'
import type { BracketKind, Wording } from './wording.ts'

/** Where and when something was said. */
export type Said = { readonly seq: number; readonly at: Timestamp; readonly by: Author }

export type Position = {
  readonly clause: ClauseId
  readonly party: PartyId
  readonly on: Fingerprint
  readonly position: Stance
  readonly said: Said
  readonly round: number | undefined
  readonly package: PackageId | undefined
  /** Set where silence was kept: nobody said it, so it covers the wording only. */
  readonly bySilence: SilenceId | undefined
  /** When an acceptance ad referendum was confirmed by the capital. */
  readonly confirmed: Said | undefined
  /** When the time for confirming it ran out. */
  readonly missed: Said | undefined
}

/** Everything a party said of a clause, oldest first. A withdrawal is part of the history. */
export type PositionStep =
  | Position
  | { readonly clause: ClauseId; readonly party: PartyId; readonly position: { readonly stance: 'withdrawn' }; readonly said: Said }

export type WordingChange = {
  readonly clause: ClauseId
  readonly from: Fingerprint
  readonly to: Fingerprint
  readonly authors: readonly SeatId[]
  readonly note: string | undefined
  readonly said: Said
}

export type Comment = { readonly comment: CommentId; readonly said: Said; readonly text: string; readonly retracted: Said | undefined }

export type Thread = {
  readonly thread: ThreadId
  readonly clause: ClauseId
  readonly quote: Quote | undefined
  readonly said: Said
  readonly comments: readonly Comment[]
  readonly state: { readonly is: 'open' } | { readonly is: 'resolved'; readonly said: Said }
}

export type ScheduledRound = FactOf<'round-scheduled'>
export type Reference = FactOf<'reference-made'>

export type Package = FactOf<'package-offered'> & { readonly said: Said; readonly withdrawn: Said | undefined }
/** The correction of a slip in agreed words, which keeps consent unless a party objects in time. */
export type Correction = FactOf<'correction-proposed'> & {
  readonly said: Said
  readonly state:
    | { readonly is: 'open' }
    | { readonly is: 'made'; readonly said: Said }
    | { readonly is: 'objected'; readonly said: Said; readonly party: PartyId; readonly reason: string }
    /** The words changed meanwhile, or the chair took it back. */
    | { readonly is: 'dropped'; readonly said: Said }
}
export type Declaration = FactOf<'declaration-made'> & { readonly said: Said }
/** Much of what others wrote, deleted at once. */
export type Removal = FactOf<'words-removed'> & { readonly said: Said }
export type Translation = FactOf<'translation-deposited'> & { readonly said: Said }
export type Silence = FactOf<'silence-opened'> & {
  readonly said: Said
  readonly ended: (FactOf<'silence-ended'> & { readonly said: Said }) | undefined
}
export type Attribution = {
  readonly bracket: BracketId
  readonly clause: ClauseId
  readonly kind: BracketKind
  readonly parties: readonly PartyId[]
  /** Who is to settle it, by when, and what is waited for. */
  readonly owner: PartyId | undefined
  readonly due: Day | undefined
  readonly note: string | undefined
}

export type Negotiation = {
  readonly opened:
    | {
        readonly negotiation: NegotiationId
        readonly cover: Cover
        readonly rule: DecisionRule
        readonly singleUndertaking: boolean
        readonly said: Said
      }
    | undefined
  /** Where the text came from, when it was not drafted here from the start. */
  readonly imported: { readonly source: string; readonly sha256: Fingerprint; readonly at: Timestamp } | undefined
  readonly parties: ReadonlyMap<PartyId, Party>
  /** When each party was seated first. Its silence says nothing of what was asked before. */
  readonly partiesSeated: ReadonlyMap<PartyId, Said>
  /** Every seat there ever was, so that the record can name who spoke. */
  readonly seats: ReadonlyMap<SeatId, Seat>
  /** Those that were taken away or left: nobody speaks from them any more. */
  readonly withdrawnSeats: ReadonlyMap<SeatId, Said>
  /** Parties that withdrew from the talks, the last time each did. Whether one is still away is a question to its seats. */
  readonly withdrawnParties: ReadonlyMap<PartyId, { readonly said: Said; readonly reason: string }>
  /** Since when somebody says to sit there. Without it a seat was given and nobody has come. */
  readonly seatsTaken: ReadonlyMap<SeatId, Said>
  /** By party a head of which has ever sat down: the acts with which somebody outside gave seats in it since, oldest first (`renewal.ts`). */
  readonly renewals: ReadonlyMap<PartyId, readonly Renewal[]>
  /** By seat, how many such acts there had been when it was given, and one: of a delegation, which caucus it met in. */
  readonly givenIn: ReadonlyMap<SeatId, number>
  /** The seats besides the head's that bind their party. */
  readonly empowered: ReadonlyMap<SeatId, Said>
  /** The seats whose full powers the chair has seen. */
  readonly credentials: ReadonlyMap<SeatId, { readonly said: Said; readonly note: string | undefined }>
  readonly pens: Pens
  readonly freezes: Freezes
  /** In the order of the text. */
  readonly sections: readonly Section[]
  /** Sections that are not in the text any more, as they were last. An annex keeps its letter here as long as nobody else may have it. */
  readonly removedSections: ReadonlyMap<SectionId, Section>
  /** In the order of the text, the withdrawn ones where they stood. */
  readonly clauses: readonly Clause[]
  readonly rounds: readonly Round[]
  readonly schedule: readonly ScheduledRound[]
  readonly agenda: Agenda
  readonly sittings: Sittings
  readonly floor: Floor
  /** In the order in which they were called. */
  readonly rollCalls: RollCalls
  /** Clause, then party, then what was said, oldest first. */
  readonly positions: ReadonlyMap<ClauseId, ReadonlyMap<PartyId, readonly PositionStep[]>>
  readonly wordings: ReadonlyMap<Fingerprint, { readonly clause: ClauseId; readonly wording: Wording }>
  /** By clause, oldest first. */
  readonly changes: ReadonlyMap<ClauseId, readonly WordingChange[]>
  readonly brackets: ReadonlyMap<BracketId, Attribution>
  readonly references: readonly Reference[]
  /** In the order in which they were tabled, those that are not before the table any more included. */
  readonly amendments: ReadonlyMap<AmendmentId, Amendment>
  /** Clause, then party, then amendment: the party's last word on that reading, which is not its word on the text. */
  readonly readingPositions: ReadonlyMap<ClauseId, ReadonlyMap<PartyId, ReadonlyMap<AmendmentId, PositionStep>>>
  readonly translations: readonly Translation[]
  readonly removals: readonly Removal[]
  readonly packages: ReadonlyMap<PackageId, Package>
  readonly declarations: readonly Declaration[]
  readonly silences: ReadonlyMap<SilenceId, Silence>
  /** The least time a silence procedure runs, and who has agreed to a shorter one. */
  readonly silenceTerms: {
    readonly hours: number
    readonly proposed: { readonly hours: number; readonly acceptedBy: ReadonlySet<PartyId> } | undefined
  }
  /** In the order in which they were proposed. */
  readonly corrections: ReadonlyMap<CorrectionId, Correction>
  readonly threads: ReadonlyMap<ThreadId, Thread>
  readonly milestones: ReadonlyMap<MilestoneId, Milestone>
  readonly anchors: ReadonlyMap<AnchorId, Anchor>
  /** Oldest first. */
  readonly reviews: readonly ReviewHeld[]
  /** Who has agreed that anybody may see how far the commitments have come. */
  readonly publication: ReadonlyMap<PartyId, Said>
  /** The groups the table was told of. There may be others. */
  readonly groups: ReadonlyMap<GroupId, AnnouncedGroup>
  /** Undefined at the table. */
  readonly privateRoom: PrivateRoom | undefined
  /** Of the private room: */
  readonly notes: readonly CaucusNote[]
  /** The delegation's line on each clause: the newest note of each kind. */
  readonly lines: ReadonlyMap<ClauseId, ReadonlyMap<Line, CaucusNote>>
  readonly asks: ReadonlyMap<AskId, Ask>
  readonly drafts: ReadonlyMap<AmendmentId, DraftAmendment>
  readonly seq: number
}

/** A journal without entries. */
export const nothingSaid: Negotiation = {
  opened: undefined,
  imported: undefined,
  parties: new Map(),
  partiesSeated: new Map(),
  seats: new Map(),
  withdrawnSeats: new Map(),
  withdrawnParties: new Map(),
  seatsTaken: new Map(),
  renewals: new Map(),
  givenIn: new Map(),
  empowered: new Map(),
  credentials: new Map(),
  pens: { whole: penOpen, sections: new Map(), clauses: new Map() },
  freezes: new Map(),
  sections: [],
  removedSections: new Map(),
  clauses: [],
  rounds: [],
  schedule: [],
  agenda: noAgenda,
  sittings: noSittings,
  floor: silentFloor,
  rollCalls: new Map(),
  positions: new Map(),
  wordings: new Map(),
  changes: new Map(),
  brackets: new Map(),
  references: [],
  amendments: new Map(),
  readingPositions: new Map(),
  translations: [],
  removals: [],
  packages: new Map(),
  declarations: [],
  silences: new Map(),
  silenceTerms: { hours: DEFAULT_SILENCE_HOURS, proposed: undefined },
  corrections: new Map(),
  threads: new Map(),
  milestones: new Map(),
  anchors: new Map(),
  reviews: [],
  publication: new Map(),
  groups: new Map(),
  privateRoom: undefined,
  notes: [],
  lines: new Map(),
  asks: new Map(),
  drafts: new Map(),
  seq: 0,
}
