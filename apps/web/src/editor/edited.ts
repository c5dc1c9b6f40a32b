/** Whose words an editor edits: those of a clause, its text or another reading of it, or those of a new clause that is only proposed yet. */
import type { ClauseId, ClauseKind, Insertion } from '@entente/agreement'
import { rootName } from '@entente/draft'
import { proposalName } from '../amendment/naming.ts'
import type { ClauseView } from '../clause/useClause.ts'
import { clauseName } from '../table/naming.ts'

export type ProposedView = Pick<ClauseView, 'negotiation' | 'speaker'> & { readonly proposal: Insertion }

export type Edited = ClauseView | ProposedView

/** The clause whose words they are; a proposed one has no place in the text yet. */
export function clauseOf(view: Edited): ClauseId | undefined {
  return 'clause' in view ? view.clause.clause : undefined
}

export function kindOf(view: Edited): ClauseKind {
  return 'clause' in view ? view.clause.kind : view.proposal.clauseKind
}

/** The words that are edited where no amendment is named: where they are, and what they are called. */
export function ownText(view: Edited): { readonly root: string; readonly name: string } {
  if ('clause' in view) {
    const { clause } = view.clause
    return { root: rootName({ kind: 'clause', clause }), name: clauseName(view.negotiation, clause) }
  }
  const { amendment } = view.proposal
  return { root: rootName({ kind: 'amendment', amendment }), name: proposalName(view.negotiation, view.proposal) }
}
