/** Editorial corrections of agreed words (Vienna Convention on the Law of Treaties, article 79). */
import { z } from 'zod'
import { ClauseId, CorrectionId, Fingerprint, PartyId, Timestamp } from '../ids.ts'
import { MAX_QUOTE } from '../limits.ts'
import { Quote } from './quote.ts'
import { Statement, told } from './told.ts'

export const correctionsFacts = [
  told('correction-proposed', {
    correction: CorrectionId,
    clause: ClauseId,
    from: Fingerprint,
    to: Fingerprint,
    quote: Quote,
    replacement: z.string().max(MAX_QUOTE),
    reason: Statement,
    closesAt: Timestamp,
  }),
  told('correction-objected', { correction: CorrectionId, party: PartyId, reason: Statement }),
  told('correction-made', { correction: CorrectionId }),
  told('correction-dropped', { correction: CorrectionId }),
] as const
