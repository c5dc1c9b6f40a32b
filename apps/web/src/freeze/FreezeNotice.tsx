/** Says at a frozen clause that its words stay as they are, who decided it, when and why. */
import { may, type ClauseId, type Negotiation, type Speaker } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { Icon } from '../design/Icon.tsx'
import { Moment } from '../design/Moment.tsx'
import { Notice } from '../design/Notice.tsx'
import { personName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './FreezeNotice.module.css'

type FreezeNoticeProps = {
  readonly negotiation: Negotiation
  readonly clause: ClauseId
  readonly speaker: Speaker | undefined
  /** Without it there is nothing to press: the clause is not in hand. */
  readonly onReopen?: (() => void) | undefined
}

export function FreezeNotice({ negotiation, clause, speaker, onReopen }: FreezeNoticeProps) {
  const barred = useBarred()
  const freeze = negotiation.freezes.get(clause)
  if (freeze === undefined) return null
  const { said, reason } = freeze
  return (
    <Notice mark={<Icon name="lock" />} className={styles.notice} data-frozen>
      <p>
        <b>Frozen</b> <Moment at={said.at} /> by {said.by === 'server' ? 'the chair' : personName(negotiation, said.by.seat)}: “{reason}”
      </p>
      {onReopen === undefined ? null : (
        <p className={styles.meaning}>Nobody types in it until the chair reopens it. Positions, comments and amendments go on.</p>
      )}
      {onReopen !== undefined && speaker !== undefined && may(speaker, 'preside') ? (
        <Button size="small" because={barred} onClick={onReopen}>
          Reopen…
        </Button>
      ) : null}
    </Notice>
  )
}
