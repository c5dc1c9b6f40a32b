/**
 * Amendments that have not been tabled: a private room's own reading of a clause.
 *
 * The words of a draft are a root of the private room's document, so no other room holds any of them. To table a wording is a command of the
 * table that carries the words themselves; it never points at a draft.
 */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { AmendmentId, ClauseId } from './ids.ts'
import { MAX_DRAFTS, MAX_NAME } from './limits.ts'

export const openDraft = command({
  name: 'draft.open',
  says: 'Begin an amendment of a clause in this room, from the words the clause has now.',
  input: z.strictObject({ clause: ClauseId, label: z.string().trim().min(1).max(MAX_NAME) }),
  rule({ negotiation, readings, fresh }, { clause, label }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    const reading = readings.get(clause)
    if (reading === undefined) return refuse({ code: 'unknown', what: 'clause', id: clause })
    if (negotiation.drafts.size >= MAX_DRAFTS) return refuse({ code: 'too-many', what: 'amendment', limit: MAX_DRAFTS })
    return record({
      kind: 'draft-opened',
      amendment: AmendmentId.parse(`a-${fresh}`),
      clause,
      label,
      against: reading.fingerprint,
      base: reading.text,
    })
  },
})

export const discardDraft = command({
  name: 'draft.discard',
  says: 'Put a draft aside. Its words can still be read in this room.',
  input: z.strictObject({ amendment: AmendmentId }),
  rule({ negotiation }, { amendment }) {
    const draft = negotiation.drafts.get(amendment)
    if (draft === undefined) return refuse({ code: 'unknown', what: 'amendment', id: amendment })
    return draft.discarded === undefined ? record({ kind: 'draft-discarded', amendment }) : refuse({ code: 'nothing-new' })
  },
})
