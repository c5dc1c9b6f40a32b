/**
 * What your changes mean now: the text has moved since the amendment was made. What nobody else came near is carried over; where both sides
 * changed the same words, both readings stand side by side and the delegation chooses. One action updates the amendment.
 */
import { milestonesOf } from '@entente/agreement'
import { amendmentMerge, madeIn, merged, tokensInWords, wordingOf, type Choices as Chosen, type Text } from '@entente/draft'
import { useId, useMemo, useState } from 'react'
import type { ClauseView } from '../clause/useClause.ts'
import { Choice, Choices } from '../design/Choice.tsx'
import { notify } from '../design/Toast.tsx'
import { Difference } from '../lapse/Difference.tsx'
import { namedIn } from '../reference/reference-words.ts'
import { StatementDialog } from '../statement/StatementDialog.tsx'
import styles from './Forms.module.css'
import type { TabledReading } from './useAmendments.ts'

type UpdateDialogProps = {
  readonly view: ClauseView
  readonly text: Text
  readonly tabled: TabledReading
  readonly onClose: () => void
}

export function UpdateDialog({ view, text, tabled: { amendment, name, text: wanted, reading }, onClose }: UpdateDialogProps) {
  const { clause, negotiation, reading: base } = view
  const question = useId()
  const named = namedIn(negotiation)
  const [choices, setChoices] = useState<Chosen>(new Map())
  const { conflicts, carried, settled } = useMemo(
    () => (amendment.does === 'reword' ? amendmentMerge(negotiation, amendment, text, wanted) : nothing),
    [negotiation, amendment, text, wanted],
  )
  const result = useMemo(
    () => (amendment.does === 'reword' ? merged(madeIn(negotiation, amendment, text), text, wanted, choices).text : text),
    [negotiation, amendment, text, wanted, choices],
  )
  const wording = (words: Text) => wordingOf({ ...clause, text: words, milestones: milestonesOf(negotiation, clause.clause) })
  return (
    <StatementDialog
      title={`What your changes mean now: ${name}`}
      size="medium"
      command="amendment.update"
      input={{ amendment: amendment.amendment, on: base.fingerprint, of: reading?.fingerprint, text: result }}
      negotiation={negotiation}
      missing={conflicts.length > choices.size ? 'Choose in every conflict first' : undefined}
      submit="Update the amendment"
      onClose={onClose}
      onDone={() => notify(`${name} is made against the text as it reads now`)}
    >
      <p className={styles.note}>
        The text has changed since you made this amendment. {sentence(carried, 'is carried over', 'are carried over')}{' '}
        {settled === 0 ? '' : sentence(settled, 'is in the text already', 'are in the text already')}
      </p>
      {conflicts.map(({ was, now, wanted: yours }, index) => (
        <div key={index} className={styles.conflict}>
          <Choices question={`Conflict ${index + 1}: it was “${tokensInWords(was, named) || 'nothing'}”`} columns="wide">
            {(
              [
                ['now', 'The text reads now', now],
                ['wanted', 'Your amendment', yours],
              ] as const
            ).map(([side, what, tokens]) => (
              <Choice
                key={side}
                name={`${question}-${index}`}
                value={side}
                checked={choices.get(index) === side}
                onChange={() => setChoices(new Map(choices).set(index, side))}
                answer={what}
                meaning={tokensInWords(tokens, named) === '' ? 'nothing' : `“${tokensInWords(tokens, named)}”`}
              />
            ))}
          </Choices>
        </div>
      ))}
      <h3 className={styles.title}>Your amendment would then change the text so</h3>
      <div className={styles.preview}>
        <Difference before={base.wording} after={wording(result)} />
      </div>
    </StatementDialog>
  )
}

const nothing = { conflicts: [], carried: 0, settled: 0 }

function sentence(changes: number, one: string, many: string): string {
  if (changes === 0) return 'None of your changes is untouched.'
  return changes === 1 ? `One of your changes ${one}.` : `${changes} of your changes ${many}.`
}
