/** What members of the delegation asked their head to say at the table, and the head's answer. Nothing is said there until the head says it. */
import { askState, may, type Ask, type AskState, type Negotiation, type Readings, type Speaker } from '@entente/agreement'
import { useState } from 'react'
import { Button } from '../design/Button.tsx'
import { Glyph } from '../design/Glyph.tsx'
import { Moment } from '../design/Moment.tsx'
import { Panel } from '../design/Panel.tsx'
import { shapeOfStance, toneOf } from '../design/shape.ts'
import { positionDeed, positionWords } from '../record/tell-position.ts'
import { useSay } from '../room/useRoom.ts'
import { clauseName, personName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { useView } from '../table/useView.ts'
import { AnswerAsk } from './AnswerAsk.tsx'
import styles from './AsksPanel.module.css'
import { bareDeed } from './bare-deed.ts'
import { useClosed } from './useClosed.ts'

/** Requests that were answered are shown until there are more than this many newer ones. */
const ANSWERED_SHOWN = 3

export function AsksPanel() {
  const negotiation = useView((view) => view.negotiation)
  const readings = useView((view) => view.readings)
  const speaker = useView((view) => view.speaker)
  const closed = useClosed()
  const asks = [...negotiation.asks.values()].map((ask) => ({ ask, state: askState(negotiation, readings, ask) }))
  const waiting = asks.filter(({ state }) => state === 'waits')
  const answered = asks.filter(({ state }) => state !== 'waits').slice(-ANSWERED_SHOWN)
  if (asks.length === 0 || speaker === undefined) return null
  return (
    <Panel title={waiting.length === 0 || closed ? 'Requests to the head' : `Waiting for the head: ${waiting.length}`}>
      <ul className={styles.asks}>
        {[...waiting, ...answered].map(({ ask, state }) => (
          <OneAsk key={ask.ask} {...{ ask, state, negotiation, readings, speaker }} />
        ))}
      </ul>
    </Panel>
  )
}

type OneAskProps = {
  readonly ask: Ask
  readonly state: AskState
  readonly negotiation: Negotiation
  readonly readings: Readings
  readonly speaker: Speaker
}

function OneAsk({ ask, state, negotiation, speaker }: OneAskProps) {
  const say = useSay()
  const barred = useBarred()
  const [answering, setAnswering] = useState(false)
  const closed = useClosed()
  const shape = shapeOfStance(ask.position)
  const by = ask.said.by
  const own = by !== 'server' && by.seat === speaker.seat.seat
  const more = positionWords(ask.position)
  return (
    <li data-ask={state}>
      <p data-tone={toneOf(shape)}>
        <Glyph shape={shape} beside />
        <span>
          <b>{by === 'server' ? '' : personName(negotiation, by.seat)}</b> asks that the delegation{' '}
          {bareDeed(positionDeed(ask.position, clauseName(negotiation, ask.clause), negotiation))}. <Moment at={ask.said.at} />
        </span>
      </p>
      {more === undefined ? null : <p className={styles.quiet}>{more}</p>}
      {state === 'waits' && closed ? (
        <p className={styles.quiet}>Not answered.</p>
      ) : state === 'waits' ? (
        <p className={styles.actions}>
          {may(speaker, 'bind') ? (
            <Button size="small" look="primary" because={barred} onClick={() => setAnswering(true)}>
              Answer…
            </Button>
          ) : null}
          {own ? (
            <Button size="small" because={barred} onClick={() => void say('acceptance.take-back', { ask: ask.ask })}>
              Take it back
            </Button>
          ) : null}
        </p>
      ) : (
        <p className={styles.quiet}>{stateWords(state, ask)}</p>
      )}
      {answering ? <AnswerAsk ask={ask} negotiation={negotiation} onClose={() => setAnswering(false)} /> : null}
    </li>
  )
}

function stateWords(state: Exclude<AskState, 'waits'>, { ended }: Ask): string {
  switch (state) {
    case 'met':
      return 'Said at the table since.'
    case 'overtaken':
      return 'The words have changed since; ask again if it is still meant.'
    case 'declined':
      return ended?.is === 'declined' && ended.reason !== undefined ? `Declined: “${ended.reason}”` : 'Declined.'
    case 'taken-back':
      return 'Taken back.'
    default:
      return state satisfies never
  }
}
