/**
 * `entente doctor [FILE]`: is the store sound, or a backup, and if not, what is to be done. The server may be running.
 *
 * It changes nothing. Every finding comes with the next step, because whoever reads it has never seen it before.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EvidenceUnavailable, StoreFault, type Store } from '@entente/store'
import type { Bucket } from '@entente/store/evidence/s3'
import { missesItsLog } from '@entente/store/sqlite'
import type { Settings } from '../settings.ts'
import { bucketOf } from '../evidence/place.ts'
import { damagedEvidence, evidenceBeside, missingEvidence, missingFrom } from './evidence.ts'
import { examineAll, type Examination } from './examination.ts'
import { fileDiffers, manifestPath, readManifest, roomsDiffer } from './manifest.ts'
import type { Exit, Output } from './output.ts'
import { DATABASE, EVIDENCE, lookAt } from './stored.ts'

type Finding = { readonly what: string; readonly next: string }

const RESTORE = 'Stop the server, keep this folder as it is, and restore the last backup into another: entente restore FILE.'
const DISK = 'Nothing is lost: the room opens from its updates. Look at the disk, and make a backup to another.'
const COPY_AGAIN = 'Copy it again with entente backup FILE, or copy the whole folder while the server is stopped.'
const REFILE =
  'Put the file of that name back from a backup: its bytes must have the hash that is its name. Whoever filed it can bring it again.'
const COMPARE =
  'The others are served. Keep this folder as it is, restore the last backup into another, and compare the heads with those that the parties kept.'

export async function doctor(file: string | undefined, settings: Settings, out: Output): Promise<Exit> {
  const path = file ?? join(settings.data, DATABASE)
  const findings = [...withoutLog(path), ...(await findingsIn(path, settings, out))]
  for (const { what, next } of findings) out.note(`${what}\n  ${next}`)
  if (findings.length === 0) out.say(`${path}: sound`)
  return findings.length === 0 ? 0 : 1
}

/** Looked at before the file is opened, which would make a log beside it. */
function withoutLog(path: string): readonly Finding[] {
  try {
    if (!existsSync(path) || !missesItsLog(path)) return []
    return [
      { what: `${path} looks like a copy without its write-ahead log (${path}-wal): the last changes may be missing.`, next: COPY_AGAIN },
    ]
  } catch (error) {
    if (error instanceof StoreFault) return [{ what: `${path}: ${error.message}`, next: RESTORE }]
    throw error
  }
}

async function findingsIn(path: string, settings: Settings, out: Output): Promise<readonly Finding[]> {
  const evidence = basename(path) === DATABASE ? join(dirname(path), EVIDENCE) : evidenceBeside(path)
  const found = await lookAt(path, async (store) => ({
    damage: await store.check(),
    rooms: await examineAll(store),
    evidence:
      settings.bucket === undefined || basename(path) !== DATABASE
        ? [...(await damagedEvidence(evidence)), ...(await missingEvidence(store, evidence))]
        : await missingInBucket(store, settings.bucket, settings.data),
  }))
  if ('problem' in found) return [{ what: found.problem, next: RESTORE }]
  for (const room of found.rooms)
    if (room.is === 'whole')
      out.say(`${room.room}: ${room.head.seq} entries, unbroken, head ${room.head.hash}; ${room.updates} updates; epoch ${room.epoch}`)
  return [
    ...found.damage.map((line) => ({ what: `${path}: ${line}`, next: RESTORE })),
    ...found.rooms.flatMap(findingsOf),
    ...found.evidence.map((what) => ({ what, next: REFILE })),
    ...(await againstManifest(path, found.rooms)),
  ]
}

/** What the record names and the bucket does not hold. A bucket that cannot be asked is a finding as well. */
async function missingInBucket(store: Store, bucket: Bucket, data: string): Promise<readonly string[]> {
  try {
    return await missingFrom(store, await bucketOf(bucket, data).list(), bucket.url)
  } catch (error) {
    if (error instanceof EvidenceUnavailable) return [`${bucket.url}: ${error.message}`]
    throw error
  }
}

function findingsOf(found: Examination): readonly Finding[] {
  if (found.is === 'damaged') return [{ what: found.why, next: COMPARE }]
  return found.damagedSnapshots.map((upto) => ({ what: `${found.room}: the snapshot up to update ${upto} is damaged`, next: DISK }))
}

/** A backup must still be what its manifest says; a store in use has none. */
async function againstManifest(file: string, rooms: readonly Examination[]): Promise<readonly Finding[]> {
  if (!existsSync(manifestPath(file))) return []
  const manifest = await readManifest(file)
  if ('problem' in manifest) return [{ what: manifest.problem, next: COPY_AGAIN }]
  const differs = await fileDiffers(file, manifest)
  return [...(differs === undefined ? [] : [differs]), ...roomsDiffer(manifest, rooms)].map((what) => ({ what, next: COPY_AGAIN }))
}
