/**
 * What the positions of a row come to: the status, or the traffic light, or that silence runs. Behind a clause that is not agreed is
 * why, and the way to agreement on it.
 */
import { lightOf, silenceOn, type Assessment, type ClauseId, type Negotiation } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { Popover } from '../design/Popover.tsx'
import { shapeOfStatus } from '../design/shape.ts'
import { wordOfStatus } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { WhyOpen } from '../path/WhyOpen.tsx'
import { Until } from '../silence/Until.tsx'
import { untilWords } from '../silence/until-words.ts'
import { clauseName } from '../table/naming.ts'
import { useTableNow } from '../table/useTableNow.ts'
import { Light } from './Light.tsx'
import type { Row } from './matrix.ts'
import styles from './ResultCell.module.css'

type ResultProps = { readonly row: Row; readonly negotiation: Negotiation; readonly assessment: Assessment; readonly lights: boolean }

export function Result({ row: { clause, assessment: own }, negotiation, assessment, lights }: ResultProps) {
  const now = useTableNow()
  const light = lights ? lightOf(assessment, clause.clause) : undefined
  const silence = silenceOn(negotiation, clause.clause)
  if (light !== undefined) return <Light light={light} />
  return (
    <span className={styles.result} data-status={own.status}>
      <Tag shape={shapeOfStatus(own.status)}>{wordOfStatus(own.status)}</Tag>
      {silence === undefined ? null : <Tag shape="silence">Silence ends {untilWords(silence.closesAt, now)}</Tag>}
    </span>
  )
}

type WhyPopoverProps = {
  readonly id: string
  readonly negotiation: Negotiation
  readonly assessment: Assessment
  readonly clause: ClauseId | undefined
  readonly onGoal: (clause: ClauseId) => void
}

export function WhyPopover({ id, negotiation, assessment, clause, onGoal }: WhyPopoverProps) {
  if (clause === undefined) return <Popover id={id} label="Why it is not agreed" />
  const title = `Why ${clauseName(negotiation, clause)} is not agreed`
  const silence = silenceOn(negotiation, clause)
  return (
    <Popover id={id} label={title} className={styles.popover}>
      <header className={styles.header}>
        <h2>{title}</h2>
        <IconButton icon="close" name="Close" size="small" popoverTarget={id} popoverTargetAction="hide" />
      </header>
      <WhyOpen {...{ negotiation, assessment, clause }} />
      {silence === undefined ? null : (
        <p className={styles.silence}>
          Silence runs until <Until at={silence.closesAt} />.
        </p>
      )}
      <Button size="small" icon="forward" popoverTarget={id} popoverTargetAction="hide" onClick={() => onGoal(clause)}>
        Path to agreement on it
      </Button>
    </Popover>
  )
}
