/**
 * Why a statement was not recorded.
 *
 * A closed union: every code has a sentence in the web app and a line in the API document. A refusal is an answer, not an error;
 * whoever asked keeps what they wrote.
 */
import type { AmendmentId, ClauseId, Fingerprint, MilestoneId, PartyId, RoomKind, SeatId, SectionId, Timestamp } from './ids.ts'
import type { Power } from './powers.ts'

/** What can be named by an id that nobody has given. */
export type Named =
  | 'clause'
  | 'section'
  | 'party'
  | 'seat'
  | 'milestone'
  | 'remedy'
  | 'file'
  | 'evidence-item'
  | 'part'
  | 'anchor'
  | 'package'
  | 'silence'
  | 'correction'
  | 'thread'
  | 'comment'
  | 'note'
  | 'ask'
  | 'round'
  | 'amendment'
  | 'bracket'
  | 'agenda-item'
  | 'roll-call'
  | 'negotiation'
  | 'command'

export type Refusal =
  /** The input does not have the shape the command asks for; `detail` names the field. */
  | { readonly code: 'malformed'; readonly detail: string }
  /** The seat does not have this power (see `powers`). */
  | { readonly code: 'not-permitted'; readonly power: Power }
  /** The command is not given in rooms of this kind (see `rights`). */
  | { readonly code: 'not-in-this-room'; readonly room: RoomKind }
  /** The group waits until every party it names has agreed to meet. */
  | { readonly code: 'room-not-agreed'; readonly awaits: PartyId }
  | { readonly code: 'room-closed' }
  /** It is not for this seat to say it of this party. */
  | { readonly code: 'not-your-party'; readonly party: PartyId }
  | { readonly code: 'only-reads'; readonly seat: SeatId }
  /** Who binds the party takes the position, and asks nobody. */
  | { readonly code: 'binds-already' }
  | { readonly code: 'ask-answered' }
  /** The speaker's party does not attend now: the sitting is closed, or the chair did not admit it. */
  | { readonly code: 'not-attending' }
  | { readonly code: 'unknown'; readonly what: Named; readonly id: string }
  /** The id is taken, also when what it names was withdrawn. */
  | { readonly code: 'taken'; readonly what: Named; readonly id: string }
  | { readonly code: 'clause-withdrawn'; readonly clause: ClauseId }
  | { readonly code: 'clause-not-withdrawn'; readonly clause: ClauseId }
  /** Who presides froze the clause; its wording stays until it is reopened. */
  | { readonly code: 'clause-frozen'; readonly clause: ClauseId }
  | { readonly code: 'clause-not-frozen'; readonly clause: ClauseId }
  /** A cut there would leave one part without words, or divide a character. */
  | { readonly code: 'nothing-to-split'; readonly clause: ClauseId }
  /** The other clause does not come right after this one in its section. */
  | { readonly code: 'not-neighbours'; readonly clause: ClauseId }
  /** Clauses of the text stand in the section, so many of them. */
  | { readonly code: 'section-not-empty'; readonly section: SectionId; readonly clauses: number }
  /** It is the only section, and what was withdrawn from it or proposed for it would stand nowhere. */
  | { readonly code: 'section-needed'; readonly section: SectionId }
  /** The words of the clause went to the end of another one, and do not stand there any more as they were. */
  | { readonly code: 'joined-and-changed'; readonly clause: ClauseId }
  /** The words changed between reading and saying. Nothing was recorded; read them again. */
  | { readonly code: 'text-moved'; readonly clause: ClauseId; readonly now: Fingerprint }
  /** The same is already on record, so there is nothing to add. */
  | { readonly code: 'nothing-new' }
  /** Somebody sits at the head of the party: it gives its own seats, and its head hands that seat over. */
  | { readonly code: 'head-seated'; readonly party: PartyId }
  /** A head of the delegation has sat down, so a new link from outside for a seat it has would open its caucus. */
  | { readonly code: 'seat-opens-rooms'; readonly party: PartyId }
  /** The party would be left without a head: the head hands the seat over first. */
  | { readonly code: 'head-needed'; readonly party: PartyId }
  | { readonly code: 'condition-on-itself'; readonly clause: ClauseId }
  | { readonly code: 'no-position'; readonly clause: ClauseId }
  | { readonly code: 'not-the-author' }
  | { readonly code: 'thread-resolved' }
  | { readonly code: 'thread-not-resolved' }
  | { readonly code: 'comment-retracted' }
  | { readonly code: 'performer-verifies' }
  | { readonly code: 'dependency-circle' }
  /** The deadline would lie before that of a milestone it waits for. */
  | { readonly code: 'due-before-dependency'; readonly milestone: MilestoneId }
  /** A promise can be reported, found, disputed or waived once its clause is agreed. */
  | { readonly code: 'not-agreed'; readonly clause: ClauseId }
  /** Every required party waived it, or another milestone took its place. */
  | { readonly code: 'milestone-ended'; readonly how: 'waived' | 'superseded' }
  /** It was verified, and the time for a dispute is over. */
  | { readonly code: 'milestone-final' }
  /** A dispute waits for the second inspection. */
  | { readonly code: 'milestone-disputed' }
  | { readonly code: 'not-disputed' }
  | { readonly code: 'no-finding' }
  | { readonly code: 'not-a-performer' }
  | { readonly code: 'not-the-verifier' }
  /** The text names others for this. */
  | { readonly code: 'not-named' }
  | { readonly code: 'not-on-request' }
  | { readonly code: 'not-requested' }
  /** The terms do not count the days of this milestone anew after such a breach. */
  | { readonly code: 'not-a-breach' }
  | { readonly code: 'remedy-not-due' }
  | { readonly code: 'milestone-withdrawn' }
  | { readonly code: 'round-open'; readonly round: number }
  | { readonly code: 'no-round-open' }
  | { readonly code: 'sitting-open' }
  | { readonly code: 'no-sitting-open' }
  /** The speakers' list is closed; a point of order may still be raised. */
  | { readonly code: 'list-closed' }
  | { readonly code: 'roll-call-running' }
  | { readonly code: 'roll-call-over' }
  /** Another delegation is called now. */
  | { readonly code: 'not-called'; readonly called: PartyId }
  /** Only a party whose consent counts can do this. */
  | { readonly code: 'not-required' }
  | { readonly code: 'not-ad-referendum'; readonly clause: ClauseId }
  /** The time for it has run out, or it was ended before. */
  | { readonly code: 'deadline-passed' }
  /** A deadline must leave the parties at least until `earliest`. */
  | { readonly code: 'too-soon'; readonly earliest: Timestamp }
  | { readonly code: 'silence-running'; readonly clause: ClauseId }
  | { readonly code: 'brackets-open'; readonly clause: ClauseId }
  | { readonly code: 'objection-stands'; readonly clause: ClauseId; readonly party: PartyId }
  | { readonly code: 'package-withdrawn' }
  | { readonly code: 'correction-open'; readonly clause: ClauseId }
  /** The quoted words stand nowhere in the clause, or in more than one place. */
  | { readonly code: 'not-in-the-text' }
  /** The amendment was withdrawn, or is in the text. */
  | { readonly code: 'amendment-closed' }
  /** The amendment changed between reading and speaking of it. */
  | { readonly code: 'reading-moved'; readonly amendment: AmendmentId }
  /** A party needs another one behind its amendment. */
  | { readonly code: 'own-amendment' }
  /** Not enough parties stand behind the reading. */
  | { readonly code: 'not-carried' }
  /** The text has changed in the same places: the author has to say what the amendment means now, or changes are taken one by one. */
  | { readonly code: 'amendment-conflicts'; readonly conflicts: number }
  /** Only readings that are alike can be merged. */
  | { readonly code: 'readings-differ' }
  /** Somebody besides its author stands behind the amendment. */
  | { readonly code: 'amendment-supported' }
  | { readonly code: 'too-many'; readonly what: Named; readonly limit: number }

export type RefusalCode = Refusal['code']
