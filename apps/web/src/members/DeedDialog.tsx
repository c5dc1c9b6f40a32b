/** Asks once more before a command on a seat is given, and says what happens then. */
import { notify } from '../design/Toast.tsx'
import { complaint } from '../refusal/explain.ts'
import { useRoom } from '../room/useRoom.ts'
import { Asking } from './Asking.tsx'
import type { Deed } from './deeds.ts'
import styles from './Members.module.css'

export function DeedDialog({ deed, onDone }: { readonly deed: Deed; readonly onDone: () => void }) {
  const room = useRoom()

  async function send() {
    const answer = await room.submit(deed.command, deed.input)
    if (!answer.ok) return complaint(answer.refusal, room.view().negotiation)
    notify(deed.done)
    onDone()
    return undefined
  }

  return (
    <Asking title={deed.title} submit={deed.submit} danger={deed.danger} onSubmit={send} onClose={onDone}>
      <ul className={styles.consequences}>
        {deed.consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Asking>
  )
}
