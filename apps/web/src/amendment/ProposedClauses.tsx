/**
 * New clauses that delegations propose, where they would stand: in brackets behind the clause they follow, or where their section begins. A
 * reading without brackets is without them, except for the one that is typed in.
 */
import type { ClauseId, Insertion, Negotiation, Section, Speaker } from '@entente/agreement'
import { useHidden } from '../reading-view/layers.ts'
import { useReading } from '../reading-view/ReadingViewProvider.tsx'
import { clauseName, sectionLabel } from '../table/naming.ts'
import { useAttention } from '../table/useAttention.ts'
import { ProposedClause } from './ProposedClause.tsx'
import { proposedIn } from './proposed-in.ts'

type Around = { readonly negotiation: Negotiation; readonly speaker: Speaker | undefined }

export function ProposedBehind({ clause, ...around }: Around & { readonly clause: ClauseId }) {
  const { negotiation } = around
  const proposals = useShown(proposedIn(negotiation).behind.get(clause))
  return proposals.map((proposal) => (
    <ProposedClause key={proposal.amendment} where={`after ${clauseName(negotiation, clause)}`} {...{ proposal, ...around }} />
  ))
}

/** `alone` where no clause stands in the section. */
export function ProposedFirst({ section, alone, ...around }: Around & { readonly section: Section; readonly alone: boolean }) {
  const proposals = useShown(proposedIn(around.negotiation).first.get(section.section))
  const where = `${alone ? 'in' : 'at the beginning of'} ${sectionLabel(section)}`
  return proposals.map((proposal) => <ProposedClause key={proposal.amendment} {...{ proposal, where, ...around }} />)
}

function useShown(proposals: readonly Insertion[] = none): readonly Insertion[] {
  const clean = useReading().view.is === 'clean'
  const plain = useHidden().has('brackets') || clean
  const typedIn = useAttention(({ amending }) => amending)
  return plain ? proposals.filter(({ amendment }) => amendment === typedIn) : proposals
}

const none: readonly Insertion[] = []
