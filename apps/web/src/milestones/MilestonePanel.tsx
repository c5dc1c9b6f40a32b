/** The milestone in hand: where it stands, its terms, what has been said of it, what it unlocks. */
import { remedyOf, type Day, type MilestoneId, type MilestoneStep, type Negotiation, type PartyId } from '@entente/agreement'
import type { ReactNode } from 'react'
import { Moment } from '../design/Moment.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { list } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { dueDayWords, dueWords } from '../milestone/due-words.ts'
import { milestoneNames, unlockedBy } from '../milestone/sequence.ts'
import { partyName } from '../table/naming.ts'
import styles from './MilestonePanel.module.css'
import { shapeOfState, stateSentence, wordOfState } from './state-words.ts'
import type { Step } from './steps.ts'

type MilestonePanelProps = {
  readonly step: Step
  readonly negotiation: Negotiation
  readonly today: Day
  readonly own: PartyId | undefined
  readonly onGo: (id: MilestoneId) => void
}

export function MilestonePanel({ step: { milestone, standing, state }, negotiation, today, own, onGo }: MilestonePanelProps) {
  const { terms, steps } = milestone
  const names = milestoneNames(negotiation)
  const unlocks = unlockedBy(negotiation, milestone.milestone)
  const day = dueDayWords(terms.due, standing.deadline)
  const exchanged = (terms.reciprocalWith ?? []).map((id) => names.get(id) ?? id)
  return (
    <>
      <p className={styles.state}>
        <Tag shape={shapeOfState(state)}>{wordOfState(state)}</Tag>
        <span>{stateSentence(negotiation, standing, today)}</span>
      </p>
      <dl className={styles.terms}>
        <Term name="Performs">
          <Parties parties={terms.performers} {...{ negotiation, own }} />
        </Term>
        <Term name="Verifies">
          <Parties parties={[terms.verifier]} {...{ negotiation, own }} />
        </Term>
        <Term name="Due">
          {dueWords(terms.due, negotiation)}
          {day === undefined ? null : <small>{day}</small>}
        </Term>
        {terms.dependsOn.length === 0 ? null : (
          <Term name="Waits for">
            {terms.dependsOn.map(({ milestone: id, after }) => (
              <Other key={id} id={id} {...{ negotiation, onGo }} after={after} />
            ))}
          </Term>
        )}
        {terms.quote === undefined ? null : <Term name="Promised">“{terms.quote}”</Term>}
        <Term name="Evidence">{terms.evidence.length === 0 ? 'None named: the verifier decides' : <Lines of={terms.evidence} />}</Term>
        {terms.review === undefined ? null : (
          <Term name="Review">
            Every {terms.review.everyDays === 1 ? 'day' : `${terms.review.everyDays} days`} by {partyName(negotiation, terms.review.by)}
          </Term>
        )}
        {terms.streak === undefined ? null : <Term name="Must hold">{terms.streak.days} days on end</Term>}
        <Term name="If missed">
          {terms.remedialSteps.length === 0 ? 'No remedy is agreed' : <Lines of={terms.remedialSteps.map((each) => remedyOf(each).step)} />}
        </Term>
        {exchanged.length === 0 ? null : <Term name="In exchange">{list(exchanged)}</Term>}
        {unlocks.length === 0 ? null : (
          <Term name="Unlocks">
            {unlocks.map(({ milestone: id }) => (
              <Other key={id} id={id} {...{ negotiation, onGo }} />
            ))}
          </Term>
        )}
        {steps.map((step) => (
          <Term key={step.said.seq} name={stepName(step)}>
            <Moment at={step.said.at} />
            {step.said.by === 'server' ? '' : ` by ${partyName(negotiation, step.said.by.party)}`}
            {'level' in step && step.level !== undefined ? `, level ${step.level} of 3` : ''}. {step.note}
          </Term>
        ))}
      </dl>
    </>
  )
}

function stepName(step: MilestoneStep): string {
  switch (step.is) {
    case 'reported':
      return 'Reported'
    case 'found':
      return step.finding === 'verified' ? 'Verified' : 'Not verified'
    case 'inspected':
      return 'Second inspection'
    case 'disputed':
      return 'Disputed'
    case 'requested':
      return 'Requested'
    case 'breached':
      return 'Breach'
    case 'remedied':
      return 'Remedy taken'
    default:
      return step satisfies never
  }
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Parties({
  parties,
  negotiation,
  own,
}: { readonly parties: readonly PartyId[] } & Pick<MilestonePanelProps, 'negotiation' | 'own'>) {
  return (
    <ul className={styles.parties}>
      {parties.map((party) => (
        <li key={party}>
          <PartyCode party={party} filled={party === own} /> {partyName(negotiation, party)}
        </li>
      ))}
    </ul>
  )
}

type OtherProps = Pick<MilestonePanelProps, 'negotiation' | 'onGo'> & { readonly id: MilestoneId; readonly after?: string }

/** Another milestone, one press away. */
function Other({ id, negotiation, onGo, after }: OtherProps) {
  return (
    <span className={styles.other}>
      <button type="button" onClick={() => onGo(id)}>
        {milestoneNames(negotiation).get(id)} {negotiation.milestones.get(id)?.terms.title ?? id}
      </button>
      {after === undefined ? null : <small>{after}</small>}
    </span>
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
