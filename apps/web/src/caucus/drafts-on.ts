import type { ClauseId, DraftAmendment, Negotiation } from '@entente/agreement'

/** The drafts of a clause that are not put aside, oldest first. */
export function draftsOn({ drafts }: Pick<Negotiation, 'drafts'>, clause: ClauseId): readonly DraftAmendment[] {
  return [...drafts.values()].filter((draft) => draft.clause === clause && draft.discarded === undefined)
}
