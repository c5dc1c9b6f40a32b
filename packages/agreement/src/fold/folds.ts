import type { z } from 'zod'
import type { Negotiation, Said } from '../negotiation.ts'

type Told<Facts extends readonly z.ZodType<{ kind: string }>[]> = z.infer<Facts[number]>

/** For every kind of fact of a subject, what it changes. A kind without a line does not compile. */
export type Folds<Facts extends readonly z.ZodType<{ kind: string }>[]> = {
  readonly [Kind in Told<Facts>['kind']]: (was: Negotiation, fact: Extract<Told<Facts>, { kind: Kind }>, said: Said) => Partial<Negotiation>
}
