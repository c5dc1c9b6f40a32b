/**
 * Who may write where.
 *
 * The gate asks before it lets an update in, the browser before it mounts an editor. It is a pure function of the record, the speaker
 * and the root: nothing in the shared text can grant a right. Which power it takes, in which kind of room, stands in the one table of rights.
 */
import {
  isOpen,
  kindOfRoom,
  mayType,
  meets,
  penOf,
  roots,
  type AmendmentId,
  type ClauseId,
  type Negotiation,
  type Speaker,
} from '@entente/agreement'
import type { Root } from './root.ts'

/**
 * Whether the speaker may type in that root of the room whose record this is. Nobody where the clause is unknown, withdrawn or frozen, or the
 * room is closed.
 */
export function mayWrite(negotiation: Negotiation, speaker: Speaker, root: Root): boolean {
  if (!isOpen(negotiation)) return false
  const room = kindOfRoom(negotiation)
  switch (root.kind) {
    case 'clause':
      if (room !== 'table' || negotiation.freezes.has(root.clause)) return false
      return stands(negotiation, root.clause) && mayType(speaker, penOf(negotiation, root.clause))
    case 'amendment': {
      return ownsAmendment(negotiation, speaker, root.amendment) && meets(speaker, roots.amendment, room)
    }
    case 'translation':
      return stands(negotiation, root.clause) && speaker.party.languages.includes(root.language) && meets(speaker, roots.translation, room)
    default:
      return root satisfies never
  }
}

/** At the table an amendment belongs to the party that tabled it, while it is before the table; a draft to everybody in its room. */
function ownsAmendment(negotiation: Negotiation, speaker: Speaker, id: AmendmentId): boolean {
  if (kindOfRoom(negotiation) !== 'table') {
    const draft = negotiation.drafts.get(id)
    return draft !== undefined && draft.discarded === undefined && stands(negotiation, draft.clause)
  }
  const amendment = negotiation.amendments.get(id)
  if (amendment?.state.is !== 'tabled' || amendment.does === 'delete') return false
  if (amendment.does === 'reword' && !stands(negotiation, amendment.clause)) return false
  return amendment.party === speaker.party.party
}

function stands(negotiation: Negotiation, clause: ClauseId): boolean {
  return negotiation.clauses.some((one) => one.clause === clause && one.standing.is === 'standing')
}
