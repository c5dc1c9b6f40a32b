/**
 * How each entry changes what has been said so far.
 *
 * The fold never refuses: what is in the journal was accepted when it was written, under the rules of that day. An entry that names
 * something this journal does not hold changes nothing else.
 */
import type { ClauseId, CorrectionId, PartyId, SectionId } from './ids.ts'
import type { Entry } from './journal.ts'
import {
  nothingSaid,
  type Clause,
  type Correction,
  type Milestone,
  type Negotiation,
  type Position,
  type PositionStep,
  type Said,
  type Section,
  type Thread,
} from './negotiation.ts'
import { requiredParties } from './required.ts'
import { lastPosition } from './standing.ts'

/** The negotiation after one more entry. */
export function fold(negotiation: Negotiation, entry: Entry): Negotiation {
  return { ...negotiation, ...change(negotiation, entry), seq: entry.seq }
}

/** The negotiation a whole journal tells. */
export function replay(entries: Iterable<Entry>, from: Negotiation = nothingSaid): Negotiation {
  let negotiation = from
  for (const entry of entries) negotiation = fold(negotiation, entry)
  return negotiation
}

function change(was: Negotiation, { fact, seq, at, by }: Entry): Partial<Negotiation> {
  const said: Said = { seq, at, by }
  switch (fact.kind) {
    case 'negotiation-opened':
      return {
        opened: { negotiation: fact.negotiation, cover: fact.cover, rule: fact.rule, singleUndertaking: fact.singleUndertaking, said },
        drafting: fact.drafting,
      }
    case 'negotiation-imported':
      return { imported: { source: fact.source, sha256: fact.sha256, at: fact.at } }
    case 'party-seated':
      return { parties: put(was.parties, fact.party.party, fact.party) }
    case 'seat-assigned':
      return { seats: put(was.seats, fact.seat.seat, fact.seat) }
    case 'round-scheduled':
      return { schedule: [...was.schedule, fact] }
    case 'round-opened':
      return { rounds: [...was.rounds, { round: fact.round, label: fact.label, symbol: fact.symbol, opened: said, closed: undefined }] }
    case 'round-closed':
      return { rounds: was.rounds.map((round) => (round.round === fact.round ? { ...round, closed: said } : round)) }
    case 'drafting-set':
      return draftingSet(was, fact)

    case 'section-added': {
      const section: Section = { section: fact.section, heading: fact.heading, number: fact.number }
      const sections = insert(was.sections, section, (other) => other.section === fact.after, fact.after)
      return { sections, clauses: inTextOrder(sections, was.clauses) }
    }
    case 'section-retitled':
      return {
        sections: was.sections.map((section) => (section.section === fact.section ? { ...section, heading: fact.heading } : section)),
      }
    case 'clause-added': {
      const { clause, section, heading } = fact
      return place(was, { clause, section, kind: fact.clauseKind, heading, standing: { is: 'standing' } }, fact.after)
    }
    case 'clause-retitled':
      return { clauses: edit(was.clauses, fact.clause, (clause) => ({ ...clause, heading: fact.heading })) }
    case 'clause-moved': {
      const moved = was.clauses.find(({ clause }) => clause === fact.clause)
      if (moved === undefined) return {}
      const others = { ...was, clauses: was.clauses.filter(({ clause }) => clause !== fact.clause) }
      return place(others, { ...moved, section: fact.section }, fact.after)
    }
    case 'clause-withdrawn':
      return {
        clauses: edit(was.clauses, fact.clause, (clause) => ({ ...clause, standing: { is: 'withdrawn', said, reason: fact.reason } })),
      }
    case 'clause-restored':
      return { clauses: edit(was.clauses, fact.clause, (clause) => ({ ...clause, standing: { is: 'standing' } })) }

    case 'wording-recorded':
      return { wordings: put(was.wordings, fact.fingerprint, { clause: fact.clause, wording: fact.wording }) }
    case 'wording-changed':
      return {
        changes: put(was.changes, fact.clause, [
          ...(was.changes.get(fact.clause) ?? []),
          { clause: fact.clause, from: fact.from, to: fact.to, authors: fact.authors, note: fact.note, said },
        ]),
      }
    case 'bracket-attributed':
      return {
        brackets: put(was.brackets, fact.bracket, {
          bracket: fact.bracket,
          clause: fact.clause,
          kind: fact.bracketKind,
          parties: fact.parties,
        }),
      }
    case 'reference-made':
      return { references: [...was.references, fact] }
    case 'amendment-tabled':
      return { amendments: put(was.amendments, fact.amendment, { ...fact, said }) }
    case 'translation-deposited':
      return { translations: [...was.translations, { ...fact, said }] }

    case 'position-taken':
      return stepped(was, {
        clause: fact.clause,
        party: fact.party,
        on: fact.on,
        position: fact.position,
        said,
        round: fact.round,
        package: fact.package,
        bySilence: fact.silence,
        confirmed: undefined,
        missed: undefined,
      })
    case 'position-withdrawn':
      return stepped(was, { clause: fact.clause, party: fact.party, position: { stance: 'withdrawn' }, said })
    case 'acceptance-confirmed':
      return amended(was, fact, { confirmed: said })
    case 'confirmation-missed':
      return amended(was, fact, { missed: said })
    case 'package-offered':
      return { packages: put(was.packages, fact.package, { ...fact, said, withdrawn: undefined }) }
    case 'package-withdrawn': {
      const offered = was.packages.get(fact.package)
      return offered ? { packages: put(was.packages, fact.package, { ...offered, withdrawn: said }) } : {}
    }
    case 'declaration-made':
      return { declarations: [...was.declarations, { ...fact, said }] }
    case 'silence-opened':
      return { silences: put(was.silences, fact.silence, { ...fact, said, ended: undefined }) }
    case 'silence-ended': {
      const silence = was.silences.get(fact.silence)
      return silence ? { silences: put(was.silences, fact.silence, { ...silence, ended: { ...fact, said } }) } : {}
    }

    case 'silence-time-proposed':
      return { silenceTerms: { ...was.silenceTerms, proposed: { hours: fact.hours, acceptedBy: new Set() } } }
    case 'silence-time-accepted':
      return silenceTimeAccepted(was, fact)
    case 'correction-proposed':
      return { corrections: put(was.corrections, fact.correction, { ...fact, said, state: { is: 'open' } }) }
    case 'correction-objected':
      return corrected(was, fact.correction, { is: 'objected', said, party: fact.party, reason: fact.reason })
    case 'correction-made':
      return corrected(was, fact.correction, { is: 'made', said })
    case 'correction-dropped':
      return corrected(was, fact.correction, { is: 'dropped', said })

    case 'thread-opened': {
      const thread: Thread = { thread: fact.thread, clause: fact.clause, quote: fact.quote, said, comments: [], state: { is: 'open' } }
      return { threads: put(was.threads, fact.thread, thread) }
    }
    case 'comment-made': {
      const comment = { comment: fact.comment, said, text: fact.text, retracted: undefined }
      return inThread(was, fact.thread, (thread) => ({ ...thread, comments: [...thread.comments, comment] }))
    }
    case 'comment-retracted': {
      const holder = [...was.threads.values()].find(({ comments }) => comments.some(({ comment }) => comment === fact.comment))
      if (holder === undefined) return {}
      const comments = holder.comments.map((comment) => (comment.comment === fact.comment ? { ...comment, retracted: said } : comment))
      return inThread(was, holder.thread, (thread) => ({ ...thread, comments }))
    }
    case 'thread-resolved':
      return inThread(was, fact.thread, (thread) => ({ ...thread, state: { is: 'resolved', said } }))
    case 'thread-reopened':
      return inThread(was, fact.thread, (thread) => ({ ...thread, state: { is: 'open' } }))

    case 'anchor-set':
      return { anchors: put(was.anchors, fact.anchor, { anchor: fact.anchor, label: fact.label, day: fact.day, presumed: fact.presumed }) }
    case 'milestone-proposed': {
      const nothing = {
        revised: undefined,
        withdrawn: undefined,
        reported: undefined,
        assessed: undefined,
        finding: undefined,
        disputed: undefined,
      }
      return {
        milestones: put(was.milestones, fact.milestone, {
          milestone: fact.milestone,
          clause: fact.clause,
          terms: fact.terms,
          said,
          ...nothing,
        }),
      }
    }
    case 'milestone-revised':
      return ofMilestone(was, fact.milestone, { terms: fact.terms, revised: said })
    case 'milestone-withdrawn':
      return ofMilestone(was, fact.milestone, { withdrawn: said })
    case 'milestone-reported':
      return ofMilestone(was, fact.milestone, { reported: { ...said, level: fact.level, note: fact.note } })
    case 'milestone-found':
      return ofMilestone(was, fact.milestone, { finding: { ...said, finding: fact.finding, level: fact.level, note: fact.note } })
    case 'milestone-assessed':
      return ofMilestone(was, fact.milestone, { assessed: { ...said, level: fact.level, note: fact.note } })
    case 'milestone-disputed':
      return ofMilestone(was, fact.milestone, { disputed: { ...said, party: fact.party, note: fact.note } })

    case 'room-opened':
      return { privateRoom: { room: fact.room, label: fact.label, parties: fact.parties } }
    case 'caucus-note-kept':
      return { notes: [...was.notes, { ...fact, said }] }
    default:
      return fact satisfies never
  }
}

function put<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value)
}

function edit(clauses: readonly Clause[], id: ClauseId, how: (clause: Clause) => Clause): readonly Clause[] {
  return clauses.map((clause) => (clause.clause === id ? how(clause) : clause))
}

function insert<Item>(items: readonly Item[], item: Item, isBefore: (other: Item) => boolean, after: unknown): readonly Item[] {
  const found = after === undefined ? -1 : items.findIndex(isBefore)
  const at = after !== undefined && found === -1 ? items.length : found + 1
  return [...items.slice(0, at), item, ...items.slice(at)]
}

/** Without `after` a clause stands first in its section; after one that stands elsewhere, last in its own. */
function place(was: Negotiation, clause: Clause, after: ClauseId | undefined): Partial<Negotiation> {
  const sameSection = was.clauses.filter(({ section }) => section === clause.section)
  const others = was.clauses.filter(({ section }) => section !== clause.section)
  const placed = insert(sameSection, clause, (other) => other.clause === after, after)
  return { clauses: inTextOrder(was.sections, [...others, ...placed]) }
}

function inTextOrder(sections: readonly Section[], clauses: readonly Clause[]): readonly Clause[] {
  const rank = new Map<SectionId, number>(sections.map(({ section }, index) => [section, index]))
  return clauses.toSorted((a, b) => (rank.get(a.section) ?? sections.length) - (rank.get(b.section) ?? sections.length))
}

function draftingSet(
  was: Negotiation,
  { clause, drafting }: { clause?: ClauseId | undefined; drafting?: Negotiation['drafting'] | undefined },
): Partial<Negotiation> {
  if (clause === undefined) return drafting === undefined ? {} : { drafting }
  if (drafting !== undefined) return { draftingOf: put(was.draftingOf, clause, drafting) }
  const draftingOf = new Map(was.draftingOf)
  draftingOf.delete(clause)
  return { draftingOf }
}

function stepped(was: Negotiation, step: PositionStep): Partial<Negotiation> {
  const onClause: ReadonlyMap<PartyId, readonly PositionStep[]> =
    was.positions.get(step.clause) ?? new Map<PartyId, readonly PositionStep[]>()
  return { positions: put(was.positions, step.clause, put(onClause, step.party, [...(onClause.get(step.party) ?? []), step])) }
}

/** Changes a party's last position without making it a new one. */
function amended(
  was: Negotiation,
  { clause, party }: { clause: ClauseId; party: PartyId },
  how: Pick<Partial<Position>, 'confirmed' | 'missed'>,
): Partial<Negotiation> {
  const onClause = was.positions.get(clause)
  const steps = onClause?.get(party)
  const last = lastPosition(steps)
  if (onClause === undefined || steps === undefined || last === undefined) return {}
  return { positions: put(was.positions, clause, put(onClause, party, [...steps.slice(0, -1), { ...last, ...how }])) }
}

/** A shorter time holds once every required party has agreed to it. */
function silenceTimeAccepted(was: Negotiation, { hours, party }: { hours: number; party: PartyId }): Partial<Negotiation> {
  const { proposed } = was.silenceTerms
  if (proposed?.hours !== hours) return {}
  const acceptedBy = new Set([...proposed.acceptedBy, party])
  const all = requiredParties(was).every((required) => acceptedBy.has(required))
  return { silenceTerms: all ? { hours, proposed: undefined } : { ...was.silenceTerms, proposed: { hours, acceptedBy } } }
}

function corrected(was: Negotiation, id: CorrectionId, state: Correction['state']): Partial<Negotiation> {
  const correction = was.corrections.get(id)
  return correction ? { corrections: put(was.corrections, id, { ...correction, state }) } : {}
}

function inThread(was: Negotiation, id: Thread['thread'], how: (thread: Thread) => Thread): Partial<Negotiation> {
  const thread = was.threads.get(id)
  return thread ? { threads: put(was.threads, id, how(thread)) } : {}
}

function ofMilestone(was: Negotiation, id: Milestone['milestone'], changes: Partial<Milestone>): Partial<Negotiation> {
  const milestone = was.milestones.get(id)
  return milestone ? { milestones: put(was.milestones, id, { ...milestone, ...changes }) } : {}
}
