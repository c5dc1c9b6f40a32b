/**
 * Taking an amendment into the text: which of its changes, how the clause would then read, and whose consent would be current or lapse. The
 * server makes the change, so what others are typing meanwhile is kept.
 */
import { milestonesOf } from '@entente/agreement'
import { amendmentHunks, amendmentMerge, textOfTokens, tokensOf, tokensWithHunks, within, wordingOf, type Text } from '@entente/draft'
import { useMemo, useState } from 'react'
import type { ClauseView } from '../clause/useClause.ts'
import { Checkbox } from '../design/Checkbox.tsx'
import { list } from '../design/status-words.ts'
import { notify } from '../design/Toast.tsx'
import { toggled } from '../design/toggled.ts'
import { Difference } from '../lapse/Difference.tsx'
import { StatementDialog } from '../statement/StatementDialog.tsx'
import { clauseName, partyName } from '../table/naming.ts'
import { consentAfter } from './consent-after.ts'
import styles from './Forms.module.css'
import { HunkWords } from './HunkWords.tsx'
import type { TabledReading } from './useAmendments.ts'

type IncorporateDialogProps = {
  readonly view: ClauseView
  readonly text: Text
  readonly tabled: TabledReading
  readonly onClose: () => void
}

export function IncorporateDialog({ view, text, tabled, onClose }: IncorporateDialogProps) {
  const { clause, negotiation, reading: base } = view
  const { amendment, name, reading } = tabled
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const changes = useMemo(() => changesOf(view, text, tabled), [view, text, tabled])
  const chosen = changes.hunks.flatMap((_, index) => (left.has(index) ? [] : [index]))
  const whole = amendment.does !== 'reword' || (changes.conflicts === 0 && chosen.length === changes.hunks.length)
  const input = {
    amendment: amendment.amendment,
    on: base.fingerprint,
    ...(reading !== undefined && { of: reading.fingerprint }),
    ...(!whole && { changes: chosen }),
  }
  const after = useMemo(
    () =>
      textOfTokens(
        tokensWithHunks(
          changes.before,
          changes.after,
          changes.hunks.filter((_, index) => !left.has(index)),
        ),
      ),
    [changes, left],
  )
  const title = amendment.does === 'delete' ? `Leave out ${clauseName(negotiation, clause.clause)}` : `Take ${name} into the text`
  return (
    <StatementDialog
      title={title}
      size="medium"
      command="amendment.incorporate"
      input={input}
      negotiation={negotiation}
      missing={amendment.does === 'reword' && chosen.length === 0 ? 'Choose at least one change' : undefined}
      submit={amendment.does === 'delete' ? 'Leave the clause out' : whole ? 'Take it in whole' : `Take in ${count(chosen.length)}`}
      onClose={onClose}
      onDone={() => notify(`${name} is in the text`)}
    >
      {amendment.does === 'delete' ? (
        <p className={styles.note}>The clause is withdrawn from the text. It stays on record and can be restored.</p>
      ) : (
        <>
          {changes.conflicts === 0 ? null : (
            <p className={styles.note}>
              {changes.conflicts === 1 ? 'One place' : `${changes.conflicts} places`} of the amendment cannot be taken in: the text has
              changed there too, and its author has to say what the amendment means now.
            </p>
          )}
          <fieldset className={styles.form}>
            <legend>Its changes</legend>
            {changes.hunks.map((hunk, index) => (
              <Checkbox
                key={index}
                checked={!left.has(index)}
                onChange={({ target }) => setLeft(toggled(left, index, !target.checked))}
                label={<HunkWords before={within(changes.before, hunk.before)} after={within(changes.after, hunk.after)} />}
              />
            ))}
          </fieldset>
          <h3 className={styles.title}>How the clause would read</h3>
          <div className={styles.preview}>
            <Difference
              before={base.wording}
              after={wordingOf({ ...clause, text: after, milestones: milestonesOf(negotiation, clause.clause) })}
            />
          </div>
          <Consent view={view} text={after} />
        </>
      )}
    </StatementDialog>
  )
}

function Consent({ view, text }: { readonly view: ClauseView; readonly text: Text }) {
  const { lapses, holds } = useMemo(() => consentAfter(view, text), [view, text])
  const names = (parties: typeof lapses) => list(parties.map((party) => partyName(view.negotiation, party)))
  return (
    <p className={styles.note} role="status">
      {holds.length === 0 ? 'Nobody has accepted these words yet. ' : `Accepted already by ${names(holds)}: current at once. `}
      {lapses.length === 0 ? 'No consent lapses.' : `Consent of ${names(lapses)} lapses.`}
    </p>
  )
}

/** What taking it in would change now, with nothing guessed. */
function changesOf({ negotiation }: ClauseView, text: Text, { amendment, text: wanted }: TabledReading) {
  if (amendment.does === 'delete') return { before: tokensOf(text), after: tokensOf(text), hunks: [], conflicts: 0 }
  const merge = amendmentMerge(negotiation, amendment, text, wanted)
  return { before: tokensOf(text), after: tokensOf(merge.text), hunks: amendmentHunks(text, merge), conflicts: merge.conflicts.length }
}

function count(changes: number): string {
  return changes === 1 ? 'one change' : `${changes} changes`
}
