/** What a room's record and texts come to: how the clauses read, and what is agreed. Worked out again only where something has changed. */
import { assessor, seenFrom, type Negotiation, type Readings, type RoomId } from '@entente/agreement'
import { amendedCache, readingCache } from '@entente/draft'
import type * as Y from 'yjs'
import { latest } from './latest.ts'
import type { RoomView } from './view.ts'

export type Sight = Pick<RoomView, 'own' | 'negotiation' | 'readings' | 'amended' | 'assessment'>

export type Sources = {
  /** What the room's own journal tells. */
  readonly own: Negotiation
  readonly doc: Y.Doc
  /** Whether the document is there. While a fresh one is still on its way, the clauses read as they last did. */
  readonly loaded: boolean
  /** For a private room, what the table shows now. */
  readonly table: RoomView | undefined
}

/** Answers with the same objects as long as what they come from is the same. */
export function openSight(room: RoomId): (sources: Sources) => Sight {
  const cache = readingCache()
  const amendments = amendedCache()
  const assess = latest(assessor().assess)
  /** A private room's record is the table's with its own upon it. */
  const upon = latest((table: Negotiation, own: Negotiation) => seenFrom(room, table, own))
  let readings: Readings = new Map()

  return ({ own, doc, loaded, table }) => {
    const negotiation = table === undefined ? own : upon(table.negotiation, own)
    if (table !== undefined) readings = table.readings
    else if (loaded) readings = cache.readings(doc, negotiation)
    const amended = table?.amended ?? amendments.amended(doc, negotiation, readings)
    return { own, negotiation, readings, amended, assessment: table?.assessment ?? assess(negotiation, readings) }
  }
}
