/**
 * Where a room decides whom it lets in, and under which clientID.
 *
 * All of it is decided before anything is sent. A clientID is leased to one seat for ever, and only the document that has been written
 * under it so far may go on with it: two documents with one clientID would read differently in different places, without ever noticing.
 */
import type { SeatId } from '@entente/agreement'
import type { Writer } from '@entente/store'
import type { CloseReason } from '../close.ts'
import type { Handshake } from '../handshake.ts'
import { allowances } from './allowance.ts'
import type { Attendance } from './attendance.ts'
import { greeting } from './greeting.ts'
import type { Host } from './host.ts'
import { openMember, type Member } from './member.ts'
import type { Outbox } from './outbox.ts'
import { claimsOf } from './policy.ts'
import type { Proceedings } from './proceedings.ts'
import { outgoing, type Socket } from './socket.ts'

/** Lets a connection in, or says with which code to close it. Throws what the store throws. */
export type Reception = (socket: Socket, seat: SeatId, handshake: Handshake) => Promise<Member | CloseReason>

export type ReceptionOptions = {
  readonly proceedings: Proceedings
  readonly attendance: Attendance
  readonly outbox: Outbox
  /** Every lease of the room; new ones are added. */
  readonly leases: Map<number, Writer>
  readonly host: Host
}

export function openReception({ proceedings, attendance, outbox, leases, host }: ReceptionOptions): Reception {
  const { room, epoch, words, speaker } = proceedings
  const { store, log, limits } = host
  const allowanceOf = allowances(limits)

  const lease = async (seat: SeatId) => {
    const [client] = await store.rooms.lease(room, seat, 1)
    if (client === undefined) throw new Error('The store leased nothing')
    leases.set(client, seat)
    return client
  }

  return async (socket, seat, { epoch: known, since, client: claimed, clients }) => {
    if (known !== 0 && known !== epoch) return 'other-epoch'
    if (speaker(seat) === undefined) return 'not-allowed'
    if (attendance.count() >= limits.members) return 'room-busy'
    if (attendance.of(seat).length >= limits.membersPerSeat) return 'rate-limited'
    if (claimed !== undefined && (leases.get(claimed) !== seat || claimed === words.doc.clientID)) return 'not-allowed'
    const allowance = allowanceOf(seat)
    if (claimed === undefined && !allowance.leases.spend(host.time.now())) return 'rate-limited'
    const client = claimed ?? (await lease(seat))
    const party = speaker(seat)?.party.party
    if (outbox.closed()) return 'room-reloading'
    if (party === undefined) return 'not-allowed'
    const member = openMember(socket, { seat, client, claims: claimsOf(seat, client, clients, leases), allowance }, limits, (gone, why) => {
      attendance.remove(gone)
      log({ event: 'member-left', room, seat, client, why })
    })
    for (const twin of attendance.twins(member)) twin.end('superseded')
    attendance.add(member)
    outbox.afterwards(() => {
      const frames = greeting(member, proceedings, host, since)
      const ask = words.ask()
      return () => {
        if (member.ended !== undefined) return
        member.send(outgoing(...frames, ...attendance.welcome(member, { client, seat, party }), ask))
        log({ event: 'member-joined', room, seat, client })
      }
    })
    return member
  }
}
