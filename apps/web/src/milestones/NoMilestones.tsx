/** The page before anything is promised: what a milestone is, and where one begins. */
import { may, type Negotiation, type Speaker } from '@entente/agreement'
import { viewPath } from '../app/views.ts'
import { Button } from '../design/Button.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Empty } from '../design/Empty.tsx'
import type { PageDialog } from './PageActions.tsx'

type NoMilestonesProps = {
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
  readonly onDialog: (dialog: PageDialog) => void
}

export function NoMilestones({ negotiation, speaker, onDialog }: NoMilestonesProps) {
  const mayPropose = speaker !== undefined && may(speaker, 'commit') && negotiation.clauses.length > 0
  return (
    <Empty
      icon="timeline"
      title="No milestones yet"
      level={2}
      actions={
        <>
          {mayPropose ? (
            <Button look="primary" icon="plus" onClick={() => onDialog('propose')}>
              Milestone
            </Button>
          ) : null}
          {negotiation.opened === undefined ? null : (
            <ButtonLink href={viewPath(negotiation.opened.negotiation, 'table')}>Go to the table</ButtonLink>
          )}
        </>
      }
    >
      A milestone turns a promise into something that can be checked: who performs it, who else verifies it, by when and on what evidence.
      It belongs to a clause, and its terms become part of what the parties consent to.
    </Empty>
  )
}
