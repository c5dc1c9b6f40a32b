/** Who has the floor, or who is called: what the room waits for. */
import { runningRollCall, toBeCalled, type Negotiation } from '@entente/agreement'
import { PartyCode } from '../design/PartyCode.tsx'
import { timeLeft } from '../proceedings/time-left.ts'
import { useSecondsLeft } from '../proceedings/useSecondsLeft.ts'
import { partyName } from '../table/naming.ts'
import styles from './ProjectorPage.module.css'

export function Proceeding({ negotiation }: { readonly negotiation: Negotiation }) {
  const left = useSecondsLeft()
  const { speaking } = negotiation.floor
  const call = runningRollCall(negotiation)
  const [called] = call === undefined ? [] : toBeCalled(call)
  if (called !== undefined) {
    return (
      <p className={styles.proceeding}>
        Roll call: <PartyCode party={called} filled /> {partyName(negotiation, called)}
      </p>
    )
  }
  if (speaking === undefined) return null
  return (
    <p className={styles.proceeding}>
      <PartyCode party={speaking.party} filled /> {partyName(negotiation, speaking.party)} has the floor
      {left === undefined ? null : <b data-over={left < 0 || undefined}>{timeLeft(left)}</b>}
    </p>
  )
}
