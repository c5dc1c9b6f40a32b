/** Declarations: what a party wants on record about a clause besides its position. They change nothing that is agreed. */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { ClauseId, DeclarationId } from './ids.ts'
import { MAX_STATEMENT } from './limits.ts'

export const makeDeclaration = command({
  name: 'declaration.make',
  says: 'Put an interpretative declaration or an explanation of position on record.',
  input: z.strictObject({
    clause: ClauseId,
    kind: z.enum(['interpretative-declaration', 'explanation-of-position']),
    text: z.string().trim().min(1).max(MAX_STATEMENT),
  }),
  rule({ negotiation, speaker, fresh }, { clause, kind, text }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    return record({
      kind: 'declaration-made',
      declaration: DeclarationId.parse(`d-${fresh}`),
      party: speaker.party.party,
      clause,
      declarationKind: kind,
      text,
    })
  },
})
