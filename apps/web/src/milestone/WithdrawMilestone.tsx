/** Asks once, with a reason, before a milestone is taken out of its clause: consent to the clause lapses with it. */
import type { Milestone } from '@entente/agreement'
import { useState, type FormEvent } from 'react'
import { Button } from '../design/Button.tsx'
import { TextField } from '../design/Field.tsx'
import { complaint } from '../refusal/explain.ts'
import { useRoom, useSay } from '../room/useRoom.ts'
import { useBarred } from '../table/useBarred.ts'
import styles from './MilestoneCard.module.css'

export function WithdrawMilestone({ milestone: { milestone }, onClose }: { readonly milestone: Milestone; readonly onClose: () => void }) {
  const room = useRoom()
  const say = useSay()
  const barred = useBarred()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | undefined>(undefined)

  async function send(event: FormEvent) {
    event.preventDefault()
    if (barred !== undefined) return
    const answer = await say('milestone.withdraw', { milestone, reason: reason.trim() }, { quietly: true })
    if (answer.ok) onClose()
    else setFault(complaint(answer.refusal, room.view().negotiation))
  }

  return (
    <form className={styles.withdraw} onSubmit={(event) => void send(event)}>
      <TextField
        label="Reason"
        optional
        value={reason}
        fault={fault}
        onChange={({ target }) => setReason(target.value)}
        hint="The terms leave the wording, so consent to the clause lapses."
      />
      <div className={styles.actions}>
        <Button type="submit" size="small" look="danger" because={barred}>
          Withdraw the milestone
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
