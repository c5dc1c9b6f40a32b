/**
 * Evidence in a folder: `<negotiation>/<sha256>` for the bytes and `<negotiation>/<sha256>.json` beside it for who brought it.
 *
 * Bytes are written to a name of their own and moved into place once they are whole and on disk; the note about them is written last, and
 * only what has a note counts. Every name in the folder is made of a negotiation's id and a hash, never of what somebody sent.
 */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fingerprint, NegotiationId } from '@entente/agreement'
import { EvidenceAbout, type EvidenceFiles } from '../evidence.ts'
import { receive, type Place } from './receive.ts'

/** What is on its way in; emptied when the folder is opened. */
const INCOMING = '.incoming'

export async function openEvidenceFolder(folder: string): Promise<EvidenceFiles> {
  const incoming = join(folder, INCOMING)
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const place: Place = {
    about: (negotiation, sha256) => aboutIn(folder, negotiation, sha256),
    async put({ negotiation, sha256 }, from) {
      await mkdir(join(folder, negotiation), { recursive: true, mode: 0o700 })
      await rename(from, pathOf(folder, negotiation, sha256))
    },
    note: (about) => note(folder, incoming, about),
  }
  return {
    keep: (expected, bytes, inspect) => receive(incoming, place, expected, bytes, inspect),
    about: place.about,
    open: (negotiation, sha256) => createReadStream(pathOf(folder, negotiation, sha256)),
    list: () => listEvidence(folder),
  }
}

/** What a folder holds. None, where there is no folder. */
export async function listEvidence(folder: string): Promise<readonly EvidenceAbout[]> {
  const found: EvidenceAbout[] = []
  for (const negotiation of await namesIn(folder)) {
    if (negotiation.startsWith('.')) continue
    for (const name of await namesIn(join(folder, negotiation)))
      if (name.endsWith('.json')) found.push(EvidenceAbout.parse(JSON.parse(await readFile(join(folder, negotiation, name), 'utf8'))))
  }
  return found
}

/** Where the bytes of a file are. */
export function pathOf(folder: string, negotiation: NegotiationId, sha256: Fingerprint): string {
  return join(folder, negotiation, sha256)
}

async function aboutIn(folder: string, negotiation: NegotiationId, sha256: Fingerprint): Promise<EvidenceAbout | undefined> {
  try {
    return EvidenceAbout.parse(JSON.parse(await readFile(`${pathOf(folder, negotiation, sha256)}.json`, 'utf8')))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** The note about a file, whole or not at all. */
async function note(folder: string, incoming: string, about: EvidenceAbout): Promise<void> {
  const unfinished = join(incoming, randomUUID())
  const file = await open(unfinished, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(about)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, `${pathOf(folder, about.negotiation, about.sha256)}.json`)
  const place = await open(join(folder, about.negotiation), 'r')
  try {
    await place.sync()
  } finally {
    await place.close()
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
