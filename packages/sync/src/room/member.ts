/**
 * One connection in a room: who it speaks for, how far it has come, and what it may still send.
 */
import type { PartyId, SeatId } from '@entente/agreement'
import { CLOSE, type CloseReason } from '../close.ts'
import type { Limits } from '../limits.ts'
import type { Allowance } from './allowance.ts'
import type { Outgoing, Socket } from './socket.ts'

export type Member = {
  readonly seat: SeatId
  /** The party the seat belonged to when the connection was let in. */
  readonly party: PartyId
  /** The clientID this connection writes under. */
  readonly client: number
  /** All clientIDs whose words it may bring: its own, and earlier ones of the same seat. */
  readonly claims: ReadonlySet<number>
  /** Shared with all other connections of the seat. */
  readonly allowance: Allowance
  /**
   * Whether its sync step 2 has come. Before that its updates may build on words that are still under way in that step 2, which repeats
   * them; so they are only counted.
   */
  reconciled: boolean
  /** Frames with words dealt with so far; once what they brought is on disk, `saved` acknowledges them by this count. */
  taken: number
  /** An awareness message of it named somebody else; it was logged. */
  forged: boolean
  /** Its welcome has been sent. What goes to everybody goes to it from then on. */
  welcomed: boolean
  /** An update of it was refused, and the socket closes as soon as it has been told. Nothing more is heard from it. */
  muted: boolean
  /** Set once; then nothing is received or sent any more. */
  ended: CloseReason | 'gone' | undefined
  /** Sends, unless the receiver has too much unread; then it is cut off. */
  readonly send: (outgoing: Outgoing) => void
  /** Closes the socket, or notes that it is gone. */
  readonly end: (reason: CloseReason | 'gone') => void
}

/** `over` is called once, when the connection has ended for whatever reason. */
export function openMember(
  socket: Socket,
  who: Pick<Member, 'seat' | 'party' | 'client' | 'claims' | 'allowance'>,
  limits: Pick<Limits, 'unsentBytes'>,
  over: (member: Member, why: CloseReason | 'gone') => void,
): Member {
  const self: Member = {
    ...who,
    reconciled: false,
    taken: 0,
    forged: false,
    welcomed: false,
    muted: false,
    ended: undefined,
    send(outgoing) {
      if (self.ended !== undefined) return
      if (socket.unsent() > limits.unsentBytes) self.end('slow-reader')
      else socket.send(outgoing)
    },
    end(reason) {
      if (self.ended !== undefined) return
      self.ended = reason
      if (reason !== 'gone') socket.close(CLOSE[reason], reason)
      over(self, reason)
    },
  }
  return self
}
