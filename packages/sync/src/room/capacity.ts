/**
 * How much text a room holds.
 *
 * Opening a room, keeping a snapshot of it and sending it to a newcomer cost what its text is long, so without a bound one member could make
 * the room too large for everybody, and for the server. Deleted words do not count. They are counted one by one only when what came in since
 * the last count might have filled the room.
 */
import * as Y from 'yjs'

export type Capacity = {
  /** Updates of so many bytes came in. A byte of an update brings one UTF-16 unit at most. */
  readonly grew: (bytes: number) => void
  /** Whether so many UTF-16 units more find room in the document, which is asked for when they have to be counted. */
  readonly holds: (more: number, doc: () => Y.Doc) => boolean
}

export function openCapacity(limit: number): Capacity {
  let atMost = Infinity
  return {
    grew(bytes) {
      atMost += bytes
    },
    holds(more, doc) {
      if (atMost + more > limit) atMost = lengthOf(doc())
      return atMost + more <= limit
    },
  }
}

/** UTF-16 units of the words that stand in a document. */
function lengthOf({ store }: Y.Doc): number {
  let length = 0
  for (const structs of store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString) length += struct.length
  return length
}
