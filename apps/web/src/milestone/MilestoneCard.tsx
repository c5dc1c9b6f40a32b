/** A milestone in the margin of its clause: who performs, who verifies, when, what it waits for and what it unlocks. The full terms one press away. */
import {
  may,
  remedyOf,
  scheduleOf,
  Timestamp,
  type Dependency,
  type Milestone,
  type Negotiation,
  type PartyId,
  type Speaker,
} from '@entente/agreement'
import { useMemo, useState, type ReactNode } from 'react'
import { Button } from '../design/Button.tsx'
import { Icon } from '../design/Icon.tsx'
import { list } from '../design/status-words.ts'
import { useNow } from '../design/useNow.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { dueDayWords, dueWords } from './due-words.ts'
import styles from './MilestoneCard.module.css'
import { milestoneNames, unlockedBy } from './sequence.ts'
import { WithdrawMilestone } from './WithdrawMilestone.tsx'

type MilestoneCardProps = {
  readonly milestone: Milestone
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
  readonly onRevise: () => void
}

export function MilestoneCard({ milestone, negotiation, speaker, onRevise }: MilestoneCardProps) {
  const { terms } = milestone
  const barred = useBarred()
  const [withdrawing, setWithdrawing] = useState(false)
  const names = milestoneNames(negotiation)
  const named = (id: Milestone['milestone']) => `${names.get(id) ?? ''}, ${negotiation.milestones.get(id)?.terms.title ?? id}`
  const unlocks = unlockedBy(negotiation, milestone.milestone)
  const now = Timestamp.parse(useNow())
  const deadline = useMemo(() => scheduleOf(negotiation, new Set(), now).get(milestone.milestone)?.deadline, [negotiation, milestone, now])
  const day = dueDayWords(terms.due, deadline)
  return (
    <section
      id={`milestone-${milestone.milestone}`}
      className={styles.card}
      data-milestone={milestone.milestone}
      aria-labelledby={`milestone-${milestone.milestone}-title`}
    >
      <h4 id={`milestone-${milestone.milestone}-title`} className={styles.title}>
        <Icon name="milestone" />
        <span>
          {names.get(milestone.milestone)} · {terms.title}
        </span>
      </h4>
      <p>
        Due {dueWords(terms.due, negotiation)}
        {day === undefined ? '' : ` (${day})`}. {performs(terms.performers, negotiation)}; {partyName(negotiation, terms.verifier)}{' '}
        verifies.
      </p>
      {terms.dependsOn.length === 0 ? null : <p className={styles.meta}>{dependencyWords(terms.dependsOn, names)}</p>}
      {unlocks.length === 0 ? null : (
        <p className={styles.meta}>
          Unlocks{' '}
          {list(
            unlocks.map((other) =>
              other.clause === milestone.clause
                ? named(other.milestone)
                : `${named(other.milestone)} (${clauseName(negotiation, other.clause)})`,
            ),
          )}
        </p>
      )}
      <FullTerms milestone={milestone} negotiation={negotiation} named={named} />
      {speaker !== undefined && may(speaker, 'commit') ? (
        <div className={styles.actions}>
          <Button size="small" look="ghost" because={barred} onClick={onRevise}>
            Revise…
          </Button>
          <Button size="small" look="ghost" because={barred} aria-expanded={withdrawing} onClick={() => setWithdrawing(!withdrawing)}>
            Withdraw…
          </Button>
        </div>
      ) : null}
      {withdrawing ? <WithdrawMilestone milestone={milestone} onClose={() => setWithdrawing(false)} /> : null}
    </section>
  )
}

function FullTerms({
  milestone: { terms },
  negotiation,
  named,
}: Pick<MilestoneCardProps, 'milestone' | 'negotiation'> & { readonly named: (id: Milestone['milestone']) => string }) {
  const { evidence, remedialSteps, review, streak, reciprocalWith, quote, dependsOn } = terms
  if (evidence.length + remedialSteps.length + dependsOn.length === 0 && !review && !streak && !reciprocalWith?.length && !quote)
    return null
  return (
    <details className={styles.terms}>
      <summary>Evidence, review and remedies</summary>
      <dl>
        {quote === undefined ? null : <Term name="Promised in the words">“{quote}”</Term>}
        {dependsOn.length === 0 ? null : (
          <Term name="Waits for">{dependsOn.map(({ milestone: id, after }) => `${named(id)} (${after})`).join('; ')}</Term>
        )}
        {evidence.length === 0 ? null : <Term name="Evidence">{evidence.join('; ')}</Term>}
        {review === undefined ? null : (
          <Term name="Review">
            every {review.everyDays === 1 ? 'day' : `${review.everyDays} days`} by {partyName(negotiation, review.by)}
            {review.untilOffsetDays === undefined ? '' : `, until ${review.untilOffsetDays} days after it is due`}
          </Term>
        )}
        {streak === undefined ? null : (
          <Term name="Must hold">
            {streak.days} days on end{streak.resetBy.length === 0 ? '' : `, beginning anew after ${list(streak.resetBy)}`}
          </Term>
        )}
        {reciprocalWith === undefined || reciprocalWith.length === 0 ? null : (
          <Term name="In exchange for">{list(reciprocalWith.map(named))}</Term>
        )}
        {remedialSteps.length === 0 ? null : (
          <Term name="If missed">{remedialSteps.map((step) => remedyOf(step).step).join('; then ')}</Term>
        )}
      </dl>
    </details>
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

function performs(performers: readonly PartyId[], negotiation: Negotiation): string {
  return `${list(performers.map((party) => partyName(negotiation, party)))} ${performers.length === 1 ? 'performs' : 'perform'}`
}

/** "After M2 and M4 are verified and M3 is reported." */
function dependencyWords(dependencies: readonly Dependency[], names: ReadonlyMap<Milestone['milestone'], string>): string {
  const phrases = (['verified', 'reported'] as const).flatMap((after) => {
    const first = dependencies.filter((dependency) => dependency.after === after).map(({ milestone }) => names.get(milestone) ?? milestone)
    return first.length === 0 ? [] : [`${list(first)} ${first.length === 1 ? 'is' : 'are'} ${after}`]
  })
  return `After ${list(phrases)}.`
}
