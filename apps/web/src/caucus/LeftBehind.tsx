/** What somebody was typing in the caucus they were in when it began anew, and what the server no longer took there: kept to be copied. */
import type { RoomId } from '@entente/agreement'
import { useState } from 'react'
import { PrivateRoom } from '../room/private-room.tsx'
import { RefusedDrafts } from '../table/RefusedDrafts.tsx'

export function LeftBehind({ rooms }: { readonly rooms: readonly RoomId[] }) {
  return rooms.map((room) => (
    <PrivateRoom key={room} id={room}>
      <RefusedDrafts />
    </PrivateRoom>
  ))
}

/** The rooms a page has shown besides the one it shows now. */
export function useLeftBehind(now: RoomId | undefined): readonly RoomId[] {
  const [shown, setShown] = useState<readonly RoomId[]>([])
  if (now !== undefined && !shown.includes(now)) setShown([...shown, now])
  return shown.filter((room) => room !== now)
}
