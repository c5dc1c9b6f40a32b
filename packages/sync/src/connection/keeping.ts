/**
 * What of a room outlives the page in this browser: words that the server does not have yet (`kept-words.ts`), and drafts that it did not
 * take (`kept-drafts.ts`). Both are sealed with the key that the server's welcome brings.
 */
import type { RoomId, SeatId } from '@entente/agreement'
import type { Draft } from './aside.ts'
import type { Device } from './device.ts'
import { deviceWork, type DeviceWork } from './device-work.ts'
import { keepDrafts } from './kept-drafts.ts'
import { keepWords, type Found, type Unsaved } from './kept-words.ts'
import { makeSeal, type Seal } from './seal.ts'

/** Whose records can be read here. */
export type Unlocked = { readonly seal: Seal; readonly seat: SeatId; readonly epoch: number }

/** What records of either kind are kept with. */
export type KeptWith = {
  readonly device: Device
  readonly room: RoomId
  readonly work: DeviceWork
  /** Undefined before the first welcome, and where there is nothing to seal with. */
  readonly lock: () => Promise<Unlocked | undefined>
}

export type Keeping = {
  /** Resolves when it is known what to claim; never rejects. */
  readonly ready: Promise<void>
  /** The clientIDs of all words that were found, for the handshake. */
  readonly claims: () => readonly number[]
  /** The server's welcome: who it is, and the key of this seat's records. */
  readonly unlock: (who: { readonly key: string | undefined; readonly seat: SeatId; readonly epoch: number }) => void
  /** What words were found of this seat, once. */
  readonly found: () => Promise<readonly Found[]>
  /** Something was typed, saved, kept aside or dismissed. */
  readonly changed: () => void
  /** Words that were found have been taken care of: they are on the server, or drafts on the screen. */
  readonly settled: () => void
  /** No words of this document are to stay on the device: they are drafts, or gone for good. */
  readonly forgetWords: () => void
  /** Nothing of this seat is to stay on the device. */
  readonly forgetAll: () => void
  /** Keeps the words that are unsaved now, and none that come later. Drafts can still be dismissed. */
  readonly close: () => void
}

export type KeepingOptions = {
  readonly device: Device
  readonly room: RoomId
  /** What is unsaved now; undefined before the first welcome. */
  readonly unsaved: () => Unsaved | undefined
  readonly isLive: () => boolean
  readonly drafts: () => readonly Draft[]
  /** Drafts of an earlier page of this seat. */
  readonly foundDrafts: (drafts: readonly Draft[]) => void
}

export function openKeeping({ device, room, unsaved, isLive, drafts: aside, foundDrafts }: KeepingOptions): Keeping {
  const work = deviceWork()
  let unlocked: Promise<Unlocked | undefined> = Promise.resolve(undefined)
  const lock = () => unlocked
  const around = { device, room, work, lock }
  const words = keepWords({ ...around, unsaved, isLive })
  const drafts = keepDrafts({ ...around, drafts: aside, found: foundDrafts })
  return {
    ready: words.ready,
    claims: words.claims,
    unlock({ key, seat, epoch }) {
      unlocked = key === undefined ? Promise.resolve(undefined) : makeSeal(key).then((seal) => seal && { seal, seat, epoch })
      drafts.unlocked()
    },
    found: words.found,
    changed() {
      words.changed()
      drafts.changed()
    },
    settled: words.settled,
    forgetWords() {
      // First, so that there is no moment in which the device has neither the words nor the draft they became.
      drafts.changed()
      words.forget()
    },
    forgetAll() {
      words.forget()
      drafts.forget()
    },
    close() {
      words.close()
      drafts.changed()
    },
  }
}
