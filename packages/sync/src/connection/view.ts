/**
 * The room as a browser sees it: what `connectRoom` offers to the screens.
 *
 * A `RoomView` is immutable and replaced as a whole, so a screen can keep it, compare it by identity and read it without locks. Statements
 * appear in it when the server has written them, never before; words appear as they are typed.
 */
import type {
  Amended,
  Assessment,
  CommandName,
  Entry,
  Head,
  Negotiation,
  PartyId,
  Readings,
  Refusal,
  SeatId,
  Speaker,
  Timestamp,
} from '@entente/agreement'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { CloseReason } from '../close.ts'
import type { EarlierLife } from './earlier-life.ts'
import type { Passage } from './overtaken.ts'

export type Connection =
  /** The first connection is being made, or a dropped one is being made again right now. */
  | { readonly is: 'connecting' }
  | { readonly is: 'live' }
  /** Typing goes on and is kept; it merges on return. `since` is in milliseconds of this device's clock. */
  | { readonly is: 'offline'; readonly since: number; readonly attempt: number }
  /** Will not be tried again by itself. */
  | { readonly is: 'ended'; readonly code: number; readonly reason: CloseReason | 'closed' | 'chain-broken' }

/** Somebody at the table, from the server's lease table: never from what a client says of itself. */
export type Presence = { readonly client: number; readonly seat: SeatId; readonly party: PartyId }

/** Words the server did not take. They stay on this device until they are dismissed. */
export type RefusedDraft = {
  readonly id: string
  /** The root they were written in, `clause/4` for instance. */
  readonly root: string
  /** The whole text of that root as it stood here, as plain text. */
  readonly text: string
  readonly code: string
  /** Milliseconds of this device's clock. */
  readonly at: number
}

/**
 * Words typed here that went with a paragraph which somebody removed or moved without having seen them. They stay on this device until they
 * are dismissed.
 */
export type OvertakenDraft = Passage & {
  readonly id: string
  /** Milliseconds of this device's clock. */
  readonly at: number
}

/** Whether the journal received so far is one unbroken hash chain. */
export type Chain = { readonly is: 'verified' } | { readonly is: 'broken'; readonly seq: number }

export type RoomView = {
  readonly connection: Connection
  /** False until the first document and journal have arrived: nothing to show yet. */
  readonly loaded: boolean
  /** Who this tab speaks for: the seat of the welcome, as the record describes it. */
  readonly speaker: Speaker | undefined
  /** In a private room: the table's record with what was said in the room itself upon it (`seenFrom`). */
  readonly negotiation: Negotiation
  /** What the room's own journal tells, and nothing else. At the table the same as `negotiation`. */
  readonly own: Negotiation
  /** In a private room: of the clauses at the table. Of the text as it stands here, unsaved changes included. */
  readonly readings: Readings
  /** How the amendments read, of their words as they stand here. */
  readonly amended: Amended
  readonly assessment: Assessment
  readonly presence: readonly Presence[]
  /** Local changes not yet acknowledged as durable. 0 means: everything typed here is on the server's disk. */
  readonly unsaved: number
  /** The journal as far as it has come, oldest first, and whether its hashes link up. */
  readonly record: { readonly head: Head; readonly chain: Chain; readonly entries: readonly Entry[] }
  readonly refused: readonly RefusedDraft[]
  readonly overtaken: readonly OvertakenDraft[]
  /** Set once the server was restored from a backup while this browser held its record, until it is dismissed. */
  readonly restored: EarlierLife | undefined
  /** Set while this server shows a demonstration. */
  readonly demo: boolean
  /** The server's time, estimated from this device's clock. */
  readonly now: () => Timestamp
}

/** Why a statement did not get through, besides the refusals of the rules. */
export type Undelivered =
  /** There is no connection; nothing was sent. Statements are never queued and sent later by themselves. */
  | { readonly code: 'offline' }
  /** The connection was lost before an answer came. Ask again: a statement is recorded once however often it is sent. */
  | { readonly code: 'connection-lost' }
  /** The server could not write it down. Nothing was recorded. */
  | { readonly code: 'storage-unavailable' }
  /** More commands in a row than a person gives. Nothing was recorded. */
  | { readonly code: 'rate-limited' }
  /** The room holds no more words. Nothing was recorded. */
  | { readonly code: 'full' }
  /** The server failed over it, which is our mistake. Nothing was recorded. */
  | { readonly code: 'internal' }

export type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal | Undelivered }

export type Room = {
  /** The words. Replaced by a new document after a refusal and after a restored backup: subscribe, and ask again. */
  readonly doc: () => Y.Doc
  /** Carets and selections of others; replaced together with `doc`. */
  readonly awareness: () => Awareness
  readonly view: () => RoomView
  /** Calls `listener` after every change of the view. Answers the way to stop. */
  readonly subscribe: (listener: () => void) => () => void
  /** Puts a command to the server. Resolves when its entries are on record and in `view().negotiation`, or with why they are not. */
  readonly submit: (name: CommandName, input: unknown) => Promise<Answer>
  /** Forgets a draft of `view().refused` or `view().overtaken`, here and on the device. */
  readonly dismiss: (draft: string) => void
  /** Forgets `view().restored`. */
  readonly dismissRestored: () => void
  readonly close: () => void
}
