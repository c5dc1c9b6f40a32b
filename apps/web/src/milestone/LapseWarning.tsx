/** Whose consent to a clause will lapse when a milestone of it changes, said before it is recorded. Nothing where nobody has consented. */
import type { ClauseId } from '@entente/agreement'
import { consentingTo, lapseWarning } from '../lapse/consenting.ts'
import { useRoomView } from '../room/useRoom.ts'
import { partyName } from '../table/naming.ts'
import styles from './MilestoneForm.module.css'

/** `deed` begins the sentence: "Recording these terms". */
export function LapseWarning({ clause, deed }: { readonly clause: ClauseId; readonly deed: string }) {
  const { negotiation, assessment } = useRoomView()
  const standings = assessment.clauses.get(clause)
  const consenting = standings === undefined ? [] : consentingTo(standings).map((party) => partyName(negotiation, party))
  return consenting.length === 0 ? null : <p className={styles.warning}>{lapseWarning(consenting, deed)}</p>
}
