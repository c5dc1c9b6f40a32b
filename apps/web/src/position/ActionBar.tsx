/**
 * What a delegate can do with the clause in hand: state the delegation's position, comment, attach a milestone, copy the link. The
 * letter keys are printed where they work.
 */
import { may } from '@entente/agreement'
import type { ReactNode } from 'react'
import { AskHead } from '../caucus/AskHead.tsx'
import type { ClauseView } from '../clause/useClause.ts'
import { IconButton } from '../design/IconButton.tsx'
import type { FormStance } from '../table/attention.ts'
import { clauseName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './ActionBar.module.css'
import { PositionButtons } from './PositionButtons.tsx'
import type { Statements } from './useStatements.ts'

type ActionBarProps = {
  readonly view: ClauseView
  readonly statements: Statements
  readonly openStance: FormStance | undefined
  readonly onStance: (stance: FormStance) => void
  readonly onDeclare: () => void
  /** Amends the clause, where typing in it would change the text itself. */
  readonly onAmend: (() => void) | undefined
  readonly onComment: () => void
  readonly onMilestone: () => void
  readonly onVersions: () => void
  readonly onCopyLink: () => void
  /** Further things to do with the clause: its place and heading. */
  readonly children?: ReactNode
}

export function ActionBar({
  view,
  statements,
  openStance,
  onStance,
  onDeclare,
  onAmend,
  onComment,
  onMilestone,
  onVersions,
  onCopyLink,
  children,
}: ActionBarProps) {
  const { clause, negotiation, speaker } = view
  const barred = useBarred()
  if (speaker === undefined) return null
  const name = clauseName(negotiation, clause.clause)
  return (
    <div className={styles.bar}>
      {speaker.party.kind === 'delegation' ? <PositionButtons {...{ view, statements, openStance, onStance, onDeclare }} /> : null}
      {speaker.party.kind === 'delegation' ? <AskHead view={view} /> : null}
      <span className={styles.space} />
      <div className={styles.rest} role="group" aria-label={`More on ${name}`}>
        {may(speaker, 'draft') && onAmend !== undefined ? (
          <IconButton
            icon="pen"
            name={speaker.party.kind === 'chair' ? `Table a chair’s text of ${name}` : `Amend ${name}`}
            because={barred}
            onClick={onAmend}
          />
        ) : null}
        {may(speaker, 'comment') ? (
          <IconButton icon="comment" name={`Comment on ${name}`} shortcut="C" because={barred} onClick={onComment} />
        ) : null}
        {may(speaker, 'commit') ? (
          <IconButton icon="milestone" name={`Add a milestone to ${name}`} shortcut="M" because={barred} onClick={onMilestone} />
        ) : null}
        <IconButton icon="record" name={`The words of ${name} over time`} shortcut="W" onClick={onVersions} />
        <IconButton icon="link" name={`Copy the link to ${name}`} shortcut="Y" onClick={onCopyLink} />
        {children}
      </div>
    </div>
  )
}
