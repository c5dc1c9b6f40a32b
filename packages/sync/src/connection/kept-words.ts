/**
 * Keeps on the device what the server does not have yet, and brings it back after the page was loaded again.
 *
 * Words come back in the names of the clientIDs they were written under, which the server accepts from the same seat: so they are the same
 * words, however often they are brought and by however many tabs. They pass the gate like all others.
 */
import type { RoomId } from '@entente/agreement'
import * as Y from 'yjs'
import { limits } from '../limits.ts'
import type { KeptWords } from './device.ts'
import type { KeptWith, Unlocked } from './keeping.ts'
import { readWords, writeWords, type Words } from './unsaved-words.ts'

/** What a document has that the server has not: nothing when `words` is undefined. */
export type Unsaved = { readonly client: number; readonly words: Words | undefined }

/** Words of an earlier document of this seat, found on the device. */
export type Found = Words & { readonly epoch: number }

export type KeptWordsHere = {
  /** Resolves when it is known what to claim; never rejects. */
  readonly ready: Promise<void>
  readonly claims: () => readonly number[]
  readonly found: () => Promise<readonly Found[]>
  readonly changed: () => void
  readonly settled: () => void
  readonly forget: () => void
  /** Keeps what is unsaved now. */
  readonly close: () => void
}

/** How long typed words may wait before the device keeps them, in milliseconds: with a connection the server mostly has them before. */
const WAIT = { live: 1_000, offline: 200 }
/** Bytes of unsaved changes above which they are not kept. The person is warned on leaving the page, as without all this. */
const MAX_KEPT_BYTES = 8 << 20

export type KeepWordsOptions = KeptWith & {
  /** What is unsaved now; undefined before the first welcome. */
  readonly unsaved: () => Unsaved | undefined
  readonly isLive: () => boolean
}

/** The words' part of `Keeping`, which says what each of these is for. */
export function keepWords({ device: { words: shelf }, room, work, lock, unsaved, isLive }: KeepWordsOptions): KeptWordsHere {
  let records: readonly KeptWords[] = []
  /** Found records whose words are not yet elsewhere, and the one written last. */
  let held: readonly Pick<KeptWords, 'room' | 'client'>[] = []
  let own: Pick<KeptWords, 'room' | 'client'> | undefined
  /** The clientID of a document of which nothing is kept any more: its words are drafts on the screen. */
  let given: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let taken = false
  let closed = false

  const ready = work(async () => {
    const all = await shelf.kept(room)
    let claimed = 0
    records = all
      .toReversed()
      .filter(({ clients }) => (claimed += clients.length) <= limits.claimedClients)
      .toReversed()
  })

  const write = async (now = unsaved()) => {
    const unlocked = await lock()
    if (now === undefined || now.client === given || unlocked === undefined) return
    const { seal, seat, epoch } = unlocked
    if (now.words === undefined) return drop()
    if (now.words.update.byteLength > MAX_KEPT_BYTES) return
    const clients = [...Y.parseUpdateMeta(now.words.update).to.keys()]
    const sealed = await seal.close(writeWords(now.words), label(room, seat, epoch, now.client))
    const record = { room, client: now.client, clients, epoch, at: Date.now(), sealed }
    await shelf.keep(record)
    const before = own
    own = { room, client: now.client }
    if (before !== undefined && before.client !== own.client) await shelf.forget([before])
  }

  const drop = async () => {
    if (own === undefined) return
    await shelf.forget([own])
    own = undefined
  }

  return {
    ready,
    claims: () => [...new Set(records.flatMap(({ clients }) => clients))],
    async found() {
      await ready
      const unlocked = await lock()
      if (taken || unlocked === undefined) return []
      taken = true
      const opened: Found[] = []
      for (const record of records) {
        const bytes = await unlocked.seal.open(record.sealed, label(room, unlocked.seat, record.epoch, record.client))
        // Of another seat, or of a session that is over: not ours to read, nor to throw away.
        if (bytes === undefined) continue
        opened.push({ ...readWords(bytes), epoch: record.epoch })
        held = [...held, record]
      }
      return opened
    },
    changed() {
      if (closed) return
      timer ??= setTimeout(
        () => {
          timer = undefined
          void work(() => write())
        },
        isLive() ? WAIT.live : WAIT.offline,
      )
    },
    settled() {
      const done = held
      held = []
      void work(async () => {
        // What was brought back is now among the unsaved words of this document, until the server has it.
        await write()
        await shelf.forget(done.filter(({ client }) => client !== own?.client))
      })
    },
    forget() {
      given = unsaved()?.client
      const done = held
      held = []
      void work(async () => {
        await shelf.forget(done)
        await drop()
      })
    },
    close() {
      closed = true
      clearTimeout(timer)
      const now = unsaved()
      void work(() => write(now))
    },
  }
}

/** What a record is bound to: nobody can pass it for another's, another room's, or another life's. */
function label(room: RoomId, seat: Unlocked['seat'], epoch: number, client: number): string {
  return JSON.stringify([room, seat, epoch, client])
}
