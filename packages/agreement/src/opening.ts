/**
 * Opening a negotiation: the only command without a negotiation before it.
 *
 * Whoever opens it says who the parties are, who heads them, and how agreement is reached. Everything else can change later by its own
 * entry; the decision rule cannot, because consent would be given under one rule and counted under another.
 */
import { z } from 'zod'
import { record, refuse, type Decision } from './command.ts'
import { Cover, DecisionRule, Drafting, type Fact } from './fact.ts'
import { firstHeadings } from './first-headings.ts'
import { NegotiationId, SeatId, SectionId } from './ids.ts'
import { MAX_PARTIES, MAX_SEATS } from './limits.ts'
import { Party, Seat } from './party.ts'
import { inputOf } from './said-input.ts'

export const Opening = z.strictObject({
  cover: Cover,
  rule: DecisionRule,
  singleUndertaking: z.boolean(),
  drafting: Drafting.default('open'),
  parties: z.array(Party).min(1).max(MAX_PARTIES),
  seats: z
    .array(Seat.omit({ seat: true }))
    .min(1)
    .max(MAX_SEATS),
})
export type Opening = z.infer<typeof Opening>

/** The first entries of a new negotiation, or why it cannot be opened. `raw` is whatever a client sent; `fresh` as in a situation. */
export function open(raw: unknown, fresh: string): Decision {
  const said = inputOf(Opening, raw)
  if (!said.ok) return refuse({ code: 'malformed', detail: said.detail })
  const { cover, rule, singleUndertaking, drafting, parties, seats } = said.input
  const ids = new Set(parties.map(({ party }) => party))
  const twice = parties.find(({ party }, index) => parties.findIndex((other) => other.party === party) !== index)
  if (twice) return refuse({ code: 'taken', what: 'party', id: twice.party })
  const stranger = [...seats.map(({ party }) => party), ...(rule.rule === 'consensus-minus' ? rule.except : [])].find(
    (party) => !ids.has(party),
  )
  if (stranger) return refuse({ code: 'unknown', what: 'party', id: stranger })
  if (parties.some(({ required, kind }) => required && kind !== 'delegation'))
    return refuse({ code: 'malformed', detail: 'required: only a delegation can be required' })
  if (!parties.some(({ required }) => required))
    return refuse({ code: 'malformed', detail: 'parties: at least one delegation must be required' })
  if (rule.rule === 'qualified-majority' && rule.of > rule.outOf) return refuse({ code: 'malformed', detail: 'rule: more than the whole' })
  if (!seats.some(({ party }) => parties.some((other) => other.party === party && other.kind === 'chair')))
    return refuse({ code: 'malformed', detail: 'seats: somebody must sit in the chair’s party' })
  const headings = firstHeadings(cover.referenceLanguage)
  const facts: Fact[] = [
    { kind: 'negotiation-opened', negotiation: NegotiationId.parse(`n-${fresh}`), cover, rule, singleUndertaking, drafting },
    ...parties.map((party): Fact => ({ kind: 'party-seated', party })),
    ...seats.map((seat, index): Fact => ({ kind: 'seat-assigned', seat: { seat: SeatId.parse(`p-${fresh}-${index + 1}`), ...seat } })),
    { kind: 'section-added', section: SectionId.parse('preamble'), heading: headings.preamble },
    { kind: 'section-added', section: SectionId.parse('operative'), heading: headings.operative, after: SectionId.parse('preamble') },
  ]
  return record(...facts)
}
