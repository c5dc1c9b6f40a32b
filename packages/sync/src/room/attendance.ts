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
import { presencePatience } from './patience.ts'
import { presenceList } from './presence.ts'
import { outgoing, together, type Outgoing } from './socket.ts'
import { timestamp, type Time } from './time.ts'

export type Attendance = {
  readonly count: () => number
  readonly add: (member: Member) => void
  /** From now on the member is shown to the others and sent what goes to everybody. Answers what it is told of them. */
  readonly welcome: (member: Member, as: Presence) => readonly Outgoing[]
  /** The member is not here any more. */
  readonly remove: (member: Member) => void
  /** Sends something to everybody; `besides` is what some get with it, in the same write. */
  readonly broadcast: (outgoing: Outgoing, besides?: ReadonlyMap<Member, Outgoing>) => void
  /** Takes a caret in. Answers how many states in the message named somebody else, or undefined when it is not one. */
  readonly caret: (member: Member, update: Uint8Array) => { readonly strangers: number } | undefined
  readonly carets: () => readonly Outgoing[]
  readonly all: () => readonly Member[]
  readonly of: (seat: SeatId) => readonly Member[]
  /** Whoever came under a clientID that only this connection has. */
  readonly holding: (client: number) => Member | undefined
  /** The members that hold this very document, other than the one that just came with it. */
  readonly twins: (member: Member) => readonly Member[]
  /** Ends every connection. */
  readonly dismiss: (why: CloseReason) => void
}

/** How often carets are sent on, in milliseconds. */
export const TICK = 20
/** How often everybody hears something: y-websocket takes a connection for dead on which no message came for 30 seconds. */
export const HEARTBEAT = 20_000

export function openAttendance(time: Time, limits: Limits): Attendance {
  const members = new Set<Member>()
  const awareness = relayAwareness(limits)
  const presence = presenceList()
  let stopTick: (() => void) | undefined
  let stopPresence: (() => void) | undefined
  let stopHeart: (() => void) | undefined

  const broadcast = (what: Outgoing, besides?: ReadonlyMap<Member, Outgoing>) => {
    // A receiver that is cut off leaves the list.
    for (const member of members) {
      const more = besides?.get(member)
      if (member.welcomed) member.send(more === undefined ? what : together(what, more))
    }
  }

  const tellCarets = () => {
    stopTick ??= time.after(TICK, () => {
      stopTick = undefined
      const carets = awareness.changes()
      if (carets === undefined) return
      // Whose they are is told before them.
      const who = presence.changes()?.frames ?? []
      broadcast(outgoing(...who, writeAwareness(carets)))
    })
  }

  const tellPresence = () => {
    stopPresence ??= time.after(presencePatience(members.size), () => {
      stopPresence = undefined
      const changes = presence.changes()
      if (changes !== undefined) broadcast(changes)
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
    return all === undefined ? [] : [outgoing(writeAwareness(all))]
  }

  const rest = () => {
    stopTick?.()
    stopPresence?.()
    stopHeart?.()
    stopTick = stopPresence = stopHeart = undefined
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
      tellPresence()
      return [...presence.all(), ...carets()]
    },
    remove(member) {
      members.delete(member)
      presence.leave(member.client)
      awareness.leave(member.client)
      if (members.size === 0) return rest()
      tellPresence()
      tellCarets()
    },
    broadcast,
    caret(member, update) {
      const taken = awareness.receive(member.client, update)
      if (taken !== undefined) tellCarets()
      return taken
    },
    carets,
    all: () => [...members],
    holding: (client) => members.values().find((member) => member.client === client),
    of: (seat) => [...members].filter((member) => member.seat === seat),
    twins: (member) => [...members].filter((other) => other !== member && other.client === member.client),
    dismiss(why) {
      for (const member of members) member.end(why)
    },
  }
}
