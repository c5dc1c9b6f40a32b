import type { ClauseId, DraftAmendment, Negotiation } from '@entente/agreement'

/** The drafts of a clause that are not put aside, oldest first. */
export function draftsOn({ drafts }: Pick<Negotiation, 'drafts'>, clause: ClauseId): readonly DraftAmendment[] {
  return [...drafts.values()].filter((draft) => draft.clause === clause && draft.discarded === undefined)
}

/** What opens another draft of a clause. Drafts keep their numbers when one is put aside. */
export function newDraft({ drafts }: Pick<Negotiation, 'drafts'>, clause: ClauseId): { readonly clause: ClauseId; readonly label: string } {
  const before = [...drafts.values()].filter((draft) => draft.clause === clause).length
  return { clause, label: `Draft ${before + 1}` }
}
