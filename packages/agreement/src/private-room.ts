/**
 * Rooms other than the table: a delegation's caucus, a contact group, friends of the chair.
 *
 * Such a room has its own journal, and what is said there stands in that journal only. Who sits where and which clauses there are stands in
 * the table's journal, and is looked up there each time: nothing of it is copied, so a change at the table holds in every room at once.
 */
import { roomName, type ClauseId, type PartyId, type RoomId, type RoomKind, type SeatId } from './ids.ts'
import type { FactOf, Line } from './fact.ts'
import type { Negotiation, Said } from './negotiation.ts'
import type { Seat, Speaker } from './party.ts'
import type { Readings } from './command.ts'
import { caucusNumber, firstCaucusOf, renewalsUntilGiven, renewalTo } from './renewal.ts'
import { lastPosition } from './standing.ts'
import { digest } from './wording.ts'

/** A room other than the table, and who meets there. */
export type PrivateRoom = {
  readonly room: RoomId
  readonly label: string
  /** Whose seats may enter. */
  readonly parties: readonly PartyId[]
  /** Parties that have not agreed yet to meet. Until all have, nothing else is said. */
  readonly awaits: readonly PartyId[]
  /** A caucus is not opened by anybody. */
  readonly opened: Said | undefined
  /** The table's last entry when it was opened; undefined where the record does not say, and of a caucus. */
  readonly after: number | undefined
  /** Still readable by its members, and nothing is said there any more. A caucus: by the act with which the next one began. */
  readonly closed: Said | undefined
}

export type CaucusNote = FactOf<'caucus-note-kept'> & { readonly said: Said; readonly retracted: Said | undefined }

/** What a seat asked its head to accept. Whether the head has done it is read off the table (`askState`). */
export type Ask = FactOf<'acceptance-asked'> & {
  readonly said: Said
  readonly ended:
    | { readonly is: 'declined'; readonly said: Said; readonly reason: string | undefined }
    | { readonly is: 'taken-back'; readonly said: Said }
    | undefined
}

/** An amendment that has not been tabled. */
export type DraftAmendment = FactOf<'draft-opened'> & { readonly said: Said; readonly discarded: Said | undefined }
export type AnnouncedGroup = FactOf<'group-announced'> & { readonly said: Said }

/** In which kind of room a record stands. */
export function kindOfRoom({ privateRoom }: Pick<Negotiation, 'privateRoom'>): RoomKind {
  return privateRoom === undefined ? 'table' : roomName(privateRoom.room).kind
}

/**
 * The negotiation as a private room sees it: what the table's record says, with what was said in the room itself in the place of what was
 * said about it at the table. `own` is what the room's own journal tells.
 */
export function seenFrom(room: RoomId, table: Negotiation, own: Negotiation): Negotiation {
  const { threads, wordings, notes, lines, asks, drafts, seq } = own
  return { ...table, privateRoom: standing(room, table, own.privateRoom), threads, wordings, notes, lines, asks, drafts, seq }
}

/**
 * A caucus exists without being opened, because its delegation does, and is closed by the act at the table with which the next one begins. A
 * group that nobody opened has no members.
 */
function standing(room: RoomId, table: Negotiation, opened: PrivateRoom | undefined): PrivateRoom {
  const name = roomName(room)
  if (name.kind !== 'caucus') return opened ?? { ...unopened, room }
  const party = table.parties.get(name.party)
  const exists = party?.kind === 'delegation' && name.number <= caucusNumber(table, name.party)
  return {
    ...unopened,
    room,
    label: party?.shortName ?? '',
    parties: exists ? [party.party] : [],
    ...opened,
    closed: opened?.closed ?? renewalTo(table, name.party, name.number + 1)?.said,
  }
}

const unopened = { label: '', parties: [], awaits: [], opened: undefined, after: undefined, closed: undefined }

/** What says who speaks from a seat. */
type Seated = Pick<Negotiation, 'seats' | 'parties' | 'withdrawnSeats' | 'empowered' | 'givenIn' | 'renewals' | 'privateRoom'>

/** Who speaks from a seat, in the room of the record. Undefined when nobody does, or the room is not theirs. */
export function speakerOf(negotiation: Seated, id: SeatId): Speaker | undefined {
  const { seats, parties, withdrawnSeats, empowered, privateRoom } = negotiation
  const seat = seats.get(id)
  const party = seat && parties.get(seat.party)
  if (seat === undefined || party === undefined || withdrawnSeats.has(id)) return undefined
  if (privateRoom !== undefined && !hasPlace(privateRoom, seat, negotiation)) return undefined
  return { seat, party, empowered: empowered.has(id) }
}

/**
 * In a caucus, whoever was given the seat by then. In a group, unless the seat goes back to an act of somebody outside the party since
 * the group was opened: only a party that meets there itself opens it to others so, because it reads what was said there anyway.
 */
function hasPlace(room: PrivateRoom, seat: Seat, given: Pick<Negotiation, 'givenIn' | 'renewals'>): boolean {
  if (!room.parties.includes(seat.party)) return false
  const name = roomName(room.room)
  if (name.kind === 'caucus') return firstCaucusOf(given, seat.seat) <= name.number
  return renewalsUntilGiven(given, seat).every(
    ({ said }) => !wasOpenedBefore(room, said) || (said.by !== 'server' && room.parties.includes(said.by.party)),
  )
}

/**
 * Whether the room was opened before something was said at the table. By the table's entries where the record of the room names one: they
 * have one order, whatever the clock did. A room from before that was recorded goes by the moments, and counts as older where they are the same.
 */
function wasOpenedBefore({ after, opened }: PrivateRoom, { seq, at }: Said): boolean {
  if (after !== undefined) return after < seq
  return opened === undefined || Date.parse(opened.at) <= Date.parse(at)
}

/** Whether words may be written in the room now: everybody who was asked to meet has agreed to, and nobody has closed it. */
export function isOpen({ privateRoom }: Pick<Negotiation, 'privateRoom'>): boolean {
  return privateRoom === undefined || (privateRoom.awaits.length === 0 && privateRoom.closed === undefined)
}

/** Whether the room was closed: what was said there is read, and nothing in it is changed any more. */
export function isClosed({ privateRoom }: Pick<Negotiation, 'privateRoom'>): boolean {
  return privateRoom?.closed !== undefined
}

/** The delegation's line on a clause: what it says first, what it can live with, what it will not go below. */
export function lineOn({ lines }: Pick<Negotiation, 'lines'>, clause: ClauseId): ReadonlyMap<Line, CaucusNote> {
  return lines.get(clause) ?? new Map<Line, CaucusNote>()
}

export type AskState =
  /** The head has not answered. */
  | 'waits'
  /** The party has said at the table, since, what was asked for. */
  | 'met'
  /** The words are others by now, so the answer would be to something nobody asked. */
  | 'overtaken'
  | 'declined'
  | 'taken-back'

/** What became of a request to the head. `negotiation` and `readings` are those the private room sees. */
export function askState(negotiation: Negotiation, readings: Readings, ask: Ask): AskState {
  const { clause, on, position, said, ended } = ask
  if (ended !== undefined) return ended.is
  const party = said.by === 'server' ? undefined : said.by.party
  const standing = party && lastPosition(negotiation.positions.get(clause)?.get(party))
  if (standing?.on === on && digest(standing.position) === digest(position) && Date.parse(standing.said.at) >= Date.parse(said.at))
    return 'met'
  return readings.get(clause)?.fingerprint === on ? 'waits' : 'overtaken'
}
