/**
 * How a file comes in, wherever it is kept then: written to this computer, measured, inspected, put in its place, and noted last.
 *
 * Only what has a note counts, so a breakdown at any step leaves nothing that could be taken for a file of evidence.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withFiling, type EvidenceAbout, type EvidenceFiles, type Incoming, type Inspect, type Kept } from '../evidence.ts'
import { written } from './written.ts'

/** Where files are kept in the end. */
export type Place = Pick<EvidenceFiles, 'about'> & {
  /** Puts the bytes there, whole, from a file of this computer. It may take that file away. */
  readonly put: (expected: Incoming, from: string) => Promise<void>
  /** Writes the note about them, whole or not at all. */
  readonly note: (about: EvidenceAbout) => Promise<void>
}

/** `incoming` is the folder of this computer for what is on its way in. Nothing of it is left there, however this ends. */
export async function receive(
  incoming: string,
  place: Place,
  expected: Incoming,
  bytes: AsyncIterable<Uint8Array>,
  inspect: Inspect | undefined,
): Promise<Kept> {
  const unfinished = join(incoming, randomUUID())
  try {
    const came = await written(unfinished, expected, bytes)
    if (typeof came === 'string') return { is: came }
    if (inspect !== undefined && (await inspect(() => createReadStream(unfinished))) === 'refused') return { is: 'refused' }
    const before = await place.about(expected.negotiation, expected.sha256)
    if (before === undefined) await place.put(expected, unfinished)
    const about = withFiling(before, expected, came)
    await place.note(about)
    return { is: 'kept', about }
  } finally {
    await rm(unfinished, { force: true })
  }
}
