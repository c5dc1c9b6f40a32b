/**
 * The rooms this tab is connected to, kept outside React.
 *
 * A page that is left and entered again, or mounted twice as React's strict mode does, finds the same room and the same socket. A room
 * nobody holds is closed after a short while.
 */
import { isClosed, roomName, tableOf, type RoomId } from '@entente/agreement'
import { connectRoom, type Room } from '@entente/sync/client'
import { syncUrl } from '../app/base.ts'
import { browserDevice } from './device.ts'

/** How long a room that nobody holds stays connected: longer than going from one page to the next. */
const LINGER_MS = 2_000

type Held = {
  readonly room: Room
  readonly token: string | undefined
  readonly leave: () => void
  holders: number
  closing: ReturnType<typeof setTimeout> | undefined
}

const rooms = new Map<string, Held>()

/** The room, connected on first asking. A new token means another person: the old connection is closed at once. */
export function roomOf(id: RoomId, token: string | undefined): Room {
  const known = rooms.get(id)
  if (known?.token === token && known !== undefined) return known.room
  if (known !== undefined) close(id, known)
  const tableId = tableOf(roomName(id).negotiation)
  const table = tableId === id ? undefined : roomOf(tableId, token)
  // A private room is shown upon its table, so the table stays connected as long as the room does.
  const leave = table === undefined ? () => undefined : hold(tableId, table)
  const held: Held = {
    room: connectRoom({ url: syncUrl(), room: id, token, table, device: browserDevice }),
    token,
    leave,
    holders: 0,
    closing: undefined,
  }
  rooms.set(id, held)
  linger(id, held)
  return held.room
}

/** Keeps the room connected until the returned function is called. */
export function hold(id: RoomId, room: Room): () => void {
  const held = rooms.get(id)
  if (held === undefined || held.room !== room) return () => undefined
  held.holders += 1
  clearTimeout(held.closing)
  return () => {
    held.holders -= 1
    if (held.holders === 0) linger(id, held)
  }
}

function linger(id: RoomId, held: Held): void {
  clearTimeout(held.closing)
  held.closing = setTimeout(() => (keepsWords(held.room) ? linger(id, held) : close(id, held)), LINGER_MS)
}

/** Whether the room was closed over words that its people have not seen the last of: it is there until they have copied or dismissed them. */
function keepsWords(room: Room): boolean {
  const { negotiation, connection, unsaved, refused } = room.view()
  return isClosed(negotiation) && connection.is !== 'ended' && (unsaved > 0 || refused.length > 0)
}

function close(id: RoomId, held: Held): void {
  clearTimeout(held.closing)
  held.room.close()
  held.leave()
  if (rooms.get(id) === held) rooms.delete(id)
}
