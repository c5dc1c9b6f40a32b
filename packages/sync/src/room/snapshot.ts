/**
 * All words of a room as one blob, so that opening it need not replay its whole life.
 *
 * Made when the last member has left and enough has been written since the one before. Before it is kept it is read back: a snapshot that
 * would read differently from the room in a single clause is our own mistake and is thrown away. The updates stay in any case.
 */
import { createHash } from 'node:crypto'
import type { Readings } from '@entente/agreement'
import { readingsOf } from '@entente/draft'
import type { Snapshot } from '@entente/store'
import * as Y from 'yjs'
import type { Host } from './host.ts'
import { fill } from './fill.ts'
import { faultOf } from './log.ts'
import type { Proceedings } from './proceedings.ts'

/** From how many updates, or bytes of updates, since the last snapshot a new one is worth its cost. */
const WORTH_UPDATES = 500
const WORTH_BYTES = 64 * 1_024

/** Keeps a snapshot of a room in which nothing waits, if it is worth one. */
export async function keepSnapshot(proceedings: Proceedings, { store, log }: Pick<Host, 'store' | 'log'>): Promise<void> {
  const { room } = proceedings
  const { upto, updates, bytes } = proceedings.tail()
  if (updates < WORTH_UPDATES && bytes < WORTH_BYTES) return
  try {
    const snapshot = snapshotOf(proceedings, upto)
    await store.rooms.saveSnapshot(room, snapshot)
    log({ event: 'snapshot-saved', room, upto, bytes: snapshot.bytes.byteLength })
  } catch (error) {
    // A room opens without it too, only slower; the updates are all there.
    log({ event: 'snapshot-failed', room, fault: faultOf(error) })
  }
}

/** Throws when what would be kept does not read as the room does. */
function snapshotOf({ words, negotiation, readings }: Proceedings, uptoUpdate: number): Snapshot {
  const bytes = words.state()
  const copy = new Y.Doc()
  const fault = fill(copy, [bytes])
  if (fault !== undefined) throw new SnapshotUnfaithful(fault)
  if (!readAlike(readingsOf(copy, negotiation()), readings())) throw new SnapshotUnfaithful('readings')
  return { uptoUpdate, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

class SnapshotUnfaithful extends Error {
  override readonly name = 'SnapshotUnfaithful'
}

function readAlike(one: Readings, other: Readings): boolean {
  return one.size === other.size && one.entries().every(([clause, { fingerprint }]) => other.get(clause)?.fingerprint === fingerprint)
}
