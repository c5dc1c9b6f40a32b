/** The terms of a milestone as lines of a description list: when, on what evidence, by which measure, reviewed how often. */
import { DISPUTE_DAYS, type MilestoneStanding, type Negotiation } from '@entente/agreement'
import { dayWithYear } from '../design/moment.ts'
import { list } from '../design/status-words.ts'
import { Deadline } from '../milestone/Deadline.tsx'
import { dueWords } from '../milestone/due-words.ts'
import { partyName } from '../table/naming.ts'
import styles from './MilestonePanel.module.css'
import { days, namesOf } from './state-words.ts'
import { Term } from './Term.tsx'

type TermsListProps = { readonly standing: MilestoneStanding; readonly negotiation: Negotiation }

export function TermsList({ standing: { of, deadline }, negotiation }: TermsListProps) {
  const { terms } = of
  const { parts, review, streak, reciprocalWith = [], criteria, scale, disputeDays, replaces, publicity } = terms
  return (
    <>
      <Term name="Due">
        {dueWords(terms.due, negotiation)}
        {deadline.is === 'known' ? (
          <span className={styles.deadline}>
            <Deadline deadline={deadline} due={terms.due} />
          </span>
        ) : null}
      </Term>
      {terms.quote === undefined ? null : <Term name="Promised">“{terms.quote}”</Term>}
      {criteria === undefined ? null : (
        <Term name="Done when">
          <Lines of={criteria} />
        </Term>
      )}
      <Term name="Evidence">{terms.evidence.length === 0 ? 'None named: the verifier decides' : <Lines of={terms.evidence} />}</Term>
      {parts === undefined ? null : (
        <Term name={`For each of the ${parts.called}`}>
          <Lines of={parts.each.map(({ name, by }) => (by === undefined ? name : `${name} (${partyName(negotiation, by)})`))} />
        </Term>
      )}
      {scale === undefined ? null : (
        <Term name="Levels">
          <Lines of={scale.map((words, level) => `${level}: ${words}`)} />
        </Term>
      )}
      {review === undefined ? null : (
        <Term name="Review">
          Every {review.everyDays === 1 ? 'day' : days(review.everyDays)} by {partyName(negotiation, review.by)}
          {review.until === undefined ? '' : `, until ${dayWithYear(review.until)}`}
          {review.untilOffsetDays === undefined ? '' : `, for ${days(review.untilOffsetDays)}`}
        </Term>
      )}
      {streak === undefined ? null : (
        <Term name="Must hold">
          {days(streak.days)} on end{streak.resetBy.length === 0 ? '' : `, counted anew after ${list(streak.resetBy)}`}
        </Term>
      )}
      {reciprocalWith.length === 0 ? null : <Term name="In exchange">{namesOf(negotiation, reciprocalWith)}</Term>}
      {replaces === undefined ? null : <Term name="Replaces">{namesOf(negotiation, [replaces])}</Term>}
      <Term name="Disputes">Within {days(disputeDays ?? DISPUTE_DAYS)} of a finding</Term>
      <Term name="Read by">{publicity === 'public' ? 'Everybody, once all parties agree to publish' : 'The parties only'}</Term>
    </>
  )
}

function Lines({ of }: { readonly of: readonly string[] }) {
  if (of.length === 1) return of[0]
  return (
    <ul className={styles.lines}>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
