/**
 * What the journal can say: facts in the past tense, for ever readable.
 *
 * Nothing derived is a fact. "Agreed", "lapsed" and "overdue" follow from these lines, the words and the clock. A kind of fact is
 * never changed or removed; a new kind is added.
 */
import { z } from 'zod'
import { amendmentsFacts } from './fact/amendments.ts'
import { caucusFacts } from './fact/caucus.ts'
import { commentsFacts } from './fact/comments.ts'
import { commitmentsFacts } from './fact/commitments.ts'
import { consentFacts } from './fact/consent.ts'
import { correctionsFacts } from './fact/corrections.ts'
import { floorFacts } from './fact/floor.ts'
import { freezesFacts } from './fact/freezes.ts'
import { penFacts } from './fact/pen.ts'
import { empowermentFacts } from './fact/empowerment.ts'
import { implementationFacts } from './fact/implementation.ts'
import { privateRoomsFacts } from './fact/private-rooms.ts'
import { procedureFacts } from './fact/procedure.ts'
import { restoresFacts } from './fact/restores.ts'
import { rollCallsFacts } from './fact/roll-calls.ts'
import { roundsFacts } from './fact/rounds.ts'
import { seatsFacts } from './fact/seats.ts'
import { silenceFacts } from './fact/silence.ts'
import { sittingsFacts } from './fact/sittings.ts'
import { structureFacts } from './fact/structure.ts'
import { wordsFacts } from './fact/words.ts'

export { Line } from './fact/caucus.ts'
export { Cover } from './fact/cover.ts'
export { DecisionRule, Drafting } from './fact/decision.ts'
export { Quote } from './fact/quote.ts'
export { AgendaItem } from './fact/rounds.ts'
export { Access, Audience, SittingKind } from './fact/sittings.ts'

export const Fact = z.discriminatedUnion('kind', [
  ...procedureFacts,
  ...roundsFacts,
  ...sittingsFacts,
  ...floorFacts,
  ...rollCallsFacts,
  ...penFacts,
  ...freezesFacts,
  ...seatsFacts,
  ...structureFacts,
  ...wordsFacts,
  ...amendmentsFacts,
  ...consentFacts,
  ...silenceFacts,
  ...correctionsFacts,
  ...commentsFacts,
  ...commitmentsFacts,
  ...implementationFacts,
  ...privateRoomsFacts,
  ...restoresFacts,
  ...caucusFacts,
  ...empowermentFacts,
])
export type Fact = z.infer<typeof Fact>
export type FactKind = Fact['kind']
export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>
