/** Everything one party said of one clause, the latest first. What was superseded or lapsed is marked as such and stays readable. */
import type { ClauseId, Negotiation, PartyId, PositionStep, Reading } from '@entente/agreement'
import { Glyph } from '../design/Glyph.tsx'
import { Moment } from '../design/Moment.tsx'
import { shapeOfStance, toneOf, type Shape } from '../design/shape.ts'
import { wordOfStance } from '../design/status-words.ts'
import { namingOf, personName } from '../table/naming.ts'
import styles from './History.module.css'
import { stateOfStep, type StepState } from './step-state.ts'

type HistoryProps = {
  readonly negotiation: Negotiation
  readonly clause: ClauseId
  readonly party: PartyId
  readonly reading: Reading | undefined
}

export function History({ negotiation, clause, party, reading }: HistoryProps) {
  const steps = (negotiation.positions.get(clause)?.get(party) ?? []).toReversed()
  if (steps.length === 0) return <p className={styles.none}>Has not taken a position on this clause.</p>
  return (
    <ol className={styles.history}>
      {steps.map((step) => (
        <Step key={step.said.seq} step={step} negotiation={negotiation} state={stateOfStep(negotiation, step, reading)} />
      ))}
    </ol>
  )
}

function Step({ step, negotiation, state }: { readonly step: PositionStep; readonly negotiation: Negotiation; readonly state: StepState }) {
  const { said, position } = step
  const shape: Shape = position.stance === 'withdrawn' ? 'none' : shapeOfStance(position)
  return (
    <li className={styles.step} data-tone={toneOf(shape)} data-state={state}>
      <Glyph shape={shape} beside />
      <div>
        <p className={styles.said}>
          <b>{position.stance === 'withdrawn' ? 'Withdrew its position' : wordOfStance(position, namingOf(negotiation))}</b>
          {state === 'now' ? null : <span className={styles.state}>{state}</span>}
          <span className={styles.when}>
            <Moment at={said.at} />
            {said.by === 'server' ? null : `, ${personName(negotiation, said.by.seat)}`}
            {'bySilence' in step && step.bySilence !== undefined ? ', by silence' : ''}
            {'round' in step && step.round !== undefined ? `, round ${step.round}` : ''}
          </span>
        </p>
        {position.stance === 'withdrawn' ? null : <Words position={position} />}
        {'confirmed' in step && step.confirmed !== undefined ? (
          <p>
            Confirmed <Moment at={step.confirmed.at} />
          </p>
        ) : null}
      </div>
    </li>
  )
}

function Words({ position }: { readonly position: Exclude<PositionStep['position'], { stance: 'withdrawn' }> }) {
  return (
    <>
      {position.stance === 'accepts-with-reservation' ? <p>Reservation: {position.reservation}</p> : null}
      {position.stance === 'objects' && position.reason !== '' ? <p>{position.reason}</p> : null}
      {position.stance === 'objects' && position.proposedText !== undefined ? <p>Proposes: “{position.proposedText}”</p> : null}
      {position.stance === 'accepts-ad-referendum' && position.confirmBy !== undefined ? (
        <p>
          To be confirmed by <Moment at={position.confirmBy} />
        </p>
      ) : null}
      {'note' in position && position.note !== undefined && position.note !== '' ? <p>{position.note}</p> : null}
    </>
  )
}
