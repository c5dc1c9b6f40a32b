/**
 * One socket on its way into a room and through it.
 *
 * A browser sends its first frames the moment the socket opens, while the room may still be loading: they are kept, in order and within
 * limits, until the room has let the connection in. Until then nothing is sent.
 */
import type { SeatId } from '@entente/agreement'
import { CLOSE, type CloseReason } from '../close.ts'
import type { Arrival } from '../handshake.ts'
import type { Limits } from '../limits.ts'
import type { Member } from './member.ts'
import type { Room } from './room.ts'
import type { Socket } from './socket.ts'

/** The server's handle on a connection; the WebSocket server calls it. */
export type Link = {
  readonly receive: (frame: Uint8Array) => void
  /** Closes the connection with this code. */
  readonly end: (reason: CloseReason) => void
  /** The socket is closed, whoever closed it. */
  readonly gone: () => void
}

/** A room to be entered, and left again exactly once. */
export type Door = {
  readonly enter: () => Promise<Room | CloseReason>
  readonly exit: () => void
}

type State =
  | { readonly is: 'waiting'; readonly frames: Uint8Array[]; bytes: number }
  | { readonly is: 'inside'; readonly room: Room; readonly member: Member }
  | { readonly is: 'over' }

export function openLink(
  socket: Socket,
  door: Door,
  {
    seat,
    handshake,
    limits,
    fault,
  }: { readonly seat: SeatId; readonly handshake: Arrival; readonly limits: Limits; readonly fault: (error: unknown) => void },
): Link {
  let state: State = { is: 'waiting', frames: [], bytes: 0 }

  const over = (why: CloseReason | 'gone') => {
    if (state.is === 'over') return
    if (state.is === 'inside') state.member.end(why)
    else if (why !== 'gone') socket.close(CLOSE[why], why)
    state = { is: 'over' }
    door.exit()
  }

  const enter = async () => {
    const room = await door.enter()
    if (typeof room === 'string') return over(room)
    if (state.is !== 'waiting') return
    const member = room.join(socket, seat, handshake)
    if (typeof member === 'string') return over(member)
    const { frames } = state
    state = { is: 'inside', room, member }
    for (const frame of frames) room.receive(member, frame)
  }

  void enter().catch((error: unknown) => {
    fault(error)
    over('storage-unavailable')
  })

  return {
    receive(frame) {
      switch (state.is) {
        case 'waiting':
          state.bytes += frame.byteLength
          if (state.frames.length >= limits.waitingFrames || state.bytes > limits.waitingBytes) return over('room-busy')
          state.frames.push(frame)
          return
        case 'inside':
          return state.room.receive(state.member, frame)
        case 'over':
          return
        default:
          return state satisfies never
      }
    },
    end: over,
    gone: () => over('gone'),
  }
}
