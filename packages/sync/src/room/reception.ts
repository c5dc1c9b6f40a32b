/**
 * Where a room decides whom it lets in, and under which clientID.
 *
 * All of it is decided before anything is sent. A clientID is leased to one seat for ever, and only the document that has been written
 * under it so far may go on with it: two documents with one clientID would read differently in different places, without ever noticing.
 */
import { roomName, whyNotAdmitted, type SeatId } from '@entente/agreement'
import type { CloseReason } from '../close.ts'
import type { Arrival } from '../handshake.ts'
import type { Attendance } from './attendance.ts'
import type { Greeter } from './greeting.ts'
import type { Host } from './host.ts'
import { openMember, type Member } from './member.ts'
import type { Outbox } from './outbox.ts'
import { writesSomewhere } from './policy.ts'
import type { Proceedings } from './proceedings.ts'
import { together, type Socket } from './socket.ts'

/** Lets a connection in, or says with which code to close it. */
export type Reception = (socket: Socket, seat: SeatId, handshake: Arrival) => Member | CloseReason

export type ReceptionOptions = {
  readonly proceedings: Proceedings
  readonly attendance: Attendance
  readonly outbox: Outbox
  readonly greeter: Greeter
  /** How long somebody new may wait for a commit, in milliseconds. */
  readonly window: () => number
  readonly host: Host
}

export function openReception({ proceedings, attendance, outbox, greeter, window, host }: ReceptionOptions): Reception {
  const { room, epoch, words, leases, speaker } = proceedings
  const { log, limits } = host
  /** To whoever has no place in a private room, it does not exist. */
  const noPlace: CloseReason = roomName(room).kind === 'table' ? 'not-allowed' : 'not-found'

  const lease = (seat: SeatId) => {
    const client = leases.grant(seat)
    outbox.changed(window())
    return client
  }

  const mayGoOnUnder = (client: number, seat: SeatId) =>
    client !== words.client && leases.allows(client, seat) && (attendance.holding(client)?.seat ?? seat) === seat

  return (socket, seat, { epoch: known, since, client: claimed, clients, keep }) => {
    if (outbox.closed()) return 'room-reloading'
    const speaks = speaker(seat)
    if (speaks === undefined) return noPlace
    const barred = whyNotAdmitted(proceedings.negotiation(), speaks.party)
    if (barred !== undefined) return barred
    const { party } = speaks.party
    if (known !== 0 && known !== epoch) return 'other-epoch'
    if (attendance.count() >= limits.members) return 'room-busy'
    if (attendance.of(seat).length >= limits.membersPerSeat) return 'rate-limited'
    if (claimed !== undefined && !mayGoOnUnder(claimed, seat)) return 'not-allowed'
    const now = host.time.now()
    const allowance = host.allowances(room, seat, now)
    if (claimed === undefined && !allowance.leases.spend(now)) return 'rate-limited'
    const client = claimed ?? (writesSomewhere(speaks) ? lease(seat) : leases.lend())
    // Its own, and those it names whose words it may bring.
    const claims = new Set([client, ...clients.filter((one) => mayGoOnUnder(one, seat))])
    const member = openMember(socket, { seat, party, client, claims, allowance }, limits, (gone, why) => {
      attendance.remove(gone)
      log({ event: 'member-left', room, seat, client, why })
    })
    for (const twin of attendance.twins(member)) twin.end('superseded')
    attendance.add(member)
    outbox.afterwards(() => {
      const frames = greeter.greeting(member, since, keep)
      const ask = words.ask()
      return () => {
        if (member.ended !== undefined) return
        member.send(together(...frames, ...attendance.welcome(member, { client, seat, party }), ask))
        log({ event: 'member-joined', room, seat, client })
      }
    })
    return member
  }
}
