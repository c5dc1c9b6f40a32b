/**
 * This browser's copy of the journal.
 *
 * Every entry is checked against the hash chain before it counts. The server cannot take back or change what was once shown here without
 * this copy noticing, and a copy that has noticed believes nothing that comes after.
 */
import { fold, NO_ENTRIES, nothingSaid, verify, type Entry, type Head, type Negotiation, type RoomId } from '@entente/agreement'
import type { Chain } from './view.ts'

export type JournalCopy = {
  readonly negotiation: () => Negotiation
  readonly head: () => Head
  /** All of it, oldest first: a new array whenever it has grown. */
  readonly entries: () => readonly Entry[]
  readonly chain: () => Chain
  /** The server says where its journal ends. */
  readonly announced: (head: Head) => void
  readonly extend: (entries: readonly Entry[]) => void
}

export function journalCopy(room: RoomId): JournalCopy {
  let negotiation = nothingSaid
  let head = NO_ENTRIES
  let kept: readonly Entry[] = []
  let chain: Chain = { is: 'verified' }
  return {
    negotiation: () => negotiation,
    head: () => head,
    entries: () => kept,
    chain: () => chain,
    announced({ seq, hash }) {
      if (chain.is === 'broken') return
      // What was here is not there any more, or is something else.
      if (seq < head.seq) chain = { is: 'broken', seq: seq + 1 }
      else if (seq === head.seq && hash !== head.hash) chain = { is: 'broken', seq }
    },
    extend(entries) {
      if (chain.is === 'broken') return
      const verified = verify(room, head, entries)
      if (!verified.ok) {
        chain = { is: 'broken', seq: verified.broken.seq }
        return
      }
      for (const entry of entries) negotiation = fold(negotiation, entry)
      kept = [...kept, ...entries]
      head = verified.head
    },
  }
}
