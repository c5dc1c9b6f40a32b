/** Whether a group meets yet, and the ways to agree to it, leave it and close it. */
import { may, readersOf } from '@entente/agreement'
import { Button } from '../design/Button.tsx'
import { PartyCodes } from '../design/PartyCodes.tsx'
import { list } from '../design/status-words.ts'
import { useSay } from '../room/useRoom.ts'
import { partyName } from '../table/naming.ts'
import { useBarred } from '../table/useBarred.ts'
import { useView } from '../table/useView.ts'
import styles from './Group.module.css'

export function GroupState() {
  const negotiation = useView((view) => view.negotiation)
  const speaker = useView((view) => view.speaker)
  const say = useSay()
  const barred = useBarred()
  const room = negotiation.privateRoom
  if (room === undefined || speaker === undefined) return null
  const speaks = may(speaker, 'bind') || may(speaker, 'preside')
  const awaited = room.awaits.includes(speaker.party.party)
  const readers = readersOf(negotiation)
  const reseated = room.parties.filter((party) => readers.every((reader) => reader.party !== party || reader.seats !== 'all'))
  return (
    <div className={styles.state} role="status">
      <p>
        <PartyCodes parties={readers.map(({ party }) => party)} />{' '}
        {room.closed !== undefined
          ? 'This group is closed. Its members can still read what was said.'
          : room.awaits.length > 0
            ? `Proposed. Not agreed yet: ${list(room.awaits.map((party) => partyName(negotiation, party)))}. Until then nothing is said here.`
            : 'This group meets.'}
        {reseated.length === 0
          ? ''
          : ` Whoever was seated for ${list(reseated.map((party) => partyName(negotiation, party)))} from outside after it was opened has no place in it.`}
      </p>
      {room.closed === undefined && speaks ? (
        <>
          {awaited ? (
            <Button size="small" look="primary" because={barred} onClick={() => void say('group.join', {})}>
              Agree to meet
            </Button>
          ) : null}
          <Button size="small" because={barred} onClick={() => void say('group.leave', {})}>
            {awaited ? 'Decline' : 'Leave the group'}
          </Button>
          {room.awaits.length === 0 ? (
            <Button size="small" because={barred} onClick={() => void say('group.close', {})}>
              Close the group
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
