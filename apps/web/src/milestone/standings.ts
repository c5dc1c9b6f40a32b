/** Where every milestone stands now, worked out once for each state of the record and each minute, however many cards ask. */
import { milestoneStandings, type Assessment, type MilestoneStandings, type Negotiation, type Timestamp } from '@entente/agreement'

type Known = { readonly agreed: Assessment['agreed']; readonly minute: string; readonly standings: MilestoneStandings }

const known = new WeakMap<Negotiation, Known>()

export function standingsOf(negotiation: Negotiation, agreed: Assessment['agreed'], now: Timestamp): MilestoneStandings {
  const minute = now.slice(0, 16)
  const found = known.get(negotiation)
  if (found !== undefined && found.agreed === agreed && found.minute === minute) return found.standings
  const standings = milestoneStandings(negotiation, agreed, now)
  known.set(negotiation, { agreed, minute, standings })
  return standings
}
