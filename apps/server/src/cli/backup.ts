/**
 * `entente backup FILE`: the whole store as it is at one moment, in one file, with its manifest and the evidence beside it. The server may be running.
 *
 * A backup counts when it has been read: the copy is opened, every room in it is put together, and the manifest is written last.
 */
import { existsSync, realpathSync } from 'node:fs'
import { chmod, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { EvidenceUnavailable } from '@entente/store'
import type { Settings } from '../settings.ts'
import { version } from '../version.ts'
import { now } from './clock.ts'
import { bucketOf } from '../evidence/place.ts'
import { copyEvidence, damagedEvidence, evidenceBeside, fetchEvidence, missingEvidence } from './evidence.ts'
import { examineAll } from './examination.ts'
import { hashOf, manifestOf, manifestPath } from './manifest.ts'
import type { Exit, Output } from './output.ts'
import { DATABASE, EVIDENCE, lookAt, lookInto, type Problem } from './stored.ts'

export async function backup(file: string, settings: Settings, out: Output): Promise<Exit> {
  if (isOurOwn(file, settings)) return refuse(out, `${file} is where the store itself is kept. Nothing was written.`)
  const at = now()
  // Of the file that is being replaced; it must never stand beside another.
  const outcome = await lookInto(settings, async (store) => {
    await rm(manifestPath(file), { force: true })
    await store.backup(file)
    return {}
  })
  if ('problem' in outcome) return refuse(out, outcome.problem)
  // After the record, which names files: what the copy of the record names is then in the copy of the evidence.
  const evidence = await bringEvidence(settings, evidenceBeside(file))
  if ('problem' in evidence) return refuse(out, evidence.problem)
  const copy = await lookAt(file, async (store) => ({
    damage: await store.check(),
    rooms: await examineAll(store),
    missing: await missingEvidence(store, evidenceBeside(file)),
  }))
  if ('problem' in copy) return refuse(out, copy.problem)
  const { size } = await stat(file)
  const manifest = manifestOf({ entente: await version(), at, bytes: size, sha256: await hashOf(file) }, copy.rooms)
  await write(manifestPath(file), `${JSON.stringify(manifest, undefined, 2)}\n`)
  out.say(`${file}: ${copy.rooms.length} rooms, ${size} bytes, sha256 ${manifest.sha256}`)
  for (const found of copy.rooms)
    out.note(found.is === 'whole' ? `${found.room}: ${found.head.seq} entries, head ${found.head.hash}` : found.why)
  for (const line of copy.damage) out.note(line)
  const lost = [...(await damagedEvidence(evidenceBeside(file))), ...copy.missing]
  for (const line of lost) out.note(line)
  const { files } = evidence
  if (files > 0) out.say(`${evidenceBeside(file)}: ${files} ${files === 1 ? 'file' : 'files'} of evidence`)
  const whole = lost.length === 0 && copy.damage.length === 0 && copy.rooms.every(({ is }) => is === 'whole')
  if (!whole) out.note('The store is damaged, and so is this backup of it. Keep older ones, and run entente doctor.')
  return whole ? 0 : 1
}

/** Copies the evidence beside the backup, from wherever it is kept. Answers how many files stand there then. */
async function bringEvidence({ data, bucket }: Settings, to: string): Promise<{ readonly files: number } | Problem> {
  try {
    const all = bucket === undefined ? await copyEvidence(join(data, EVIDENCE), to) : await fetchEvidence(bucketOf(bucket, data), to)
    return { files: all.length }
  } catch (error) {
    if (error instanceof EvidenceUnavailable)
      return { problem: `${error.message}. The record was copied, its evidence was not: this is no whole backup.` }
    throw error
  }
}

function refuse(out: Output, why: string): Exit {
  out.note(why)
  return 1
}

/** A backup replaces a file of its name, and must not replace the store. */
function isOurOwn(file: string, { data }: Settings): boolean {
  const folder = dirname(resolve(file))
  if (!existsSync(folder) || !existsSync(data)) return false
  return realpathSync(folder) === realpathSync(data) && basename(file).startsWith(DATABASE)
}

async function write(path: string, text: string): Promise<void> {
  const unfinished = `${path}.part`
  await writeFile(unfinished, text)
  await chmod(unfinished, 0o600)
  await rename(unfinished, path)
}
