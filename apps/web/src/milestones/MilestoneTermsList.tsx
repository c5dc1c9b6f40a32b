/** The terms of a milestone that do not stand in its row, and what has been said of its performance. */
import type { Milestone, Negotiation } from '@entente/agreement'
import type { ReactNode } from 'react'
import { Moment } from '../design/Moment.tsx'
import { list } from '../design/status-words.ts'
import { milestoneNames, unlockedBy } from '../milestone/sequence.ts'
import { partyName } from '../table/naming.ts'
import styles from './MilestoneTermsList.module.css'

export function MilestoneTermsList({ milestone, negotiation }: { readonly milestone: Milestone; readonly negotiation: Negotiation }) {
  const { terms, reported, finding, disputed } = milestone
  const names = milestoneNames(negotiation)
  const unlocks = unlockedBy(negotiation, milestone.milestone)
  const exchanged = (terms.reciprocalWith ?? []).map((id) => names.get(id) ?? id)
  return (
    <dl className={styles.terms}>
      {terms.quote === undefined ? null : <Term name="Promised in the words">“{terms.quote}”</Term>}
      <Term name="Evidence">{terms.evidence.length === 0 ? 'None named: the verifier decides' : <Lines of={terms.evidence} />}</Term>
      {terms.review === undefined ? null : (
        <Term name="Review">
          Every {terms.review.everyDays === 1 ? 'day' : `${terms.review.everyDays} days`} by {partyName(negotiation, terms.review.by)}
        </Term>
      )}
      {terms.streak === undefined ? null : <Term name="Must hold">{terms.streak.days} days on end</Term>}
      <Term name="If missed">{terms.remedialSteps.length === 0 ? 'No remedy is agreed' : <Lines of={terms.remedialSteps} />}</Term>
      {exchanged.length === 0 ? null : <Term name="In exchange for">{list(exchanged)}</Term>}
      {unlocks.length === 0 ? null : (
        <Term name="Unlocks">{list(unlocks.map(({ milestone: id, terms: { title } }) => `${names.get(id) ?? id} ${title}`))}</Term>
      )}
      {reported === undefined ? null : (
        <Term name="Reported">
          <Moment at={reported.at} /> {reported.note}
        </Term>
      )}
      {finding === undefined ? null : (
        <Term name="Finding">
          {finding.finding === 'verified' ? 'Verified' : 'Not verified'} <Moment at={finding.at} />, level {finding.level} of 3.{' '}
          {finding.note}
        </Term>
      )}
      {disputed === undefined ? null : (
        <Term name="Disputed">
          By {partyName(negotiation, disputed.party)} <Moment at={disputed.at} />. {disputed.note}
        </Term>
      )}
    </dl>
  )
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Lines({ of }: { readonly of: readonly string[] }) {
  return of.length === 1 ? (
    of[0]
  ) : (
    <ul>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
