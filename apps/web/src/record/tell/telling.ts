import type { ClauseId, Entry, FactKind, FactOf, Negotiation, PartyId } from '@entente/agreement'
import type { Shape } from '../../design/shape.ts'

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

/** What a sentence about an entry may need. */
export type Teller = {
  readonly entry: Entry
  readonly negotiation: Negotiation
  /** A telling by whoever gave the command, of the clauses the fact is about, unless `rest` says otherwise. */
  readonly told: (deed: string, topic: Topic, rest?: Partial<Omit<Telling, 'deed' | 'topic'>>) => Telling
  /** "clause 4", by the number it has now. */
  readonly clause: (clause: ClauseId) => string
  readonly clauses: (clauses: readonly ClauseId[]) => string
  /** The title of a milestone, quoted. */
  readonly milestone: (milestone: string) => string
}

/** A sentence for every kind of fact of a subject. */
export type Tells<Kind extends FactKind> = { readonly [One in Kind]: (fact: FactOf<One>, teller: Teller) => Telling }
