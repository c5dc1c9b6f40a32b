/** A withdrawn clause, in one line where it stood: who took it out, why, and the way back. */
import { may, type Clause, type Negotiation, type Speaker } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Moment } from '../design/Moment.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk, useSay } from '../room/useRoom.ts'
import { clauseName, partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './Structure.module.css'

export function WithdrawnClause({
  clause: { clause, number, heading, standing },
  negotiation,
  speaker,
}: {
  readonly clause: Clause
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
}) {
  const say = useSay()
  const barred = useBarred()
  const ask = useAsk()
  if (standing.is !== 'withdrawn') return null
  const { by, at } = standing.said
  const gone = standing.joined === undefined ? 'withdrawn' : `joined to ${clauseName(negotiation, standing.joined.clause)}`
  const because = barred ?? whyNot(ask('clause.restore', { clause }), negotiation)
  return (
    <section
      id={`clause-${clause}`}
      className={styles.withdrawn}
      data-clause={clause}
      data-status="withdrawn"
      aria-label={`Withdrawn clause, ${heading}`}
    >
      <p>
        {number === undefined ? '' : `${number}. `}
        <del className={styles.gone}>{heading === '' ? 'A clause without a heading' : heading}</del> {gone}
        {by === 'server' ? '' : ` by ${partyName(negotiation, by.party)}`}, <Moment at={at} />
        {standing.reason === '' ? '' : `: ${standing.reason}`}
      </p>
      {speaker !== undefined && may(speaker, 'structure') ? (
        <Button size="small" look="ghost" icon="undo" because={because} onClick={() => void say('clause.restore', { clause })}>
          Restore<VisuallyHidden> {heading}</VisuallyHidden>
        </Button>
      ) : null}
    </section>
  )
}
