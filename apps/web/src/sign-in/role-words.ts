/** What a seat is called, what its holder does, and what it may do, in sentences. */
import { powersOf, type PartyKind, type SeatRole } from '@entente/agreement'

/** "head of delegation", "legal reviser": for lists. */
export function roleWord(role: SeatRole, kind: PartyKind): string {
  switch (role) {
    case 'head':
      return kind === 'delegation' ? 'head of delegation' : kind === 'chair' ? 'chair' : 'head'
    case 'negotiator':
    case 'adviser':
    case 'secretary':
    case 'reviser':
    case 'observer':
      return role
    default:
      return role satisfies never
  }
}

/** "You head the delegation of Kestria." */
export function seatSentence(role: SeatRole, { kind, shortName }: { readonly kind: PartyKind; readonly shortName: string }): string {
  if (kind === 'chair' && role === 'head') return 'You chair the talks.'
  switch (role) {
    case 'head':
      return kind === 'delegation' ? `You head the delegation of ${shortName}.` : `You head ${shortName}.`
    case 'negotiator':
      return `You negotiate for ${shortName}.`
    case 'adviser':
      return `You advise ${shortName}.`
    case 'secretary':
      return `You are secretary to ${shortName}.`
    case 'reviser':
      return `You revise texts for ${shortName}.`
    case 'observer':
      return `You observe for ${shortName}.`
    default:
      return role satisfies never
  }
}

/** What the seat may do at the table, for the person about to take it. */
export function rightsSentence(role: SeatRole, kind: PartyKind): string {
  const powers = powersOf(kind, role)
  const deeds = [
    powers.includes('draft') ? 'draft text' : undefined,
    powers.includes('translate') ? 'write translations' : undefined,
    powers.includes('commit') ? 'propose milestones' : undefined,
    powers.includes('comment') ? 'comment' : undefined,
    powers.includes('preside') ? 'open and close rounds and give the pen' : undefined,
  ].filter((deed) => deed !== undefined)
  if (deeds.length === 0) return 'You can read everything at the table, and say nothing there.'
  return `At the table you can ${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(deeds)}.`
}

/** Who records positions for the party, seen from this seat. */
export function bindingSentence(role: SeatRole, { kind, shortName }: { readonly kind: PartyKind; readonly shortName: string }): string {
  if (powersOf(kind, role).includes('bind')) return `You record the positions of ${shortName}: what you accept, ${shortName} has accepted.`
  if (kind === 'delegation') return `Only your head of delegation records positions for ${shortName}.`
  return `${shortName} takes no positions: agreement is between the delegations.`
}
