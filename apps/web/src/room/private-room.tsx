/**
 * Rooms besides the table, for components: a private room stands around its page as the room, and the table stays within reach, because what
 * is said to the table is said to the table.
 */
import { caucusNumber, caucusOf, type NegotiationId, type RoomId } from '@entente/agreement'
import type { Room, RoomView } from '@entente/sync/client'
import { createContext, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { hold, roomOf } from './rooms.ts'
import { RoomContext, useRoom } from './useRoom.ts'

/** Who this tab speaks for, in every room of the negotiation. */
type Place = { readonly negotiation: NegotiationId; readonly token: string | undefined }

export const PlaceContext = createContext<Place | undefined>(undefined)
const TableContext = createContext<Room | undefined>(undefined)

/** The table of the negotiation, also inside a private room. */
export function useTable(): Room {
  const table = useContext(TableContext)
  const room = useRoom()
  return table ?? room
}

type PrivateRoomProps = { readonly id: RoomId; readonly children: ReactNode }

/** Puts a private room around its page. Stands inside the table's provider. Another room is another provider: give it a `key`. */
export function PrivateRoom({ id, children }: PrivateRoomProps) {
  const table = useTable()
  const { token } = usePlace()
  const [room] = useState(() => roomOf(id, token))
  useEffect(() => hold(id, room), [id, room])
  return (
    <TableContext value={table}>
      <RoomContext value={room}>{children}</RoomContext>
    </TableContext>
  )
}

/** Which negotiation this is, and who speaks. */
export function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (place === undefined) throw new Error('Nobody has a place around this component')
  return place
}

/** The id of the caucus in which the delegation this tab speaks for meets now; undefined for parties that have none, and before it is known who speaks. */
export function useOwnCaucusId(): RoomId | undefined {
  const table = useTable()
  const { negotiation } = usePlace()
  const party = usePartOf(table, ownDelegation)
  const number = usePartOf(table, (view) => (party === undefined ? 1 : caucusNumber(view.negotiation, party)))
  return party === undefined ? undefined : caucusOf(negotiation, party, number)
}

function ownDelegation({ loaded, speaker }: RoomView) {
  return loaded && speaker?.party.kind === 'delegation' ? speaker.party.party : undefined
}

/** The own delegation's caucus, connected as long as somebody here asks for it. */
export function useOwnCaucus(): Room | undefined {
  return useHeld(useOwnCaucusId())
}

/** A private room, connected as long as somebody here asks for it. */
export function useHeld(id: RoomId | undefined): Room | undefined {
  const { token } = usePlace()
  const subscribe = useCallback(
    (listener: () => void) => {
      if (id === undefined) return () => undefined
      const room = roomOf(id, token)
      const leave = hold(id, room)
      const stop = room.subscribe(listener)
      return () => {
        stop()
        leave()
      }
    },
    [id, token],
  )
  return useSyncExternalStore(subscribe, () => (id === undefined ? undefined : roomOf(id, token)))
}

/** A part of what a room shows, as `useView` gives it of the room around a component. Undefined without a room. */
export function usePartOf<Part>(room: Room, select: (view: RoomView) => Part, same?: (a: Part, b: Part) => boolean): Part
export function usePartOf<Part>(
  room: Room | undefined,
  select: (view: RoomView) => Part,
  same?: (a: Part, b: Part) => boolean,
): Part | undefined
export function usePartOf<Part>(
  room: Room | undefined,
  select: (view: RoomView) => Part,
  same: (a: Part, b: Part) => boolean = Object.is,
): Part | undefined {
  const last = useRef<{ readonly room: Room; readonly part: Part } | undefined>(undefined)
  const subscribe = useCallback((listener: () => void) => room?.subscribe(listener) ?? (() => undefined), [room])
  return useSyncExternalStore(subscribe, () => {
    if (room === undefined) return undefined
    const part = select(room.view())
    if (last.current?.room === room && same(last.current.part, part)) return last.current.part
    last.current = { room, part }
    return part
  })
}
