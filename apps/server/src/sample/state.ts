/** What a file's negotiation comes to, without a store: its journal replayed in memory, and the clauses assessed. */
import {
  append,
  assess,
  NO_ENTRIES,
  replay,
  type Assessment,
  type Entry,
  type Head,
  type Negotiation,
  type Readings,
} from '@entente/agreement'
import { readingsOf, writeText } from '@entente/draft'
import * as Y from 'yjs'
import type { SampleRoom } from './sample.ts'

/** The linked journal of a room of the file. */
export function journalOf({ room, statements }: SampleRoom): readonly Entry[] {
  let head: Head = NO_ENTRIES
  return statements.map((statement) => {
    const entry = append(head, { room, ...statement })
    head = { seq: entry.seq, hash: entry.hash }
    return entry
  })
}

/** The shared text of a room of the file, written by `client`. */
export function documentOf({ texts }: SampleRoom, client: number): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  doc.clientID = client
  for (const [name, text] of texts) writeText(doc.getXmlFragment(name), text)
  return doc
}

export type State = { readonly negotiation: Negotiation; readonly readings: Readings; readonly assessment: Assessment }

export function stateOf(table: SampleRoom): State {
  const negotiation = replay(journalOf(table))
  const readings = readingsOf(documentOf(table, 1), negotiation)
  return { negotiation, readings, assessment: assess(negotiation, readings) }
}
