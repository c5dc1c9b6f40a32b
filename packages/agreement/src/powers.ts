/**
 * What a seat is empowered to: kind of party × role of the seat. Which power a command needs in which room is the other half, `rights.ts`.
 *
 * The two are the only place that decides. Commands, the gate, the HTTP routes and the buttons all ask it. Only a head of delegation, or a
 * seat the head has empowered, binds the party; everybody who drafts may comment; observers read.
 */
import type { PartyKind, SeatRole, Speaker } from './party.ts'

/** One thing a seat may be allowed to do. */
export type Power =
  /** Open and close rounds, take and give the pen, sign new parties and seats in. */
  | 'preside'
  /** Give the seats of one's own party, take them back, empower one of them, hand over its head's seat. */
  | 'admit'
  /** Add, retitle, move and remove sections; add, retitle, move, split, join, duplicate, withdraw and restore clauses. */
  | 'structure'
  /** Type in the base text while drafting is open. */
  | 'draft'
  /** Type in the base text while the pen is held. */
  | 'hold-the-pen'
  /** Take and withdraw the party's position. */
  | 'bind'
  /** Offer and withdraw packages. */
  | 'offer'
  /** Open threads, reply, resolve. */
  | 'comment'
  /** Propose, revise and withdraw milestones. */
  | 'commit'
  /** Report what one's party performed. */
  | 'report'
  /** State for the party what it found, which day it set, which remedy it took, which review it held. */
  | 'attest'
  /** Type in a translation. */
  | 'translate'

type Role = { readonly [role in SeatRole]: readonly Power[] }

const reads: readonly Power[] = []
const drafts: readonly Power[] = ['draft', 'comment', 'commit']
const presides: readonly Power[] = ['preside', 'structure', 'draft', 'hold-the-pen', 'comment', 'commit', 'offer', 'report', 'attest']
const revises: readonly Power[] = ['comment', 'translate']
const watches: readonly Power[] = ['comment']
const attests: readonly Power[] = ['comment', 'report', 'attest']

const seats: { readonly [kind in PartyKind]: Role } = {
  delegation: {
    head: ['admit', 'structure', ...drafts, 'bind', 'offer', 'report', 'attest'],
    negotiator: ['structure', ...drafts, 'report'],
    adviser: drafts,
    secretary: drafts,
    reviser: revises,
    observer: reads,
  },
  chair: { head: ['admit', ...presides], negotiator: presides, adviser: watches, secretary: presides, reviser: revises, observer: reads },
  interpreter: {
    head: ['admit', ...revises],
    negotiator: revises,
    adviser: revises,
    secretary: revises,
    reviser: revises,
    observer: reads,
  },
  monitor: { head: ['admit', ...attests], negotiator: attests, adviser: watches, secretary: watches, reviser: watches, observer: reads },
  guarantor: { head: ['admit', ...attests], negotiator: attests, adviser: watches, secretary: watches, reviser: watches, observer: reads },
  depositary: { head: ['admit', ...watches], negotiator: watches, adviser: watches, secretary: watches, reviser: watches, observer: reads },
  press: { head: reads, negotiator: reads, adviser: reads, secretary: reads, reviser: reads, observer: reads },
  observer: { head: reads, negotiator: reads, adviser: reads, secretary: reads, reviser: reads, observer: reads },
}

/** Everything a seat of this role may do in a party of this kind. */
export function powersOf(kind: PartyKind, role: SeatRole): readonly Power[] {
  return seats[kind][role]
}

/** What a head's empowerment adds to a seat: to bind the party, as full powers do (Vienna Convention on the Law of Treaties, article 7). */
export const EMPOWERED: readonly Power[] = ['bind', 'offer']

/** Whether the speaker has the power. */
export function may({ party, seat, empowered = false }: Speaker, power: Power): boolean {
  return powersOf(party.kind, seat.role).includes(power) || (empowered && EMPOWERED.includes(power))
}
