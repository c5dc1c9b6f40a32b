/** Sections and clauses: which there are, in what order, under what heading. Their words are not here. */
import { z } from 'zod'
import { ClauseId, SectionId } from '../ids.ts'
import { MAX_STATEMENT } from '../limits.ts'
import { ClauseKind } from '../wording.ts'
import { Heading, told } from './told.ts'

export const structureFacts = [
  told('section-added', { section: SectionId, heading: Heading, number: z.string().max(16).optional(), after: SectionId.optional() }),
  told('section-retitled', { section: SectionId, heading: Heading }),
  told('clause-added', { clause: ClauseId, section: SectionId, clauseKind: ClauseKind, heading: Heading, after: ClauseId.optional() }),
  told('clause-retitled', { clause: ClauseId, heading: Heading }),
  told('clause-moved', { clause: ClauseId, section: SectionId, after: ClauseId.optional() }),
  told('clause-withdrawn', { clause: ClauseId, reason: z.string().max(MAX_STATEMENT) }),
  told('clause-restored', { clause: ClauseId }),
] as const
