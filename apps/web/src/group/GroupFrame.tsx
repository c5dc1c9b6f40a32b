/** The frame of a group, with who can read it. */
import type { RoomId } from '@entente/agreement'
import { viewPath } from '../app/views.ts'
import { PrivateFrame } from '../caucus/PrivateFrame.tsx'
import { list } from '../design/status-words.ts'
import { usePlace } from '../room/private-room.tsx'
import { partyName } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import { useRooms } from './useRooms.ts'

export function GroupFrame({ id }: { readonly id: RoomId }) {
  const negotiation = useView((view) => view.negotiation)
  const { negotiation: at } = usePlace()
  const [rooms] = useRooms()
  const room = rooms?.find((one) => one.room === id)
  return (
    <PrivateFrame title={room === undefined ? 'Group, private.' : `${room.label}, private.`} back={viewPath(at, 'table')}>
      {room === undefined
        ? 'Only those for whom it was opened can read it.'
        : `Only ${list(room.parties.map((party) => partyName(negotiation, party)))} can read what is written here.`}
    </PrivateFrame>
  )
}
