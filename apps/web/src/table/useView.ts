/**
 * A part of what the room shows. The component renders again only when that part is no longer the same, so a keystroke in one clause
 * costs one clause.
 */
import type { RoomView } from '@entente/sync/client'
import { useRef, useSyncExternalStore } from 'react'
import { useRoom } from '../room/useRoom.ts'

/** `same` compares two parts; by default they must be the same object. It should answer quickly: it is asked after every change of the room. */
export function useView<Part>(select: (view: RoomView) => Part, same: (a: Part, b: Part) => boolean = Object.is): Part {
  const room = useRoom()
  const last = useRef<{ readonly part: Part } | undefined>(undefined)
  return useSyncExternalStore(room.subscribe, () => {
    const part = select(room.view())
    if (last.current !== undefined && same(last.current.part, part)) return last.current.part
    last.current = { part }
    return part
  })
}
