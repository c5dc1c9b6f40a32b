/** What a delegation, or a group of them, keeps among itself. Only journals of private rooms hold these. */
import { z } from 'zod'
import { AmendmentId, AskId, ClauseId, Fingerprint } from '../ids.ts'
import { MAX_NAME, MAX_STATEMENT } from '../limits.ts'
import { Stance } from '../position.ts'
import { Text } from '../text.ts'
import { Statement, told } from './told.ts'

/** The steps of a delegation's line on a clause, from what it says first to what it will not go below. */
export const Line = z.enum(['opening', 'fallback', 'red-line'])
export type Line = z.infer<typeof Line>

export const caucusFacts = [
  told('caucus-note-kept', {
    clause: ClauseId.optional(),
    noteKind: z.enum(['red-line', 'fallback', 'opening', 'instruction', 'assessment', 'note']),
    text: Statement,
  }),
  told('line-dropped', { clause: ClauseId, line: Line }),
  /** `note` is the number of the entry that kept it. */
  told('caucus-note-retracted', { note: z.int().min(1) }),
  /** A seat that may not bind asks those who may to take this position on these words. */
  told('acceptance-asked', { ask: AskId, clause: ClauseId, on: Fingerprint, position: Stance }),
  told('acceptance-declined', { ask: AskId, reason: z.string().max(MAX_STATEMENT).optional() }),
  told('ask-taken-back', { ask: AskId }),
  /** An amendment that has not been tabled. Its words are the root `amendment/<id>` of the room's own document. */
  told('draft-opened', {
    amendment: AmendmentId,
    clause: ClauseId,
    label: z.string().max(MAX_NAME),
    /** The base wording it was made from. */
    against: Fingerprint,
    /** Its exact words, which the draft begins with. */
    base: Text,
  }),
  told('draft-discarded', { amendment: AmendmentId }),
] as const
