/**
 * Evidence on the command line: copied with a backup, put back with a restore, and held against its hashes by the doctor.
 *
 * Files are named by their hash and never change, so a copy takes what is not there yet, and whether one is right can be told by itself.
 */
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { roomName, type RoomId } from '@entente/agreement'
import { Corrupt, type EvidenceAbout, type EvidenceFiles, type Store } from '@entente/store'
import { listEvidence, pathOf } from '@entente/store/evidence/folder'

/** The folder of evidence beside a backup. */
export function evidenceBeside(file: string): string {
  return `${file}.evidence`
}

/** Copies what one folder holds and the other does not. Answers all that stands in the other then. */
export async function copyEvidence(from: string, to: string): Promise<readonly EvidenceAbout[]> {
  const all = await listEvidence(from)
  for (const { negotiation, sha256 } of all) {
    const [source, target] = [pathOf(from, negotiation, sha256), pathOf(to, negotiation, sha256)]
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    // The bytes first: a note without its file would promise what is not there. Notes can gain a name, so they are always taken anew.
    if (!existsSync(target)) await copyWhole(source, target)
    await copyWhole(`${source}.json`, `${target}.json`)
  }
  return listEvidence(to)
}

async function copyWhole(source: string, target: string): Promise<void> {
  const unfinished = `${target}.part`
  try {
    await copyFile(source, unfinished)
    await rename(unfinished, target)
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** A sentence for every file that is not what its name says. */
export async function damagedEvidence(folder: string): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { negotiation, sha256, bytes } of await listEvidence(folder)) {
    const path = pathOf(folder, negotiation, sha256)
    const is = existsSync(path) ? await measured(path) : undefined
    if (is === undefined) wrong.push(`${path} is missing`)
    else if (is.sha256 !== sha256 || is.bytes !== bytes)
      wrong.push(`${path} is damaged: it has ${is.bytes} bytes and the hash ${is.sha256}`)
  }
  return wrong
}

/** Brings what a bucket holds and the folder does not into the folder, as it stands there. */
export async function fetchEvidence(files: EvidenceFiles, to: string): Promise<readonly EvidenceAbout[]> {
  for (const about of await files.list()) {
    const target = pathOf(to, about.negotiation, about.sha256)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    if (!existsSync(target)) await keepWhole(target, files.open(about.negotiation, about.sha256))
    await keepWhole(`${target}.json`, [`${JSON.stringify(about)}\n`])
  }
  return listEvidence(to)
}

async function keepWhole(target: string, bytes: AsyncIterable<Uint8Array> | Iterable<string>): Promise<void> {
  const unfinished = `${target}.part`
  try {
    await pipeline(bytes, createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, target)
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** A sentence for every file that the record names and the folder does not hold. */
export async function missingEvidence(store: Pick<Store, 'rooms'>, folder: string): Promise<readonly string[]> {
  return missingFrom(store, await listEvidence(folder), folder)
}

/** The same of what is held anywhere. `where` is what its paths begin with. */
export async function missingFrom(
  { rooms }: Pick<Store, 'rooms'>,
  all: readonly EvidenceAbout[],
  where: string,
): Promise<readonly string[]> {
  const held = new Set(all.map(({ negotiation, sha256 }) => `${negotiation}/${sha256}`))
  const missing: string[] = []
  for (const room of await rooms.list())
    for (const sha256 of await namedIn(rooms, room))
      if (!held.has(`${roomName(room).negotiation}/${sha256}`))
        missing.push(`${room}: the record names the file ${where}/${roomName(room).negotiation}/${sha256}, which is not there`)
  return missing
}

/** The files that the reports of a room name. A room that does not hold together is told of elsewhere. */
async function namedIn(rooms: Store['rooms'], room: RoomId): Promise<ReadonlySet<string>> {
  try {
    const entries = await rooms.entriesSince(room, 0)
    return new Set(
      entries.flatMap(({ fact }) =>
        fact.kind === 'milestone-reported' ? (fact.evidence ?? []).flatMap((item) => (item.is === 'file' ? [item.sha256] : [])) : [],
      ),
    )
  } catch (error) {
    if (error instanceof Corrupt) return new Set()
    throw error
  }
}

async function measured(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path), async (parts: AsyncIterable<Uint8Array>) => {
    for await (const part of parts) {
      bytes += part.byteLength
      hash.update(part)
    }
  })
  return { sha256: hash.digest('hex'), bytes }
}
