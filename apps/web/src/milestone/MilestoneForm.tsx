/**
 * Proposes a milestone or revises one, with all its terms. Its summary says what will stand in the text, and whose consent lapses with it.
 */
import type { ClauseId, Milestone, MilestoneId, Negotiation } from '@entente/agreement'
import { useState } from 'react'
import { Select } from '../design/Field.tsx'
import { list } from '../design/status-words.ts'
import { keeper } from '../position/useKept.ts'
import { useRoomView } from '../room/useRoom.ts'
import { StatementDialog } from '../statement/StatementDialog.tsx'
import { capital, clauseName, partyName } from '../table/naming.ts'
import { blankTerms, type DraftTerms } from './draft-terms.ts'
import { dueWords } from './due-words.ts'
import { LapseWarning } from './LapseWarning.tsx'
import styles from './MilestoneForm.module.css'
import { DueFields } from './DueFields.tsx'
import { draftOf, termsOf } from './terms-of-draft.ts'
import { MoreFields, WhoFields } from './TermsFields.tsx'

const useTerms = keeper<DraftTerms>()

type MilestoneFormProps = {
  /** None where it is still to be chosen. */
  readonly clause: ClauseId | undefined
  /** The milestone to revise; none to propose a new one. */
  readonly milestone: MilestoneId | undefined
  /** Words of the clause that promise it. */
  readonly quote?: string | undefined
  readonly onClose: () => void
}

export function MilestoneForm({ clause: given, milestone, quote, onClose }: MilestoneFormProps) {
  const { negotiation } = useRoomView()
  const [chosen, setChosen] = useState<ClauseId | undefined>(given)
  const clause = given ?? chosen
  const was = milestone && negotiation.milestones.get(milestone)
  const [opening] = useState(() =>
    was === undefined ? { ...blankTerms(negotiation.anchors), ...(quote !== undefined && { quote }) } : draftOf(was, negotiation.anchors),
  )
  const [draft, keep, clear] = useTerms(`milestone ${milestone ?? given ?? 'new'}`, opening)

  const made = termsOf(draft)
  const set = (part: Partial<DraftTerms>) => keep({ ...draft, ...part })
  return (
    <StatementDialog
      title={titleOf(negotiation, given, was)}
      size="medium"
      command={was === undefined ? 'milestone.propose' : 'milestone.revise'}
      input={made.ok ? { ...(was === undefined ? { clause } : { milestone }), terms: made.terms } : undefined}
      negotiation={negotiation}
      missing={clause === undefined ? 'Choose the clause it belongs to' : made.ok ? undefined : made.missing}
      submit={was === undefined ? 'Propose' : 'Record the new terms'}
      onClose={onClose}
      onDone={clear}
    >
      {given === undefined ? (
        <Select
          label="Clause"
          value={chosen ?? ''}
          onChange={({ target }) => setChosen(negotiation.clauses.find(({ clause: id }) => id === target.value)?.clause)}
        >
          <option value="">Choose…</option>
          {negotiation.clauses
            .filter(({ standing }) => standing.is === 'standing')
            .map(({ clause: id, heading }) => (
              <option key={id} value={id}>
                {capital(clauseName(negotiation, id))}
                {heading === '' ? '' : `, ${heading}`}
              </option>
            ))}
        </Select>
      ) : null}
      <WhoFields draft={draft} set={set} negotiation={negotiation} />
      <DueFields draft={draft} set={set} negotiation={negotiation} self={milestone} />
      <MoreFields draft={draft} set={set} negotiation={negotiation} self={milestone} />
      {made.ok ? (
        <p className={styles.summary}>
          {list(made.terms.performers.map((party) => partyName(negotiation, party)))}{' '}
          {made.terms.performers.length === 1 ? 'performs' : 'perform'} “{made.terms.title}”, due {dueWords(made.terms.due, negotiation)};{' '}
          {partyName(negotiation, made.terms.verifier)} verifies.
        </p>
      ) : null}
      {clause === undefined ? null : <LapseWarning clause={clause} deed="Recording these terms" />}
    </StatementDialog>
  )
}

function titleOf(negotiation: Negotiation, clause: ClauseId | undefined, was: Milestone | undefined): string {
  if (was !== undefined) return `Revise “${was.terms.title}”`
  return clause === undefined ? 'New milestone' : `New milestone in ${clauseName(negotiation, clause)}`
}
