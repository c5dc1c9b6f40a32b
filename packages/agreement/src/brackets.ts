/** Saying whose square brackets in the text are, what they wait for, and who settles them by when. The brackets themselves are words. */
import { z } from 'zod'
import { standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { BracketId, ClauseId, Day, PartyId } from './ids.ts'
import { MAX_PARTIES, MAX_STATEMENT } from './limits.ts'
import { digest, BracketKind } from './wording.ts'

export const attributeBracket = command({
  name: 'bracket.attribute',
  says: 'Say which parties stand behind square brackets in a clause, and who is to settle them by when.',
  input: z.strictObject({
    clause: ClauseId,
    bracket: BracketId,
    kind: BracketKind,
    parties: z.array(PartyId).min(1).max(MAX_PARTIES),
    owner: PartyId.optional(),
    due: Day.optional(),
    note: z.string().trim().max(MAX_STATEMENT).optional(),
  }),
  rule({ negotiation }, { clause, bracket, kind, parties, owner, due, note }) {
    const wrong = standingClause(negotiation, clause)
    if (wrong) return refuse(wrong)
    const stranger = [...parties, ...(owner === undefined ? [] : [owner])].find((party) => !negotiation.parties.has(party))
    if (stranger !== undefined) return refuse({ code: 'unknown', what: 'party', id: stranger })
    const before = negotiation.brackets.get(bracket)
    if (before !== undefined && before.clause !== clause) return refuse({ code: 'taken', what: 'bracket', id: bracket })
    const said = { parties, kind, owner, due, note: note === '' ? undefined : note }
    if (before !== undefined && digest(plain(before)) === digest(plain(said))) return refuse({ code: 'nothing-new' })
    return record({
      kind: 'bracket-attributed',
      clause,
      bracket,
      bracketKind: kind,
      parties,
      ...(owner !== undefined && { owner }),
      ...(due !== undefined && { due }),
      ...(said.note !== undefined && { note: said.note }),
    })
  },
})

type Said = {
  readonly parties: readonly PartyId[]
  readonly kind: BracketKind
  readonly owner?: PartyId | undefined
  readonly due?: Day | undefined
  readonly note?: string | undefined
}

function plain({ parties, kind, owner = null, due = null, note = null }: { readonly [key in keyof Said]: Said[key] | null }) {
  return { parties, kind, owner, due, note }
}
