/**
 * Who is connected to a room, and what all of them are told of one another: who came, who left, and where their carets are.
 *
 * None of this is kept or recorded, so it does not wait for a commit; it is collected and sent a few times a second.
 */
import type { SeatId } from '@entente/agreement'
import type { CloseReason } from '../close.ts'
import { writeAwareness, writeMessage } from '../frames.ts'
import type { Limits } from '../limits.ts'
import type { Presence } from '../messages.ts'
import { relayAwareness } from './awareness.ts'
import type { Member } from './member.ts'
import { presenceList } from './presence.ts'
import { outgoing, type Outgoing } from './socket.ts'
import { timestamp, type Time } from './time.ts'

export type Attendance = {
  readonly count: () => number
  readonly add: (member: Member) => void
  /** From now on the member is shown to the others and sent what goes to everybody. Answers what it is told of them. */
  readonly welcome: (member: Member, as: Presence) => readonly Uint8Array[]
  /** The member is not here any more. */
  readonly remove: (member: Member) => void
  readonly broadcast: (outgoing: Outgoing) => void
  /** Takes a caret in. Answers how many states in the message named somebody else, or undefined when it is not one. */
  readonly caret: (member: Member, update: Uint8Array) => { readonly strangers: number } | undefined
  readonly carets: () => readonly Uint8Array[]
  readonly of: (seat: SeatId) => readonly Member[]
  /** The members that hold this very document, other than the one that just came with it. */
  readonly twins: (member: Member) => readonly Member[]
  /** Ends every connection. */
  readonly dismiss: (why: CloseReason) => void
}

/** How often carets and presence are sent on, in milliseconds. */
export const TICK = 20
/** How often everybody hears something: y-websocket takes a connection for dead on which no message came for 30 seconds. */
export const HEARTBEAT = 20_000

export function openAttendance(time: Time, limits: Limits): Attendance {
  const members = new Set<Member>()
  const awareness = relayAwareness(limits)
  const presence = presenceList()
  let stopTick: (() => void) | undefined
  let stopHeart: (() => void) | undefined

  const broadcast = (what: Outgoing) => {
    // A receiver that is cut off leaves the list.
    for (const member of members) if (member.welcomed) member.send(what)
  }

  const soon = () => {
    stopTick ??= time.after(TICK, () => {
      stopTick = undefined
      const carets = awareness.changes()
      const frames = [presence.changes(), carets && writeAwareness(carets)].filter((frame) => frame !== undefined)
      if (frames.length > 0) broadcast(outgoing(...frames))
    })
  }

  const beat = () => {
    stopHeart = time.after(HEARTBEAT, () => {
      broadcast(outgoing(writeMessage({ kind: 'time', serverTime: timestamp(time) })))
      beat()
    })
  }

  const carets = () => {
    const all = awareness.all()
    return all === undefined ? [] : [writeAwareness(all)]
  }

  const rest = () => {
    stopTick?.()
    stopHeart?.()
    stopTick = stopHeart = undefined
  }

  return {
    count: () => members.size,
    add(member) {
      members.add(member)
      if (stopHeart === undefined) beat()
    },
    welcome(member, as) {
      member.welcomed = true
      presence.join(as)
      soon()
      return [presence.all(), ...carets()]
    },
    remove(member) {
      members.delete(member)
      presence.leave(member.client)
      awareness.leave(member.client)
      if (members.size === 0) rest()
      else soon()
    },
    broadcast,
    caret(member, update) {
      const taken = awareness.receive(member.client, update)
      if (taken !== undefined) soon()
      return taken
    },
    carets,
    of: (seat) => [...members].filter((member) => member.seat === seat),
    twins: (member) => [...members].filter((other) => other !== member && other.client === member.client),
    dismiss(why) {
      for (const member of members) member.end(why)
    },
  }
}
