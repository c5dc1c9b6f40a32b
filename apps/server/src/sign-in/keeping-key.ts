/**
 * The key under which a browser keeps words that are not saved yet.
 *
 * It follows from the session's token, which only the browser has and scripts cannot read: so it is the same after the page was loaded
 * again, differs for everybody else at the same computer, is written down nowhere, and cannot be had again once the session is over.
 */
import { createHmac } from 'node:crypto'
import type { RoomId, SeatId } from '@entente/agreement'

/** 32 bytes in base64url. */
export function keepingKey(token: string, room: RoomId, seat: SeatId): string {
  return createHmac('sha256', token)
    .update(JSON.stringify(['unsaved words', room, seat]))
    .digest('base64url')
}
