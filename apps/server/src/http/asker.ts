/**
 * Who asks, and what is theirs to see: the beginning that the routes of a negotiation share.
 *
 * Whoever holds no seat there, or one that was taken away, is answered as if there were no such negotiation.
 */
import { attends, speakerOf, type NegotiationId, type RoomId, type SeatId, type Speaker } from '@entente/agreement'
import type { SignedIn } from '@entente/store'
import type { Context } from 'hono'
import type { Host } from '../host.ts'
import type { RoomReading } from '../rooms.ts'
import { seatAt, whoAsks, type Asked } from '../sign-in/who.ts'
import { roomAt, type RoomParams } from './room-path.ts'

/** Why somebody is shown nothing. */
export type Nobody = 'not-signed-in' | 'not-found'

/** Who asks, with the seat they hold at a negotiation. Whether it still stands is for the record to say. */
export async function seatedAt(
  c: Context,
  host: Asked,
  negotiation: NegotiationId,
): Promise<{ readonly who: SignedIn; readonly seat: SeatId } | Nobody> {
  const who = await whoAsks(c, host)
  if (who === undefined) return 'not-signed-in'
  const seat = seatAt(who, negotiation)
  return seat === undefined ? 'not-found' : { who, seat }
}

/**
 * What `look` answers at the table for whoever asks, who speaks there from a seat that stands and attends now; not found if it answers
 * nothing. In a closed sitting nothing is read over HTTP either.
 */
export async function atTable<Result extends object>(
  c: Context,
  host: Asked & { readonly rooms: Pick<Host['rooms'], 'read'> },
  negotiation: NegotiationId,
  look: (reading: RoomReading, speaker: Speaker, who: SignedIn) => Result | undefined,
): Promise<Result | Nobody> {
  const asker = await seatedAt(c, host, negotiation)
  if (typeof asker === 'string') return asker
  const seen = await host.rooms.read(negotiation, (reading) => {
    const speaker = speakerOf(reading.negotiation, asker.seat)
    return speaker && attends(reading.negotiation, asker.seat) ? look(reading, speaker, asker.who) : undefined
  })
  return seen ?? 'not-found'
}

/** The room a path names, and the seat that whoever asks has there. */
export async function inRoom(
  c: Context,
  host: Asked & { readonly rooms: Pick<Host['rooms'], 'admit'> },
  params: RoomParams,
): Promise<{ readonly room: RoomId; readonly seat: SeatId } | Nobody> {
  const asker = await seatedAt(c, host, params.negotiation)
  if (typeof asker === 'string') return asker
  const room = roomAt(params)
  return (await host.rooms.admit(room, asker.seat)) ? { room, seat: asker.seat } : 'not-found'
}
