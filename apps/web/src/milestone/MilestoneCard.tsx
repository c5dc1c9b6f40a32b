/**
 * A milestone in the margin of its clause: where it stands, who performs, who verifies, when, what it waits for and what it unlocks. The rest
 * is one press away, on the page of milestones.
 */
import { may, type Milestone, type Negotiation, type PartyId, type Speaker } from '@entente/agreement'
import { useState } from 'react'
import { Link } from 'wouter'
import { viewPath } from '../app/views.ts'
import { sameAgreed } from '../desk/same-agreed.ts'
import { Button } from '../design/Button.tsx'
import { Icon } from '../design/Icon.tsx'
import { dayWithYear } from '../design/moment.ts'
import { list } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { conditionWords } from '../milestones/sequence-words.ts'
import { shapeOfState, stateSentence, wordOfState } from '../milestones/state-words.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { useTableNow } from '../table/useTableNow.ts'
import { useView } from '../table/useView.ts'
import { dueWords } from './due-words.ts'
import styles from './MilestoneCard.module.css'
import { milestoneNames } from './sequence.ts'
import { standingsOf } from './standings.ts'
import { WithdrawMilestone } from './WithdrawMilestone.tsx'

type MilestoneCardProps = {
  readonly milestone: Milestone
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
  readonly onRevise: () => void
}

export function MilestoneCard({ milestone, negotiation, speaker, onRevise }: MilestoneCardProps) {
  const { terms, milestone: id } = milestone
  const barred = useBarred()
  const agreed = useView(({ assessment }) => assessment.agreed, sameAgreed)
  const now = useTableNow()
  const [withdrawing, setWithdrawing] = useState(false)
  const standing = standingsOf(negotiation, agreed, now).get(id)
  const names = milestoneNames(negotiation)
  const title = `milestone-${id}-title`
  return (
    <section id={`milestone-${id}`} className={styles.card} data-milestone={id} aria-labelledby={title}>
      <h4 id={title} className={styles.title}>
        <Icon name="milestone" />
        <span>
          {names.get(id)} · {terms.title}
        </span>
      </h4>
      {standing === undefined ? null : (
        <p className={styles.state}>
          <Tag shape={shapeOfState(standing.state)}>{wordOfState(standing.state)}</Tag> {stateSentence(negotiation, standing, now)}.
        </p>
      )}
      <p>
        Due {dueWords(terms.due, negotiation)}
        {terms.due.on !== 'day' && standing?.deadline.is === 'known'
          ? ` (${dayWithYear(standing.deadline.day)}${standing.deadline.presumed ? ', presumed' : ''})`
          : ''}
        . {performs(terms.performers, negotiation)}; {partyName(negotiation, terms.verifier)} verifies.
      </p>
      {standing === undefined || standing.prerequisites.length === 0 ? null : (
        <p className={styles.meta}>After {conditionWords(negotiation, standing.prerequisites)}.</p>
      )}
      {standing === undefined || standing.unlocks.length === 0 ? null : (
        <p className={styles.meta}>Unlocks {list(standing.unlocks.map((other) => unlocked(other, milestone, negotiation)))}</p>
      )}
      <div className={styles.actions}>
        {negotiation.opened === undefined ? null : (
          <Link
            className={styles.more}
            href={`${viewPath(negotiation.opened.negotiation, 'milestones')}#milestone-${encodeURIComponent(id)}`}
          >
            Evidence, remedies, history
          </Link>
        )}
        {speaker !== undefined && may(speaker, 'commit') ? (
          <>
            <Button size="small" look="ghost" because={barred} onClick={onRevise}>
              Revise…
            </Button>
            <Button size="small" look="ghost" because={barred} aria-expanded={withdrawing} onClick={() => setWithdrawing(!withdrawing)}>
              Withdraw…
            </Button>
          </>
        ) : null}
      </div>
      {withdrawing ? <WithdrawMilestone milestone={milestone} onClose={() => setWithdrawing(false)} /> : null}
    </section>
  )
}

function unlocked(id: Milestone['milestone'], { clause }: Milestone, negotiation: Negotiation): string {
  const other = negotiation.milestones.get(id)
  const name = `${milestoneNames(negotiation).get(id) ?? ''}, ${other?.terms.title ?? id}`
  return other === undefined || other.clause === clause ? name : `${name} (${clauseName(negotiation, other.clause)})`
}

function performs(performers: readonly PartyId[], negotiation: Negotiation): string {
  return `${list(performers.map((party) => partyName(negotiation, party)))} ${performers.length === 1 ? 'performs' : 'perform'}`
}
