/** What cannot wait: of all that is awaited of a seat, what is late, and what others wait for. */
import { awaitedOf, type Assessment, type Awaited, type Negotiation, type Speaker, type Timestamp } from '@entente/agreement'
import { standingsOf } from '../milestone/standings.ts'

export function urgentOf(negotiation: Negotiation, agreed: Assessment['agreed'], speaker: Speaker, now: Timestamp): readonly Awaited[] {
  return awaitedOf(negotiation, standingsOf(negotiation, agreed, now), agreed, speaker, now).filter(
    ({ is, late }) => late || is === 'finding' || is === 'second-inspection' || is === 'remedy',
  )
}
