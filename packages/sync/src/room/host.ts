/** What a room needs of the process it lives in, and what it answers to it. */
import type { Entry, Head, Negotiation, Readings, RoomId, Timestamp } from '@entente/agreement'
import type { Random, Store } from '@entente/store'
import type * as Y from 'yjs'
import type { Limits } from '../limits.ts'
import type { Allowances } from './allowance.ts'
import type { Compare } from './copy.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Log } from './log.ts'
import type { Time } from './time.ts'

export type Host = {
  readonly store: Pick<Store, 'rooms'>
  readonly commits: GroupCommit
  readonly time: Time
  /** A random name of letters and digits, of at least 64 bits, for the ids of new things. */
  readonly token: () => string
  /** For clientIDs. */
  readonly random: Random
  readonly log: Log
  readonly compare: Compare
  readonly limits: Limits
  readonly allowances: Allowances
  /** Told to everybody who joins. */
  readonly demo: boolean
  /** Whether a file of evidence of these bytes has come to the server. Without it, none has. */
  readonly filed?: Filed | undefined
  /** When no server ran before this one, so that nobody could speak. */
  readonly away?: Away | undefined
}

export type Filed = (room: RoomId, sha256: string, bytes: number) => boolean

export type Away = { readonly from: Timestamp; readonly until: Timestamp }

/** A room as it is on disk, for whoever only reads: an export, the HTTP API. Good for the call it is given to. */
export type RoomReading = {
  readonly room: RoomId
  readonly epoch: number
  readonly negotiation: Negotiation
  readonly readings: Readings
  readonly entries: readonly Entry[]
  readonly head: Head
  /** To be read with `readText`, never through an editor's converters, which delete what they do not know. */
  readonly doc: Y.Doc
}

/** Raised for whoever waits for something of a room whose memory had to be dropped. Asking again helps. */
export class RoomFenced extends Error {
  override readonly name = 'RoomFenced'
}
