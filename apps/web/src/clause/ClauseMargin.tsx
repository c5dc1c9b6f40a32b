/**
 * The margin of a clause. For the clause in hand its cards: milestones, then discussions; for every other clause only how many there
 * are, so that a long discussion never buries the text. On a phone it stands under the words.
 */
import { milestonesOf, type Milestone, type MilestoneId, type Thread } from '@entente/agreement'
import { bareText, type Text } from '@entente/draft'
import { PrivateNotes } from '../caucus/PrivateNotes.tsx'
import { CommentForm } from '../comment/CommentForm.tsx'
import { Threads } from '../comment/Threads.tsx'
import { TagButton } from '../design/TagButton.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { dueShort } from '../milestone/due-words.ts'
import { MilestoneCard } from '../milestone/MilestoneCard.tsx'
import { MilestoneForm } from '../milestone/MilestoneForm.tsx'
import { milestoneNames } from '../milestone/sequence.ts'
import { useHidden } from '../reading-view/layers.ts'
import type { Panel } from '../table/attention.ts'
import { clauseName } from '../table/naming.ts'
import styles from './ClauseMargin.module.css'
import type { ClauseView } from './useClause.ts'

type ClauseMarginProps = {
  readonly view: ClauseView
  readonly threads: readonly Thread[]
  readonly text: Text
  readonly selected: boolean
  readonly panel: Panel | undefined
  readonly onOpen: (panel: Panel) => void
  readonly onClose: () => void
}

export function ClauseMargin({ view, threads, text, selected, panel, onOpen, onClose }: ClauseMarginProps) {
  const { clause, negotiation, speaker } = view
  const hidden = useHidden()
  const milestones = hidden.has('milestones') ? [] : milestonesOf(negotiation, clause.clause)
  const discussed = hidden.has('comments') ? [] : threads
  if (!selected) return <Counts view={view} threads={discussed} milestones={milestones} />
  return (
    <div className={styles.margin} data-margin role="group" aria-label={`Beside ${clauseName(negotiation, clause.clause)}`}>
      <PrivateNotes clause={clause.clause} />
      {panel?.is === 'comment' ? <CommentForm clause={clause.clause} quote={panel.quote} onClose={onClose} /> : null}
      {milestones.map((milestone) => (
        <MilestoneCard
          key={milestone.milestone}
          {...{ milestone, negotiation, speaker }}
          onRevise={() => onOpen({ is: 'milestone', milestone: milestone.milestone })}
        />
      ))}
      <Threads clause={clause.clause} threads={discussed} bare={bareText(text)} negotiation={negotiation} speaker={speaker} />
      {panel?.is === 'milestone' ? (
        <MilestoneForm key={panel.milestone} clause={clause.clause} milestone={panel.milestone} quote={panel.quote} onClose={onClose} />
      ) : null}
    </div>
  )
}

type CountsProps = Pick<ClauseMarginProps, 'view' | 'threads'> & { readonly milestones: readonly Milestone[] }

function Counts({ view: { clause, negotiation }, threads, milestones }: CountsProps) {
  const names = milestoneNames(negotiation)
  const comments = threads
    .filter(({ state }) => state.is === 'open')
    .reduce((sum, thread) => sum + thread.comments.filter(({ retracted }) => retracted === undefined).length, 0)
  const named = (milestone: MilestoneId) => names.get(milestone) ?? ''
  if (comments === 0 && milestones.length === 0) return <div className={styles.none} data-margin />
  return (
    <div className={styles.counts} data-margin>
      {comments === 0 ? null : (
        <TagButton icon="comment">
          {comments} {comments === 1 ? 'comment' : 'comments'}
          <VisuallyHidden> on {clauseName(negotiation, clause.clause)}</VisuallyHidden>
        </TagButton>
      )}
      {milestones.slice(0, 3).map(({ milestone, terms }) => (
        <TagButton key={milestone} icon="milestone" title={terms.title}>
          {named(milestone)} · {dueShort(terms.due)}
          <VisuallyHidden>, {terms.title}</VisuallyHidden>
        </TagButton>
      ))}
      {milestones.length > 3 ? <TagButton icon="milestone">{milestones.length - 3} more</TagButton> : null}
    </div>
  )
}
