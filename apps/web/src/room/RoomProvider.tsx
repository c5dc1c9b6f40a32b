/** Gives the pages inside it one room. */
import type { RoomId } from '@entente/agreement'
import { useEffect, useState, type ReactNode } from 'react'
import { RoomContext } from './useRoom.ts'
import { hold, roomOf } from './rooms.ts'

type RoomProviderProps = {
  readonly id: RoomId
  /** The token of a demonstration seat; without one the cookie speaks. */
  readonly token: string | undefined
  readonly children: ReactNode
}

/** Another room, or another token, is another provider: give it a `key`. */
export function RoomProvider({ id, token, children }: RoomProviderProps) {
  const [room] = useState(() => roomOf(id, token))
  useEffect(() => hold(id, room), [id, room])
  return <RoomContext value={room}>{children}</RoomContext>
}
