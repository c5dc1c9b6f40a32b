/** Handing the head's seat over to somebody of the same party. */
import type { Party, Seat } from '@entente/agreement'
import { notify } from '../design/Toast.tsx'
import { complaint } from '../refusal/explain.ts'
import { useRoom } from '../room/useRoom.ts'
import { Asking } from './Asking.tsx'
import styles from './Members.module.css'

type HandOverProps = { readonly party: Party; readonly to: Seat; readonly onDone: () => void }

export function HandOver({ party, to, onDone }: HandOverProps) {
  const room = useRoom()

  async function send() {
    const answer = await room.submit('seat.hand-over', { to: to.seat })
    if (!answer.ok) return complaint(answer.refusal, room.view().negotiation)
    notify(`${to.name} heads ${party.shortName} now.`)
    onDone()
    return undefined
  }

  return (
    <Asking title={`Hand the head’s seat over to ${to.name}`} submit="Hand over" danger onSubmit={send} onClose={onDone}>
      <ul className={styles.consequences}>
        {party.kind === 'delegation' ? (
          <li>
            From now on {to.name} records the positions of {party.shortName}, and you do not. Positions on record stand.
          </li>
        ) : null}
        <li>
          {to.name} gives and takes away the seats of {party.shortName}.
        </li>
        <li>You go on as a negotiator. Only {to.name} can hand the seat back.</li>
        <li>The record says so, for everybody at the table.</li>
      </ul>
    </Asking>
  )
}
