/** The state of a clause in words: "Contested. Accepts: KES, MER. Objects: ORL." The line is printed in the rolling text only. */
import type { ClauseAssessment, ClauseStatus, Negotiation, PartyId } from '@entente/agreement'
import type { Naming } from './naming.ts'
import type { Line } from './paper.ts'
import { phrase } from './phrase.ts'
import { standingInWords, unqualified } from './standing.ts'

export const STATUS: { readonly [status in ClauseStatus]: string } = {
  agreed: 'Agreed',
  'agreed-ad-referendum': 'Agreed ad referendum',
  'agreed-with-reservation': 'Agreed with reservation',
  'agreed-in-package': 'Agreed in a package',
  conditional: 'Conditional',
  contested: 'Contested',
  bracketed: 'Bracketed',
  'consent-lapsed': 'Consent lapsed',
  open: 'Open',
}

/** The state of a clause and where every delegation stands. Of an agreed clause only what qualifies the agreement is told. */
export function statusLine(negotiation: Negotiation, naming: Naming, { status, standings, blockers }: ClauseAssessment): Line {
  const agreed = blockers.length === 0
  const said = new Map<string, PartyId[]>()
  for (const [party, standing] of standings) {
    if (agreed && standing.is === 'current' && unqualified(standing.position)) continue
    const stands = standingInWords(negotiation, naming, standing)
    said.set(stands, [...(said.get(stands) ?? []), party])
  }
  const positions = [...said].map(([stands, parties]) => ` ${stands}: ${parties.join(', ')}.`)
  return [...phrase(`${STATUS[status]}.`, { bold: true }), ...phrase(positions.join(''))]
}
