/** Giving up one's own seat. */
import { complaint } from '../refusal/explain.ts'
import { useRoom } from '../room/useRoom.ts'
import { Asking } from './Asking.tsx'
import styles from './Members.module.css'

export function LeaveTable({ onDone }: { readonly onDone: () => void }) {
  const room = useRoom()

  async function send() {
    const answer = await room.submit('seat.leave', {})
    if (!answer.ok) return complaint(answer.refusal, room.view().negotiation)
    onDone()
    return undefined
  }

  return (
    <Asking title="Leave this table" submit="Leave the table" danger onSubmit={send} onClose={onDone}>
      <ul className={styles.consequences}>
        <li>You give your seat up for good. To come back you need a new invitation.</li>
        <li>What you said stays on record under your name.</li>
      </ul>
    </Asking>
  )
}
