/** Opens a demonstration seat in a tab of its own. Without an opener, so that the new tab does not inherit this tab's identity. */
import type { NegotiationId } from '@entente/agreement'
import type { DemoNegotiation } from '../api/shapes.ts'
import { routerBase } from '../app/base.ts'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { openAs } from '../sign-in/identity.ts'

type OpenAsProps = { readonly negotiation: NegotiationId; readonly seat: DemoNegotiation['seats'][number]; readonly order: number }

export function OpenAs({ negotiation, seat, order }: OpenAsProps) {
  return (
    <ButtonLink external href={`${routerBase}${openAs(negotiation, seat.seat)}`} target="_blank" rel="noopener">
      <PartyCode party={seat.party.party} look={{ name: seat.party.shortName, order }} filled />
      Open as {seat.party.shortName}
      <VisuallyHidden>, in a new tab</VisuallyHidden>
    </ButtonLink>
  )
}
