import type { NegotiationId, SeatId } from '@entente/agreement'
import type { TokenHash } from '@entente/store'
import type { CloseReason } from '@entente/sync/frames'
import type { WebSocket } from 'ws'

/** The open sockets and for whom they speak, so that a session that ends, or a seat that is taken away, takes its sockets with it. */
export type SocketRegister = {
  /** Closes every socket of a session: whoever it was is signed out. */
  readonly end: (session: TokenHash) => void
  /** Closes every socket of a seat, in all rooms of the negotiation: whoever sat there does not any more. */
  readonly endSeat: (negotiation: NegotiationId, seat: SeatId) => void
  readonly add: (speaker: SocketSpeaker, socket: WebSocket, end: (reason: CloseReason) => void) => void
  readonly count: () => number
  /** How often `end` and `endSeat` have been called. */
  readonly revocations: () => number
}

export type SocketSpeaker = { readonly session: TokenHash; readonly negotiation: NegotiationId; readonly seat: SeatId }

export function socketRegister(): SocketRegister {
  const open = new Map<WebSocket, { readonly speaker: SocketSpeaker; readonly end: (reason: CloseReason) => void }>()
  let revocations = 0
  const endWhere = (reason: CloseReason, meant: (speaker: SocketSpeaker) => boolean) => {
    revocations += 1
    for (const { speaker, end } of open.values()) if (meant(speaker)) end(reason)
  }
  return {
    add(speaker, socket, end) {
      open.set(socket, { speaker, end })
      socket.once('close', () => open.delete(socket))
    },
    end: (session) => endWhere('not-signed-in', (speaker) => speaker.session === session),
    endSeat: (negotiation, seat) => endWhere('not-allowed', (speaker) => speaker.negotiation === negotiation && speaker.seat === seat),
    count: () => open.size,
    revocations: () => revocations,
  }
}
