/** What a position would do with the positions as they stand, before it is recorded. */
import type { ClauseId, Stance } from '@entente/agreement'
import { list, wordOfStatus } from '../design/status-words.ts'
import { useRoomView } from '../room/useRoom.ts'
import { clauseName } from '../table/naming.ts'
import { blockerWords } from './blocker-words.ts'
import { forecast } from './forecast.ts'
import styles from './StanceForm.module.css'

export function Outlook({ clause, position }: { readonly clause: ClauseId; readonly position: Stance }) {
  const { negotiation, readings, speaker, now } = useRoomView()
  const would = speaker && forecast({ negotiation, readings, speaker, now: now() }, clause, position)
  if (would === undefined) return null
  return (
    <p className={styles.outlook}>
      With positions as they stand,{' '}
      {would.blockers.length === 0
        ? `${clauseName(negotiation, clause)} would be: ${wordOfStatus(would.status)}.`
        : `this would not yet settle ${clauseName(negotiation, clause)}: ${list(would.blockers.map((blocker) => blockerWords(blocker, negotiation)))}.`}
    </p>
  )
}
