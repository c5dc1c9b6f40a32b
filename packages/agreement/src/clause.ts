/** A clause, and the section it stands in, as the record has them. */
import type { FactOf } from './fact.ts'
import type { ClauseId, SectionId } from './ids.ts'
import type { Said } from './negotiation.ts'
import type { ClauseKind } from './wording.ts'

/** `number` of an annex is its letter. Annexes stand after everything else. */
export type Section = {
  readonly section: SectionId
  readonly heading: string
  readonly number: string | undefined
  readonly annex: boolean
}

export type Clause = {
  readonly clause: ClauseId
  readonly section: SectionId
  readonly kind: ClauseKind
  readonly heading: string
  /** Its number within its series once that is known: `4`, `4 bis`. How it is called, `numbersOf` says. */
  readonly number: string | undefined
  /** Where its words were, if it was split off. */
  readonly cut: CutFrom | undefined
  readonly standing:
    | { readonly is: 'standing' }
    | {
        readonly is: 'withdrawn'
        readonly said: Said
        readonly reason: string
        /** Set where its words went to the end of another clause. */
        readonly joined: FactOf<'clause-joined'> | undefined
      }
}

export type CutFrom = Pick<FactOf<'clause-split'>, 'through' | 'renamed'> & { readonly from: ClauseId }
