/** What a room's record and texts come to: how the clauses read, and what is agreed. Worked out again only where something has changed. */
import { assessor, seenFrom, type Assessment, type Negotiation, type Readings, type RoomId } from '@entente/agreement'
import { amendedCache, readingCache } from '@entente/draft'
import type * as Y from 'yjs'
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
  const consent = assessor()
  let readings: Readings = new Map()
  let assessed: { readonly of: Negotiation; readonly readings: Readings; readonly assessment: Assessment } | undefined
  let upon: { readonly table: Negotiation; readonly own: Negotiation; readonly negotiation: Negotiation } | undefined

  /** The record as the room sees it: its own, or the table's with its own upon it. */
  function seen(own: Negotiation, table: RoomView | undefined): Negotiation {
    if (table === undefined) return own
    if (upon?.table !== table.negotiation || upon.own !== own)
      upon = { table: table.negotiation, own, negotiation: seenFrom(room, table.negotiation, own) }
    return upon.negotiation
  }

  return ({ own, doc, loaded, table }) => {
    const negotiation = seen(own, table)
    if (table !== undefined) readings = table.readings
    else if (loaded) readings = cache.readings(doc, negotiation)
    if (assessed?.of !== negotiation || assessed.readings !== readings)
      assessed = { of: negotiation, readings, assessment: table?.assessment ?? consent.assess(negotiation, readings) }
    const amended = table?.amended ?? amendments.amended(doc, negotiation, readings)
    return { own, negotiation, readings, amended, assessment: assessed.assessment }
  }
}
