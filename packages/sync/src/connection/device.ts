/**
 * Where a device keeps words that the server does not have yet, so that they outlive the page: the contract, which a browser fulfils with
 * IndexedDB and a test with a map.
 *
 * What is kept is sealed (`seal.ts`) with a key that the server gives to the seat and the session, and never writes down. Without a
 * connection as the same person in the same session nobody can read it, also not the next one at the same computer.
 */
import type { RoomId } from '@entente/agreement'

/** The unsaved words of one document. */
export type KeptWords = {
  readonly room: RoomId
  /** The life of the room they belong to. */
  readonly epoch: number
  /** The clientID of the document: with the room, the name of the record. */
  readonly client: number
  /** The clientIDs in whose names they were written: the document's own, and those of documents before it. */
  readonly clients: readonly number[]
  /** Milliseconds of the device's clock. */
  readonly at: number
  readonly sealed: Uint8Array<ArrayBuffer>
}

export type Device = {
  /** What is kept of a room, oldest first. */
  readonly kept: (room: RoomId) => Promise<readonly KeptWords[]>
  /** Keeps words in the place of those kept under the same room and clientID. */
  readonly keep: (words: KeptWords) => Promise<void>
  readonly forget: (words: readonly Pick<KeptWords, 'room' | 'client'>[]) => Promise<void>
}
