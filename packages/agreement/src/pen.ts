/**
 * The pen: who may type in the base text.
 *
 * Drafting is open to every drafting seat, or the pen is held: by the chair's office, or by a delegation to which the chair gave it (a
 * "penholder", as in the Security Council). It is set for the whole text, for a section, or for a clause; the nearest setting decides.
 */
import { z } from 'zod'
import { clauseOf, standingClause } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { Drafting } from './fact/decision.ts'
import { ClauseId, PartyId, SectionId } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import type { Speaker } from './party.ts'
import type { Refusal } from './refusal.ts'
import { meets, roots } from './rights.ts'

export type Pen = { readonly drafting: 'open' } | { readonly drafting: 'pen'; readonly holder: PartyId | undefined }

export type Pens = {
  readonly whole: Pen
  readonly sections: ReadonlyMap<SectionId, Pen>
  readonly clauses: ReadonlyMap<ClauseId, Pen>
}

export const penOpen: Pen = { drafting: 'open' }

export function penWith(drafting: Drafting, holder?: PartyId): Pen {
  return drafting === 'open' ? penOpen : { drafting, holder }
}

const Setting = { drafting: Drafting, holder: PartyId.optional() }

export const setDrafting = command({
  name: 'drafting.set',
  says: 'Take or give the pen, or open drafting to every drafting seat: for the whole text, a section, or a clause. Without `drafting`, a section follows the whole text again, and a clause its section. `holder` is the delegation that holds the pen; without one, the chair’s office.',
  input: z.union([
    z.strictObject(Setting),
    z.strictObject({ ...Setting, section: SectionId, drafting: Drafting.optional() }),
    z.strictObject({ ...Setting, clause: ClauseId, drafting: Drafting.optional() }),
  ]),
  rule({ negotiation }, input) {
    const { drafting, holder } = input
    const place = 'clause' in input ? { clause: input.clause } : 'section' in input ? { section: input.section } : undefined
    const wrong = (place && unplaced(negotiation, place)) ?? unfitHolder(negotiation, drafting, holder)
    if (wrong) return refuse(wrong)
    const was = place === undefined ? negotiation.pens.whole : settingOf(negotiation, place)
    if (same(was, drafting && penWith(drafting, holder))) return refuse({ code: 'nothing-new' })
    return record({ kind: 'drafting-set', ...place, ...(drafting && { drafting }), ...(holder && { holder }) })
  },
})

/** The setting that decides for a clause: its own, else its section's, else the whole text's. */
export function penOf(negotiation: Pick<Negotiation, 'pens' | 'clauses'>, clause: ClauseId): Pen {
  const { pens } = negotiation
  const section = clauseOf(negotiation, clause)?.section
  return pens.clauses.get(clause) ?? (section && pens.sections.get(section)) ?? pens.whole
}

/** Whether the speaker may type under that setting. */
export function mayType(speaker: Speaker, pen: Pen): boolean {
  if (pen.drafting === 'open') return meets(speaker, roots.clause.open, 'table')
  if (pen.holder === undefined) return meets(speaker, roots.clause.held, 'table')
  return speaker.party.party === pen.holder && meets(speaker, roots.clause.given, 'table')
}

type Place = { readonly clause: ClauseId } | { readonly section: SectionId }

function unplaced(negotiation: Negotiation, place: Place): Refusal | undefined {
  if ('clause' in place) return standingClause(negotiation, place.clause)
  const known = negotiation.sections.some(({ section }) => section === place.section)
  return known ? undefined : { code: 'unknown', what: 'section', id: place.section }
}

function settingOf({ pens }: Negotiation, place: Place): Pen | undefined {
  return 'clause' in place ? pens.clauses.get(place.clause) : pens.sections.get(place.section)
}

function unfitHolder({ parties }: Negotiation, drafting: Drafting | undefined, holder: PartyId | undefined): Refusal | undefined {
  if (holder === undefined) return undefined
  const party = parties.get(holder)
  if (party === undefined) return { code: 'unknown', what: 'party', id: holder }
  if (drafting !== 'pen' || party.kind !== 'delegation')
    return { code: 'malformed', detail: 'holder: only a delegation is given the pen, and only where the pen is held' }
  return undefined
}

function same(a: Pen | undefined, b: Pen | undefined): boolean {
  const holder = (pen: Pen | undefined) => (pen?.drafting === 'pen' ? pen.holder : undefined)
  return a?.drafting === b?.drafting && holder(a) === holder(b)
}
