/** What becomes of amendments. */
import type { Amendment, AmendmentState } from '../amendment.ts'
import type { amendmentsFacts } from '../fact/amendments.ts'
import type { AmendmentId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const amendments: Folds<typeof amendmentsFacts> = {
  'amendment-tabled': (was, { amendment, clause, party, label, against, base, to, origin }, said) =>
    tabled(was, { does: 'reword', amendment, clause, party, label, against, base, to, origin, partly: undefined, said, ...fresh }),
  'deletion-tabled': (was, { amendment, clause, party, against }, said) =>
    tabled(was, { does: 'delete', amendment, clause, party, against, said, ...fresh }),
  'clause-tabled': (was, { amendment, party, section, after, clauseKind, heading }, said) =>
    tabled(was, { does: 'insert', amendment, party, section, after, clauseKind, heading, said, ...fresh }),
  'amendment-supported': (was, { amendment, party, on }, said) =>
    changed(was, amendment, (one) => ({ ...one, supporters: put(one.supporters, party, { said, on }) })),
  'amendment-left': (was, { amendment, party }) =>
    changed(was, amendment, (one) => {
      const supporters = new Map(one.supporters)
      supporters.delete(party)
      return { ...one, supporters }
    }),
  'amendment-withdrawn': (was, { amendment, reason }, said) => ended(was, amendment, { is: 'withdrawn', said, reason }),
  'amendment-updated': (was, { amendment, against, base }) =>
    changed(was, amendment, (one) => (one.does === 'reword' ? { ...one, against, base } : one)),
  'amendment-incorporated': (was, { amendment, changes }, said) =>
    changes === undefined
      ? ended(was, amendment, { is: 'incorporated', said })
      : changed(was, amendment, (one) => (one.does === 'reword' ? { ...one, partly: said } : one)),
  'amendments-streamlined': (was, { merged, dropped }, said) => {
    const amendments = new Map(was.amendments)
    const end = (id: AmendmentId, state: AmendmentState) => {
      const one = amendments.get(id)
      if (one !== undefined) amendments.set(id, { ...one, state })
    }
    for (const { amendment, into, on } of merged) {
      const [from, to] = [amendments.get(amendment), amendments.get(into)]
      if (from === undefined || to === undefined) continue
      const supporters = new Map([...from.supporters, [from.party, { said, on }] as const, ...to.supporters])
      supporters.delete(to.party)
      amendments.set(into, { ...to, supporters })
      end(amendment, { is: 'merged', said, into })
    }
    for (const id of dropped) end(id, { is: 'dropped', said })
    return { amendments }
  },
}

const fresh = { state: { is: 'tabled' }, supporters: new Map() } as const

function tabled(was: Negotiation, amendment: Amendment): Partial<Negotiation> {
  return { amendments: put(was.amendments, amendment.amendment, amendment) }
}

function changed(was: Negotiation, id: AmendmentId, how: (amendment: Amendment) => Amendment): Partial<Negotiation> {
  const amendment = was.amendments.get(id)
  return amendment ? { amendments: put(was.amendments, id, how(amendment)) } : {}
}

function ended(was: Negotiation, id: AmendmentId, state: AmendmentState): Partial<Negotiation> {
  return changed(was, id, (amendment) => ({ ...amendment, state }))
}
