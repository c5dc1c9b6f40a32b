/** A contact group, or friends of the chair. */
import type { RoomId } from '@entente/agreement'
import { PrivateRoomPage } from '../caucus/PrivateRoomPage.tsx'
import { PrivateRoom } from '../room/private-room.tsx'

export function GroupPage({ id }: { readonly id: RoomId }) {
  return (
    <PrivateRoom key={id} id={id}>
      <PrivateRoomPage kind="group" />
    </PrivateRoom>
  )
}
