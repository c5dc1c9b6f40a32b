/**
 * New clauses that delegations propose, where they would stand: in brackets behind the clause they follow, or where their section begins.
 */
import type { ClauseId, Insertion, Negotiation, SectionId, Speaker } from '@entente/agreement'
import { ProposedClause } from './ProposedClause.tsx'
import { proposedIn } from './proposed-in.ts'
import { useShownProposals } from './useShownProposals.ts'

type Around = { readonly negotiation: Negotiation; readonly speaker: Speaker | undefined }

export function ProposedBehind({ clause, ...around }: Around & { readonly clause: ClauseId }) {
  return <Proposals proposals={proposedIn(around.negotiation).behind.get(clause)} {...around} />
}

export function ProposedFirst({ section, ...around }: Around & { readonly section: SectionId }) {
  return <Proposals proposals={proposedIn(around.negotiation).first.get(section)} {...around} />
}

function Proposals({ proposals, ...around }: Around & { readonly proposals: readonly Insertion[] | undefined }) {
  return useShownProposals(proposals).map((proposal) => <ProposedClause key={proposal.amendment} {...{ proposal, ...around }} />)
}
