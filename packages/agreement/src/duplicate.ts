/** Duplicating a clause: another one with the same words, of which nobody has said anything yet. */
import { z } from 'zod'
import { asRead } from './as-read.ts'
import { bracketsIn, otherNames } from './bracket-names.ts'
import { onStandingClause, tooManyClauses } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { ClauseId, Fingerprint } from './ids.ts'

export const duplicateClause = command({
  name: 'clause.duplicate',
  says: 'Add a clause with the same words after a clause. Positions, comments, amendments and milestones stay with the first.',
  input: z.strictObject({ clause: ClauseId, on: Fingerprint }),
  rule(situation, { clause, on }) {
    return onStandingClause(situation, clause, ({ section, kind, heading }) => {
      const { negotiation, readings, fresh } = situation
      const reading = asRead(readings.get(clause), clause, on)
      if ('code' in reading) return refuse(reading)
      const full = tooManyClauses(negotiation, 1)
      if (full) return refuse(full)
      const copy = ClauseId.parse(`c-${fresh}`)
      return record(
        { kind: 'clause-added', clause: copy, section, clauseKind: kind, heading, after: clause },
        { kind: 'clause-duplicated', clause, copy, of: on, renamed: otherNames(bracketsIn(reading.text), fresh) },
      )
    })
  },
})
