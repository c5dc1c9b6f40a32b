/**
 * Keeps on the device what the server does not have yet, and brings it back after the page was loaded again.
 *
 * Words come back in the names of the clientIDs they were written under, which the server accepts from the same seat: so they are the same
 * words, however often they are brought and by however many tabs. They pass the gate like all others.
 */
import type { RoomId, SeatId } from '@entente/agreement'
import * as Y from 'yjs'
import { limits } from '../limits.ts'
import type { Device, KeptWords } from './device.ts'
import { makeSeal, type Seal, type Words } from './seal.ts'

/** What a document has that the server has not: nothing when `words` is undefined. */
export type Unsaved = { readonly client: number; readonly words: Words | undefined }

/** Words of an earlier document of this seat, found on the device. */
export type Found = Words & { readonly epoch: number }

export type Keeping = {
  /** Resolves when it is known what to claim; never rejects. */
  readonly ready: Promise<void>
  /** The clientIDs of everything that was found, for the handshake. */
  readonly claims: () => readonly number[]
  /** The server's welcome: who it is, and the key of this seat's words. */
  readonly unlock: (who: { readonly key: string | undefined; readonly seat: SeatId; readonly epoch: number }) => void
  /** What was found of this seat, once. */
  readonly found: () => Promise<readonly Found[]>
  /** Something was typed or saved. */
  readonly changed: () => void
  /** What was found has been taken care of: it is on the server, or a draft on the screen. */
  readonly settled: () => void
  /** Nothing of this seat is to stay on the device. */
  readonly forget: () => void
  /** Keeps what is unsaved now, and no more. */
  readonly close: () => void
}

/** How long typed words may wait before the device keeps them, in milliseconds: with a connection the server mostly has them before. */
const WAIT = { live: 1_000, offline: 200 }
/** Bytes of unsaved changes above which they are not kept. The person is warned on leaving the page, as without all this. */
const MAX_KEPT_BYTES = 8 << 20

export type KeepingOptions = {
  readonly device: Device
  readonly room: RoomId
  /** What is unsaved now; undefined before the first welcome. */
  readonly unsaved: () => Unsaved | undefined
  readonly isLive: () => boolean
}

export function openKeeping({ device, room, unsaved, isLive }: KeepingOptions): Keeping {
  let records: readonly KeptWords[] = []
  /** Found records whose words are not yet elsewhere, and the one written last. */
  let held: readonly Pick<KeptWords, 'room' | 'client'>[] = []
  let lock: Promise<{ readonly seal: Seal; readonly seat: SeatId; readonly epoch: number } | undefined> | undefined
  let own: Pick<KeptWords, 'room' | 'client'> | undefined
  /** The clientID of a document of which nothing is kept any more: its words are drafts on the screen. */
  let given: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let taken = false
  /** Everything that is done with the device, one after the other. */
  let last: Promise<void> = find()

  async function find(): Promise<void> {
    try {
      const all = await device.kept(room)
      let claimed = 0
      records = all
        .toReversed()
        .filter(({ clients }) => (claimed += clients.length) <= limits.claimedClients)
        .toReversed()
    } catch (error) {
      fault(error)
    }
  }

  function then(work: () => Promise<void>): void {
    last = last.then(() => (closed ? undefined : work())).catch(fault)
  }

  /** A device that fails once is not asked again. What went wrong surfaces as an error of the page. */
  function fault(error: unknown): void {
    closed = true
    queueMicrotask(() => {
      throw error
    })
  }

  const write = async (now = unsaved()) => {
    const unlocked = await lock
    if (now === undefined || now.client === given || unlocked === undefined) return
    const { seal, seat, epoch } = unlocked
    if (now.words === undefined) return drop()
    if (now.words.update.byteLength > MAX_KEPT_BYTES) return
    const clients = [...Y.parseUpdateMeta(now.words.update).to.keys()]
    const sealed = await seal.close(now.words, label(room, seat, epoch, now.client))
    const record = { room, client: now.client, clients, epoch, at: Date.now(), sealed }
    await device.keep(record)
    const before = own
    own = { room, client: now.client }
    if (before !== undefined && before.client !== own.client) await device.forget([before])
  }

  const drop = async () => {
    if (own === undefined) return
    await device.forget([own])
    own = undefined
  }

  return {
    ready: last,
    claims: () => [...new Set(records.flatMap(({ clients }) => clients))],
    unlock({ key, seat, epoch }) {
      lock = key === undefined ? Promise.resolve(undefined) : makeSeal(key).then((seal) => seal && { seal, seat, epoch })
    },
    async found() {
      await last
      const unlocked = await lock
      if (taken || unlocked === undefined) return []
      taken = true
      const opened: Found[] = []
      for (const record of records) {
        const words = await unlocked.seal.open(record.sealed, label(room, unlocked.seat, record.epoch, record.client))
        // Of another seat, or of a session that is over: not ours to read, nor to throw away.
        if (words === undefined) continue
        opened.push({ ...words, epoch: record.epoch })
        held = [...held, record]
      }
      return opened
    },
    changed() {
      timer ??= setTimeout(
        () => {
          timer = undefined
          then(() => write())
        },
        isLive() ? WAIT.live : WAIT.offline,
      )
    },
    settled() {
      const done = held
      held = []
      then(async () => {
        // What was brought back is now among the unsaved words of this document, until the server has it.
        await write()
        await device.forget(done.filter(({ client }) => client !== own?.client))
      })
    },
    forget() {
      given = unsaved()?.client
      const done = held
      held = []
      then(async () => {
        await device.forget(done)
        await drop()
      })
    },
    close() {
      clearTimeout(timer)
      const now = unsaved()
      then(async () => {
        await write(now)
        closed = true
      })
    },
  }
}

/** What a record is bound to: nobody can pass it for another's, another room's, or another life's. */
function label(room: RoomId, seat: SeatId, epoch: number, client: number): string {
  return JSON.stringify([room, seat, epoch, client])
}
