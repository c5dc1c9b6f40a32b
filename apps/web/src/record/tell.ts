/**
 * A sentence for every kind of entry: who did what, to which clause, and the words they used. The journal is the truth; this is how it is read.
 *
 * Clauses are called by the numbers they have now, because that is how people at the table find them.
 */
import type { ClauseId, Entry, Fact, FactKind, FactOf, Negotiation } from '@entente/agreement'
import { list } from '../design/status-words.ts'
import { clauseName } from '../table/naming.ts'
import { amendments } from './tell/amendments.ts'
import { caucus } from './tell/caucus.ts'
import { comments } from './tell/comments.ts'
import { commitments } from './tell/commitments.ts'
import { consent } from './tell/consent.ts'
import { corrections } from './tell/corrections.ts'
import { floor } from './tell/floor.ts'
import { freezes } from './tell/freezes.ts'
import { pen } from './tell/pen.ts'
import { empowerment } from './tell/empowerment.ts'
import { implementation } from './tell/implementation.ts'
import { privateRooms } from './tell/private-rooms.ts'
import { procedure } from './tell/procedure.ts'
import { restores } from './tell/restores.ts'
import { rollCalls } from './tell/roll-calls.ts'
import { rounds } from './tell/rounds.ts'
import { seats } from './tell/seats.ts'
import { silence } from './tell/silence.ts'
import { sittings } from './tell/sittings.ts'
import { structure } from './tell/structure.ts'
import { words } from './tell/words.ts'
import type { Teller, Telling, Tells } from './tell/telling.ts'

export type { Telling, Topic } from './tell/telling.ts'

/** By kind of fact. A kind without a sentence does not compile. */
const tells: Tells<FactKind> = {
  ...procedure,
  ...rounds,
  ...sittings,
  ...floor,
  ...rollCalls,
  ...pen,
  ...freezes,
  ...seats,
  ...structure,
  ...words,
  ...amendments,
  ...consent,
  ...silence,
  ...corrections,
  ...comments,
  ...commitments,
  ...implementation,
  ...privateRooms,
  ...restores,
  ...caucus,
  ...empowerment,
}

/** Tells an entry in the words of the table, as the record stands now. */
export function tell(entry: Entry, negotiation: Negotiation): Telling {
  const clause = (id: ClauseId) => clauseName(negotiation, id)
  return tellFact(entry.fact, {
    entry,
    negotiation,
    told: (deed, topic, rest = {}) => ({
      by: entry.by === 'server' ? [] : [entry.by.party],
      deed,
      topic,
      clauses: clausesOf(entry.fact, negotiation),
      ...rest,
    }),
    clause,
    clauses: (ids) => list(ids.map(clause)),
    milestone: (id) => `“${[...negotiation.milestones.values()].find((each) => each.milestone === id)?.terms.title ?? id}”`,
  })
}

function tellFact<Kind extends FactKind>(fact: { [One in Kind]: FactOf<One> }[Kind], teller: Teller): Telling {
  return tells[fact.kind](fact, teller)
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
