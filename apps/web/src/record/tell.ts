/**
 * A sentence for every kind of entry: who did what, to which clause, and the words they used. The journal is the truth; this is how it is read.
 *
 * Clauses are called by the numbers they have now, because that is how people at the table find them.
 */
import type { ClauseId, CorrectionId, Entry, Fact, Negotiation, PartyId } from '@entente/agreement'
import { momentInFull } from '../design/moment.ts'
import type { Shape } from '../design/shape.ts'
import { shapeOfStance } from '../design/shape.ts'
import { list } from '../design/status-words.ts'
import { languageName } from '../open/languages.ts'
import { kindWords } from '../open/kind-words.ts'
import { roleWord } from '../sign-in/role-words.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { tellChange } from './tell-change.ts'
import {
  anchorDeed,
  between,
  bracketWords,
  declarationWords,
  draftingDeed,
  noteWords,
  outcomeWords,
  performance,
  ruleWords,
} from './tell-words.ts'
import { positionDeed, positionWords } from './tell-position.ts'

export type Topic = 'positions' | 'text' | 'comments' | 'milestones' | 'procedure'

export type Telling = {
  /** The parties that acted, as codes; empty when it followed by rule. */
  readonly by: readonly PartyId[]
  /** What was done, as the predicate of a sentence: "accepts clause 2". */
  readonly deed: string
  /** The words used, or what followed. */
  readonly more?: string | undefined
  readonly shape?: Shape | undefined
  readonly clauses: readonly ClauseId[]
  readonly topic: Topic
}

/** Tells an entry in the words of the table, as the record stands now. */
export function tell(entry: Entry, negotiation: Negotiation): Telling {
  const { fact } = entry
  const by = entry.by === 'server' ? [] : [entry.by.party]
  const told = (deed: string, topic: Topic, rest: Partial<Omit<Telling, 'deed' | 'topic'>> = {}): Telling => ({
    by,
    deed,
    topic,
    clauses: clausesOf(fact, negotiation),
    ...rest,
  })
  const clause = (id: ClauseId) => clauseName(negotiation, id)
  const clauses = (ids: readonly ClauseId[]) => list(ids.map(clause))
  const milestone = (id: string) => `“${[...negotiation.milestones.values()].find((each) => each.milestone === id)?.terms.title ?? id}”`

  switch (fact.kind) {
    case 'negotiation-opened':
      return told('opened the negotiation', 'procedure', { more: `${fact.cover.title}. ${ruleWords(fact.rule, negotiation)}` })
    case 'negotiation-imported':
      return told('imported a text with its record', 'procedure', { more: `From ${fact.source}, SHA-256 ${fact.sha256.slice(0, 16)}…` })
    case 'party-seated':
      return told(`seated ${fact.party.name}`, 'procedure', {
        more: `${kindWords(fact.party.kind)}${fact.party.required ? ', consent required' : ''}`,
      })
    case 'seat-assigned': {
      const party = negotiation.parties.get(fact.seat.party)
      const own = entry.by !== 'server' && entry.by.seat === fact.seat.seat
      return told(own ? `sat down as ${fact.seat.name}` : `gave ${fact.seat.name} a seat`, 'procedure', {
        more: `${capital(roleWord(fact.seat.role, party?.kind ?? 'delegation'))}, ${party?.shortName ?? fact.seat.party}`,
      })
    }
    case 'round-scheduled':
      return told(`scheduled round ${fact.round}`, 'procedure', {
        more: [fact.label, between(fact.from, fact.to)].filter(Boolean).join(', '),
      })
    case 'round-opened':
      return told(`opened round ${fact.round}`, 'procedure', {
        more: fact.symbol === undefined ? fact.label : `${fact.label}, ${fact.symbol}`,
      })
    case 'round-closed':
      return told(`closed round ${fact.round}`, 'procedure')
    case 'drafting-set':
      return told(draftingDeed(fact.drafting, fact.clause && clause(fact.clause)), 'procedure')
    case 'section-added':
      return told(`added section “${fact.heading}”`, 'text')
    case 'section-retitled':
      return told(`retitled a section as “${fact.heading}”`, 'text')
    case 'clause-added':
      return told(`added ${clause(fact.clause)}`, 'text', { more: fact.heading })
    case 'clause-retitled':
      return told(`retitled ${clause(fact.clause)}`, 'text', { more: `Now “${fact.heading}”` })
    case 'clause-moved':
      return told(`moved ${clause(fact.clause)}`, 'text', { more: 'Consent is not affected.' })
    case 'clause-withdrawn':
      return told(`withdrew ${clause(fact.clause)}`, 'text', { more: fact.reason || undefined })
    case 'clause-restored':
      return told(`restored ${clause(fact.clause)}`, 'text')
    case 'wording-recorded':
      return told(`put the wording of ${clause(fact.clause)} on record`, 'text', { more: `Fingerprint ${fact.fingerprint.slice(0, 12)}…` })
    case 'wording-changed':
      return tellChange(entry.seq, fact, negotiation)
    case 'bracket-attributed':
      return told(`stand behind square brackets in ${clause(fact.clause)}`, 'text', {
        by: fact.parties,
        more: bracketWords(fact.bracketKind),
        shape: 'brackets',
      })
    case 'reference-made':
      return told(`linked words of ${clause(fact.clause)} to ${clause(fact.to)}`, 'text', { more: quoted(fact.text) })
    case 'amendment-tabled':
      return told(`tabled an amendment to ${clause(fact.clause)}`, 'text', { by: [fact.party], more: fact.label || undefined })
    case 'translation-deposited':
      return told(`deposited the ${languageName(fact.language)} text of ${clause(fact.clause)}`, 'text')
    case 'position-taken':
      return told(positionDeed(fact.position, clause(fact.clause), negotiation), 'positions', {
        by: [fact.party],
        more: positionWords(fact.position),
        shape: shapeOfStance(fact.position),
      })
    case 'position-withdrawn':
      return told(`withdrew its position on ${clause(fact.clause)}`, 'positions', { by: [fact.party], shape: 'none' })
    case 'acceptance-confirmed':
      return told(`confirmed its acceptance of ${clause(fact.clause)}`, 'positions', { by: [fact.party], shape: 'accepts' })
    case 'confirmation-missed':
      return told(`did not confirm its acceptance of ${clause(fact.clause)} in time`, 'positions', {
        by: [fact.party],
        more: 'It counts no longer.',
        shape: 'lapsed',
      })
    case 'package-offered':
      return told(`offered the package “${fact.title}”`, 'positions', {
        by: [fact.by],
        more: `${capital(clauses(fact.clauses))}. ${fact.description}`,
        shape: 'package',
      })
    case 'package-withdrawn':
      return told(`withdrew the package “${negotiation.packages.get(fact.package)?.title ?? fact.package}”`, 'positions', {
        shape: 'package',
      })
    case 'declaration-made':
      return told(`made ${declarationWords(fact.declarationKind)} on ${clause(fact.clause)}`, 'positions', {
        by: [fact.party],
        more: quoted(fact.text),
      })
    case 'silence-opened':
      return told(`opened a silence procedure on ${clauses(fact.clauses)}`, 'positions', {
        more: `Ends ${momentInFull(fact.closesAt)}`,
        shape: 'silence',
      })
    case 'silence-ended':
      return told(outcomeWords(fact.outcome), 'positions', {
        ...(fact.party !== undefined && { by: [fact.party] }),
        more: fact.reason === undefined ? fact.effect : quoted(fact.reason),
        shape: 'silence',
      })
    case 'silence-time-proposed':
      return told(`proposed ${hours(fact.hours)} as the least time for silence procedures`, 'procedure')
    case 'silence-time-accepted':
      return told(`agreed to ${hours(fact.hours)} as the least time for silence procedures`, 'procedure', { by: [fact.party] })
    case 'correction-proposed':
      return told(`proposed an editorial correction of ${clause(fact.clause)}`, 'text', {
        more: `${quoted(fact.quote.exact)} to read ${quoted(fact.replacement)}. ${fact.reason} Objections until ${momentInFull(fact.closesAt)}.`,
      })
    case 'correction-objected':
      return told(`objected to an editorial correction of ${correctedClause(fact.correction, negotiation)}`, 'text', {
        by: [fact.party],
        more: quoted(fact.reason),
      })
    case 'correction-made':
      return told(`recorded that nobody objected to an editorial correction of ${correctedClause(fact.correction, negotiation)}`, 'text', {
        more: 'Consent carries over.',
      })
    case 'correction-dropped':
      return told(`dropped an editorial correction of ${correctedClause(fact.correction, negotiation)}`, 'text')
    case 'thread-opened':
      return told(`began a discussion on ${clause(fact.clause)}`, 'comments', { more: fact.quote && `About “${fact.quote.exact}”` })
    case 'comment-made': {
      const about = negotiation.threads.get(fact.thread)
      const retracted = about?.comments.find(({ comment }) => comment === fact.comment)?.retracted !== undefined
      return told(`commented on ${about ? clause(about.clause) : 'a clause'}`, 'comments', {
        more: retracted ? `Retracted: ${quoted(fact.text)}` : quoted(fact.text),
      })
    }
    case 'comment-retracted':
      return told('retracted a comment', 'comments')
    case 'thread-resolved':
      return told(`resolved a discussion on ${threadClause(fact.thread, negotiation)}`, 'comments')
    case 'thread-reopened':
      return told(`reopened a discussion on ${threadClause(fact.thread, negotiation)}`, 'comments')
    case 'anchor-set':
      return told(anchorDeed(fact), 'milestones')
    case 'milestone-proposed':
      return told(`proposed a milestone on ${clause(fact.clause)}`, 'milestones', {
        more: `“${fact.terms.title}”. ${performance(fact.terms, negotiation)}`,
      })
    case 'milestone-revised':
      return told(`changed the terms of ${milestone(fact.milestone)}`, 'milestones', { more: 'Consent given to the clause before lapses.' })
    case 'milestone-withdrawn':
      return told(`withdrew ${milestone(fact.milestone)}`, 'milestones', { more: fact.reason || undefined })
    case 'milestone-reported':
      return told(`reported ${milestone(fact.milestone)} done`, 'milestones', { more: fact.note })
    case 'milestone-found':
      return told(`${fact.finding === 'verified' ? 'verified' : 'could not verify'} ${milestone(fact.milestone)}`, 'milestones', {
        more: `Level ${fact.level} of 3. ${fact.note ?? ''}`.trim(),
        shape: fact.finding === 'verified' ? 'accepts' : 'objects',
      })
    case 'milestone-assessed':
      return told(`put ${milestone(fact.milestone)} at level ${fact.level} of 3`, 'milestones', { more: fact.note })
    case 'milestone-disputed':
      return told(`disputed ${milestone(fact.milestone)}`, 'milestones', { by: [fact.party], more: fact.note })
    case 'room-opened':
      return told(`opened the room “${fact.label}”`, 'procedure', {
        more: `For ${list(fact.parties.map((party) => partyName(negotiation, party)))}`,
      })
    case 'caucus-note-kept':
      return told(`kept ${noteWords(fact.noteKind)}${fact.clause === undefined ? '' : ` on ${clause(fact.clause)}`}`, 'comments', {
        more: quoted(fact.text),
      })
    default:
      return fact satisfies never
  }
}

/** The clauses an entry is about, also where it names only a discussion or a milestone. */
function clausesOf(fact: Fact, { threads, milestones }: Negotiation): readonly ClauseId[] {
  if ('clauses' in fact) return fact.clauses
  if ('clause' in fact && fact.clause !== undefined) return [fact.clause]
  const through =
    'thread' in fact ? threads.get(fact.thread)?.clause : 'milestone' in fact ? milestones.get(fact.milestone)?.clause : undefined
  if (through !== undefined) return [through]
  if (fact.kind !== 'comment-retracted') return []
  return [...threads.values()]
    .filter(({ comments }) => comments.some(({ comment }) => comment === fact.comment))
    .map(({ clause }) => clause)
}

function threadClause(thread: string, negotiation: Negotiation): string {
  const found = [...negotiation.threads.values()].find((each) => each.thread === thread)
  return found === undefined ? 'a clause' : clauseName(negotiation, found.clause)
}

function correctedClause(correction: CorrectionId, negotiation: Negotiation): string {
  const found = negotiation.corrections.get(correction)
  return found === undefined ? 'a clause' : clauseName(negotiation, found.clause)
}

function hours(count: number): string {
  return count === 1 ? 'one hour' : `${count} hours`
}

function quoted(text: string): string {
  return `“${text}”`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
