/**
 * Whether a room may grow as asked. Both stores ask here, inside their transaction, so that they refuse the same.
 *
 * Entries are read back from their text before they are written: an entry that its own schema or its own hash would not accept must not
 * become durable, since nothing durable is ever taken back.
 */
import { Entry, verify, type Fingerprint, type Head, type RoomId } from '@entente/agreement'
import type { Growth } from './contract.ts'
import { Corrupt, Fenced, type Standing } from './failure.ts'

/** Where a room's two streams end. */
export type RoomHead = { readonly epoch: number; readonly update: number; readonly entry: Head }

/** An entry as it is kept: its text, and its number and hash beside it. */
export type EntryLine = { readonly seq: number; readonly hash: Fingerprint; readonly text: string }

/** Where the room ends afterwards, and the lines of its new entries. Throws `Fenced`, or a `TypeError` for an entry nobody could read. */
export function grow(
  head: RoomHead,
  { room, epoch, expect, updates, entries }: Growth,
): { readonly head: RoomHead; readonly lines: readonly EntryLine[] } {
  const found: Standing = { epoch: head.epoch, update: head.update, entry: head.entry.seq }
  const expected: Standing = { epoch, update: expect.update, entry: expect.entry }
  if (expected.epoch !== found.epoch || expected.update !== found.update || expected.entry !== found.entry)
    throw new Fenced(room, expected, found)
  // A journal that branched off earlier has the right length and the wrong links.
  if (entries[0] !== undefined && entries[0].previous !== head.entry.hash) throw new Fenced(room, expected, found)
  const lines = entries.map((entry) => ({ seq: entry.seq, hash: entry.hash, text: JSON.stringify(entry) }))
  try {
    readEntries(room, head.entry, lines)
  } catch (error) {
    throw new TypeError(`An entry for ${room} could not be read back`, { cause: error })
  }
  const last = entries.at(-1)
  return {
    head: { epoch, update: head.update + updates.length, entry: last === undefined ? head.entry : { seq: last.seq, hash: last.hash } },
    lines,
  }
}

/** The entries of a run of lines that continues the journal ending in `head`. Throws `Corrupt` at the first line that does not hold. */
export function readEntries(room: RoomId, head: Head, lines: readonly EntryLine[]): readonly Entry[] {
  const entries = lines.map((line, index) => {
    const seq = head.seq + 1 + index
    if (line.seq !== seq) throw new Corrupt(room, 'entries', seq, 'missing')
    const entry = parse(line.text)
    if (entry === undefined) throw new Corrupt(room, 'entries', seq, 'unreadable')
    if (entry.hash !== line.hash) throw new Corrupt(room, 'entries', seq, 'other-hash')
    return entry
  })
  const chain = verify(room, head, entries)
  if (!chain.ok) throw new Corrupt(room, 'entries', chain.broken.seq, chain.broken.why)
  return entries
}

function parse(text: string): Entry | undefined {
  try {
    return Entry.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
