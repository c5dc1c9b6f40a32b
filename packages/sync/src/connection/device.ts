/**
 * Where a device keeps what outlives the page: words that the server does not have yet, and drafts it did not take. The contract, which a
 * browser fulfils with IndexedDB and a test with maps.
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

/** One thing that was kept aside (`aside.ts`), until its author dismisses it. */
export type KeptDraft = {
  readonly room: RoomId
  /** With the room, the name of the record. */
  readonly id: string
  /** Milliseconds of the device's clock. */
  readonly at: number
  readonly sealed: Uint8Array<ArrayBuffer>
}

/** Records of one kind; `Key` is what tells those of one room from each other. */
export type Shelf<Kept extends { readonly room: RoomId }, Key extends keyof Kept> = {
  /** What is kept of a room, oldest first. */
  readonly kept: (room: RoomId) => Promise<readonly Kept[]>
  /** Keeps a record in the place of the one of the same name. */
  readonly keep: (record: Kept) => Promise<void>
  readonly forget: (records: readonly Pick<Kept, 'room' | Key>[]) => Promise<void>
}

export type Device = { readonly words: Shelf<KeptWords, 'client'>; readonly drafts: Shelf<KeptDraft, 'id'> }
