/** The barometer for anybody, once all parties have agreed to publish it: no seat, no names, nothing that is for the parties only. */
import { NegotiationId } from '@entente/agreement'
import { useCallback } from 'react'
import { server } from '../api/server.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { NotFound } from '../app/NotFound.tsx'
import { PlainPage } from '../app/PlainPage.tsx'
import { Empty } from '../design/Empty.tsx'
import { Moment } from '../design/Moment.tsx'
import { Panel } from '../design/Panel.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { list } from '../design/status-words.ts'
import { explainFault } from '../refusal/explain-fault.ts'
import styles from './Barometer.module.css'
import { shownOf } from './barometer.ts'
import { BarometerChart } from './BarometerChart.tsx'
import { BarometerTable } from './BarometerTable.tsx'

export function PublicBarometerPage({ id }: { readonly id: string }) {
  const negotiation = NegotiationId.safeParse(id)
  return negotiation.success ? <Published negotiation={negotiation.data} /> : <NotFound />
}

function Published({ negotiation }: { readonly negotiation: NegotiationId }) {
  const ask = useCallback((signal: AbortSignal) => server.publishedBarometer(negotiation, signal), [negotiation])
  const [answer] = useAnswer(ask)
  switch (answer.is) {
    case 'waiting':
      return (
        <PlainPage title="Barometer">
          <Skeleton waitingFor="Reading the barometer" />
        </PlainPage>
      )
    case 'failed':
      return (
        <PlainPage title="Barometer">
          <Empty icon="timeline" title="Nothing is published here" level={1}>
            {answer.fault.kind === 'refused' && answer.fault.code === 'not-found'
              ? 'A barometer is shown here once all parties of a negotiation have agreed to it, and as long as they do.'
              : Object.values(explainFault(answer.fault)).join(' ')}
          </Empty>
        </PlainPage>
      )
    case 'here': {
      const { title, barometer, milestones } = answer.value
      const shown = shownOf(barometer.overTime)
      const last = shown.moments.at(-1)
      return (
        <PlainPage title={title}>
          <h1 className={styles.title}>{title}</h1>
          <p className={styles.lead}>
            How far the commitments have come, by the findings of those who verify them
            {last === undefined ? '' : ', '}
            {last === undefined ? null : <Moment at={last} />}.
          </p>
          <div className={styles.published}>
            <Panel title="Barometer of implementation">
              <BarometerChart barometer={shown} />
            </Panel>
            <Panel title="In numbers">
              <BarometerTable barometer={shown} />
            </Panel>
            {milestones.length === 0 ? null : (
              <Panel title="Milestones that the parties publish" flush>
                <ul className={styles.milestones}>
                  {milestones.map(({ milestone, number, title: name, performers, verifier, due, stateInWords, level }) => (
                    <li key={milestone}>
                      <b>
                        {number} {name}
                      </b>
                      : {stateInWords.toLowerCase()}
                      {level === undefined ? '' : `, level ${level} of 3`}.{' '}
                      <small>
                        Due {due}. Performed by {list(performers)}, verified by {verifier}.
                      </small>
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
          </div>
        </PlainPage>
      )
    }
    default:
      return answer satisfies never
  }
}
