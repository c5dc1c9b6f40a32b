/** Duplicating a clause: another one with the same words, of which nobody has said anything yet. */
import { z } from 'zod'
import { bracketsIn, otherNames } from './bracket-names.ts'
import { clauseOf, standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { ClauseId, Fingerprint } from './ids.ts'
import { MAX_CLAUSES } from './limits.ts'

export const duplicateClause = command({
  name: 'clause.duplicate',
  says: 'Add a clause with the same words after a clause. Positions, comments, amendments and milestones stay with the first.',
  input: z.strictObject({ clause: ClauseId, on: Fingerprint }),
  rule({ negotiation, readings, fresh }, { clause, on }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    const [found, reading] = [clauseOf(negotiation, clause), readings.get(clause)]
    if (found === undefined || reading === undefined) return refuse({ code: 'unknown', what: 'clause', id: clause })
    if (reading.fingerprint !== on) return refuse({ code: 'text-moved', clause, now: reading.fingerprint })
    if (negotiation.clauses.length >= MAX_CLAUSES) return refuse({ code: 'too-many', what: 'clause', limit: MAX_CLAUSES })
    const copy = ClauseId.parse(`c-${fresh}`)
    const { section, kind: clauseKind, heading } = found
    return record(
      { kind: 'clause-added', clause: copy, section, clauseKind, heading, after: clause },
      { kind: 'clause-duplicated', clause, copy, of: on, renamed: otherNames(bracketsIn(reading.text), fresh) },
    )
  },
})
