/**
 * How each entry changes what has been said so far.
 *
 * The fold never refuses: what is in the journal was accepted when it was written, under the rules of that day. An entry that names
 * something this journal does not hold changes nothing else.
 */
import type { FactKind, FactOf } from './fact.ts'
import { amendments } from './fold/amendments.ts'
import { caucus } from './fold/caucus.ts'
import { comments } from './fold/comments.ts'
import { commitments } from './fold/commitments.ts'
import { consent } from './fold/consent.ts'
import { corrections } from './fold/corrections.ts'
import { floor } from './fold/floor.ts'
import { freezes } from './fold/freezes.ts'
import { pen } from './fold/pen.ts'
import { empowerment } from './fold/empowerment.ts'
import { implementation } from './fold/implementation.ts'
import { privateRooms } from './fold/private-rooms.ts'
import { procedure } from './fold/procedure.ts'
import { restores } from './fold/restores.ts'
import { rollCalls } from './fold/roll-calls.ts'
import { rounds } from './fold/rounds.ts'
import { seats } from './fold/seats.ts'
import { silence } from './fold/silence.ts'
import { sittings } from './fold/sittings.ts'
import { structure } from './fold/structure.ts'
import { words } from './fold/words.ts'
import type { Entry } from './journal.ts'
import { nothingSaid, type Negotiation, type Said } from './negotiation.ts'

/** The negotiation after one more entry. */
export function fold(negotiation: Negotiation, entry: Entry): Negotiation {
  const { fact, seq, at, by } = entry
  return { ...negotiation, ...change(negotiation, fact, { seq, at, by }), seq }
}

/** The negotiation a whole journal tells. */
export function replay(entries: Iterable<Entry>, from: Negotiation = nothingSaid): Negotiation {
  let negotiation = from
  for (const entry of entries) negotiation = fold(negotiation, entry)
  return negotiation
}

type Changes = { readonly [Kind in FactKind]: (was: Negotiation, fact: FactOf<Kind>, said: Said) => Partial<Negotiation> }

/** By kind of fact. A kind that no subject folds does not compile. */
const changes: Changes = {
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

function change<Kind extends FactKind>(was: Negotiation, fact: { [One in Kind]: FactOf<One> }[Kind], said: Said): Partial<Negotiation> {
  return changes[fact.kind](was, fact, said)
}
