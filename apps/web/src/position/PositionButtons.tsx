/**
 * The ways to state a delegation's position on a clause, one key each, the rarer ones in a menu. The same at the table and in the
 * matrix. What the seat may not do stays in sight and says why.
 */
import { lastPosition } from '@entente/agreement'
import type { ClauseView } from '../clause/useClause.ts'
import { Button } from '../design/Button.tsx'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { whyNot } from '../refusal/explain.ts'
import { useAsk } from '../room/useRoom.ts'
import type { FormStance } from '../table/attention.ts'
import { clauseName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './ActionBar.module.css'
import type { Statements } from './useStatements.ts'

type PositionButtonsProps = {
  readonly view: ClauseView
  readonly statements: Statements
  readonly openStance: FormStance | undefined
  readonly onStance: (stance: FormStance) => void
  readonly onDeclare: () => void
}

export function PositionButtons({ view, statements, openStance, onStance, onDeclare }: PositionButtonsProps) {
  const { clause, negotiation, reading, speaker } = view
  const ask = useAsk()
  const barred = useBarred()
  const accepting = ask('position.take', { clause: clause.clause, on: reading.fingerprint, position: { stance: 'accepts' } })
  const forbidden =
    accepting !== undefined && !accepting.ok && accepting.refusal.code === 'not-permitted' ? whyNot(accepting, negotiation) : undefined
  const never = barred ?? forbidden
  const has = speaker && lastPosition(negotiation.positions.get(clause.clause)?.get(speaker.party.party)) !== undefined
  const form = (stance: FormStance) => ({ because: never, 'aria-expanded': openStance === stance, onClick: () => onStance(stance) })
  return (
    <div
      className={styles.positions}
      role="group"
      aria-label={`Your position on ${clauseName(negotiation, clause.clause)}, for ${speaker?.party.shortName}`}
    >
      <Button shape="accepts" shortcut="A" because={barred ?? whyNot(accepting, negotiation)} onClick={statements.accept}>
        Accept
      </Button>
      <Button shape="condition" shortcut="I" {...form('accepts-if')}>
        Accept if…
      </Button>
      <Button shape="reserves" shortcut="R" {...form('reserves')}>
        Reserve
      </Button>
      <Button shape="objects" shortcut="O" {...form('objects')}>
        Object
      </Button>
      <Menu look="ghost" icon="more" aria-label="Other positions" title="Other positions" {...(never !== undefined && { because: never })}>
        <MenuItem onClick={() => onStance('accepts-ad-referendum')}>Accept ad referendum…</MenuItem>
        <MenuItem onClick={() => onStance('accepts-with-reservation')}>Accept with a reservation…</MenuItem>
        <MenuItem onClick={() => onStance('stands-aside')}>Stand aside…</MenuItem>
        <MenuItem onClick={onDeclare}>Make a declaration…</MenuItem>
        {has ? <MenuItem onClick={statements.withdraw}>Withdraw our position</MenuItem> : null}
      </Menu>
    </div>
  )
}
