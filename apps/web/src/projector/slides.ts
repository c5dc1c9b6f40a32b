/** What the projector shows one after the other: every clause, and every new clause that is proposed, in the order in which they stand. */
import type { ClauseId, Insertion, Negotiation } from '@entente/agreement'
import { proposedIn } from '../amendment/proposed-in.ts'
import { clauseElement, proposedElement } from '../table/go-to.ts'

/** `at` is how the address names it, the same as at the table. */
export type Slide =
  | { readonly is: 'clause'; readonly at: string; readonly clause: ClauseId }
  | { readonly is: 'proposed'; readonly at: string; readonly proposal: Insertion }

export function slidesOf(negotiation: Negotiation): readonly Slide[] {
  const { first, behind } = proposedIn(negotiation)
  const proposed = (proposals: readonly Insertion[] = []) =>
    proposals.map((proposal): Slide => ({ is: 'proposed', at: proposedElement(proposal.amendment), proposal }))
  return negotiation.sections.flatMap(({ section }) => [
    ...proposed(first.get(section)),
    ...negotiation.clauses
      .filter((one) => one.section === section && one.standing.is === 'standing')
      .flatMap(({ clause }): readonly Slide[] => [{ is: 'clause', at: clauseElement(clause), clause }, ...proposed(behind.get(clause))]),
  ])
}
