/**
 * The words of one root over time: who changed them when, and how they read then.
 *
 * Nothing is kept for it. Every accepted update is stored with its author and time, so the past is read by playing the updates again.
 * People type letter by letter; a version is what stood when they paused.
 */
import type { SeatId, Timestamp } from '@entente/agreement'
import * as Y from 'yjs'
import { writersOf, type WrittenWords } from './attribution.ts'
import { openCarrier, type Carriage } from './carried.ts'
import { sameText } from './merge.ts'
import { readText } from './read.ts'
import { rootName, type Root } from './root.ts'
import type { Text } from './text.ts'

/** Somebody's accepted change, as it is stored. */
export type Written = { readonly seq: number; readonly at: Timestamp; readonly by: SeatId | 'server'; readonly bytes: Uint8Array }

/** How the words read after people had changed them and paused. */
export type Version = {
  /** The last update in it. */
  readonly upto: number
  readonly from: Timestamp
  readonly until: Timestamp
  /** Who changed these words meanwhile, in the order in which they began. */
  readonly by: readonly (SeatId | 'server')[]
  readonly text: Text
  /** Paragraph by paragraph, who wrote the words. Words that were restored count as their first author's. */
  readonly writers: readonly (readonly WrittenWords[])[]
}

/** A pause this long ends a version, in milliseconds; so does typing on for longer than `VERSION_LENGTH`. */
export const VERSION_PAUSE = 2 * 60_000
export const VERSION_LENGTH = 10 * 60_000

export type Historian = {
  /** Plays updates on, in order. May be called in portions, so that a long history does not hold up others. */
  readonly play: (updates: readonly Written[]) => void
  /** All versions up to now, oldest first. */
  readonly versions: () => readonly Version[]
}

/** `ways` are those on which the server carried words: they stay their authors’. */
export function historianOf(root: Root, ways: readonly Carriage[] = []): Historian {
  const doc = new Y.Doc()
  const carrier = openCarrier(doc, ways)
  const fragment = doc.getXmlFragment(rootName(root))
  const versions: Version[] = []
  const seen = { touched: false }
  fragment.observeDeep(() => (seen.touched = true))
  let open: { readonly from: Timestamp; until: Timestamp; upto: number; readonly by: Set<SeatId | 'server'> } | undefined

  const close = () => {
    if (open === undefined) return
    const text = readText(fragment)
    const { from, until, upto, by } = open
    open = undefined
    const last = versions.at(-1)
    if (last === undefined ? text.length === 0 : sameText(last.text, text)) return
    const restored = versions.findLast((earlier) => sameText(earlier.text, text))
    versions.push({ upto, from, until, by: [...by], text, writers: restored?.writers ?? carrier.writers(writersOf(fragment)) })
  }

  return {
    play(updates) {
      for (const stretch of stretches(updates)) {
        const [first] = stretch
        const last = stretch.at(-1)
        if (first === undefined || last === undefined) continue
        if (open !== undefined && isPause(open, first.at)) close()
        seen.touched = false
        const apply = (some: readonly Written[]) => {
          doc.transact(() => {
            for (const { bytes } of some) Y.applyUpdate(doc, bytes)
          })
        }
        // What the server carried in one change is told from what it carried in the next.
        if (first.by === 'server' && ways.length > 0) for (const update of stretch) carrier.watch(() => apply([update]))
        else apply(stretch)
        if (!seen.touched) continue
        open ??= { from: first.at, until: last.at, upto: last.seq, by: new Set() }
        open.until = last.at
        open.upto = last.seq
        open.by.add(last.by)
      }
    },
    versions() {
      close()
      return versions
    },
  }
}

/** All texts as they stood after the updates, for a comparison with now. */
export function documentAfter(updates: readonly Pick<Written, 'bytes'>[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  })
  return doc
}

/** Updates of one author without a pause: played in one transaction, because each transaction costs as much as there are authors. */
function stretches(updates: readonly Written[]): readonly (readonly Written[])[] {
  const made: Written[][] = []
  for (const update of updates) {
    const now = made.at(-1)
    const first = now?.[0]
    const last = now?.at(-1)
    const goesOn = first !== undefined && last?.by === update.by && !isPause({ from: first.at, until: last.at }, update.at)
    if (goesOn) now?.push(update)
    else made.push([update])
  }
  return made
}

function isPause({ from, until }: { readonly from: Timestamp; readonly until: Timestamp }, at: Timestamp): boolean {
  const now = Date.parse(at)
  return now - Date.parse(until) > VERSION_PAUSE || now - Date.parse(from) > VERSION_LENGTH
}
