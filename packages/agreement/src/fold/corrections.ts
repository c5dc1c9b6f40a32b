/** Editorial corrections. */
import type { correctionsFacts } from '../fact/corrections.ts'
import type { CorrectionId } from '../ids.ts'
import type { Correction, Negotiation } from '../negotiation.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const corrections: Folds<typeof correctionsFacts> = {
  'correction-proposed': (was, fact, said) => ({
    corrections: put(was.corrections, fact.correction, { ...fact, said, state: { is: 'open' } }),
  }),
  'correction-objected': (was, fact, said) =>
    corrected(was, fact.correction, { is: 'objected', said, party: fact.party, reason: fact.reason }),
  'correction-made': (was, fact, said) => corrected(was, fact.correction, { is: 'made', said }),
  'correction-dropped': (was, fact, said) => corrected(was, fact.correction, { is: 'dropped', said }),
}

function corrected(was: Negotiation, id: CorrectionId, state: Correction['state']): Partial<Negotiation> {
  const correction = was.corrections.get(id)
  return correction ? { corrections: put(was.corrections, id, { ...correction, state }) } : {}
}
