/** The shared document as it is now: another one after a refused update or a restored backup. */
import { useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { useRoom } from '../room/useRoom.ts'

export function useDoc(): Y.Doc {
  const room = useRoom()
  return useSyncExternalStore(room.subscribe, room.doc)
}
