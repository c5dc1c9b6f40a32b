/**
 * `entente restore FILE`: a backup becomes the store of an empty data folder, after everything about it has been checked.
 *
 * A restored room is another life of it. What browsers still hold of the life that was lost must not merge into it by itself, so every room
 * gets an epoch that it never had: browsers of another one stop, keep what the backup does not have as drafts, and begin afresh. Its
 * journal says that it was restored, and from when: whoever kept the end of a longer one can see what is missing, and everybody else that
 * something may be. And nobody could speak between the backup and now as far as this record knows, so silence that ran meanwhile is not taken for consent.
 *
 * All of it happens in a folder of its own; the store appears under its name when it is complete.
 */
import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { append, NO_ENTRIES, Timestamp, type RoomId } from '@entente/agreement'
import { Corrupt, SchemaTooNew, StoreFault, type Store, type StoredRoom } from '@entente/store'
import { openSqliteStore } from '@entente/store/sqlite'
import { livedUntil } from '../alive.ts'
import type { Settings } from '../settings.ts'
import { copyEvidence, damagedEvidence, evidenceBeside, missingEvidence } from './evidence.ts'
import { examineAll, type Examination } from './examination.ts'
import { fileDiffers, readManifest, roomsDiffer, type Manifest } from './manifest.ts'
import type { Exit, Output } from './output.ts'
import { DATABASE, EVIDENCE, type Problem } from './stored.ts'

/** Left over when a restore was killed; the next one begins anew. */
const STAGING = '.restoring'

export async function restore(file: string, settings: Settings, out: Output): Promise<Exit> {
  const { data } = settings
  const outcome = await restored(file, data)
  if ('problem' in outcome) {
    out.note(`${outcome.problem}. Nothing was restored.`)
    return 1
  }
  const { manifest, rooms, lost } = outcome
  out.say(`${data}: ${rooms.length} rooms as of ${manifest.at}`)
  for (const room of rooms) out.note(room.is === 'whole' ? `${room.room}: ${room.head.seq} entries, head ${room.head.hash}` : room.why)
  for (const line of lost) out.note(line)
  out.note('Browsers that hold something newer stop, keep it aside as drafts, and begin afresh. Nothing merges by itself.')
  out.note('Sessions and invitations are those of the backup: what was ended or taken back since then has to be ended again.')
  return lost.length === 0 && rooms.every(({ is }) => is === 'whole') ? 0 : 1
}

async function restored(
  file: string,
  data: string,
): Promise<Problem | { readonly manifest: Manifest; readonly rooms: readonly Examination[]; readonly lost: readonly string[] }> {
  if (!existsSync(file)) return { problem: `There is no ${file}` }
  const manifest = await readManifest(file)
  if ('problem' in manifest) return manifest
  await mkdir(data, { recursive: true, mode: 0o700 })
  if ((await readdir(data)).some((name) => name !== STAGING)) return { problem: `${data} is not empty` }
  const staging = join(data, STAGING)
  await rm(staging, { recursive: true, force: true })
  await mkdir(staging, { mode: 0o700 })
  const path = join(staging, DATABASE)
  await copyFile(file, path)
  await chmod(path, 0o600)
  // The copy is what will be used, so the copy is what is checked.
  await copyEvidence(evidenceBeside(file), join(staging, EVIDENCE))
  const differs = await fileDiffers(path, manifest)
  const outcome = differs === undefined ? await reborn(path, manifest, join(staging, EVIDENCE)) : { problem: differs }
  if (!('problem' in outcome)) {
    await livedUntil(data, Date.parse(manifest.at))
    for (const name of [...(existsSync(join(staging, EVIDENCE)) ? [EVIDENCE] : []), `${DATABASE}.lock`, DATABASE])
      await rename(join(staging, name), join(data, name))
  }
  await rm(staging, { recursive: true })
  await sync(data)
  return 'problem' in outcome ? outcome : { manifest, rooms: outcome.rooms, lost: outcome.lost }
}

/** Checks a copy of a backup against its manifest, and begins another life of every room in it. */
async function reborn(
  path: string,
  manifest: Manifest,
  evidence: string,
): Promise<Problem | { readonly rooms: readonly Examination[]; readonly lost: readonly string[] }> {
  try {
    const store = openSqliteStore({ path })
    try {
      const rooms = await examineAll(store)
      const [wrong] = [...(await store.check()), ...roomsDiffer(manifest, rooms)]
      if (wrong !== undefined) return { problem: wrong }
      // The moment, not a count: whoever restores one backup twice must not come to the same epoch twice.
      const least = Math.floor(Date.now() / 1_000)
      for (const { room } of rooms) await restoredOnRecord(store, room, await store.rooms.raiseEpoch(room, least), manifest)
      // A file that is lost is no reason to lose the record of it as well.
      return { rooms, lost: [...(await damagedEvidence(evidence)), ...(await missingEvidence(store, evidence))] }
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof SchemaTooNew) return { problem: `The backup was written by a newer Entente (schema ${error.found})` }
    if (error instanceof Corrupt || error instanceof StoreFault) return { problem: error.message }
    throw error
  }
}

/** Puts on record that a room was restored. A damaged room stays as it is, to be looked at. */
async function restoredOnRecord({ rooms }: Store, room: RoomId, epoch: number, { at: backup }: Manifest): Promise<void> {
  const stored = await loadWhole(rooms, room)
  if (stored === undefined) return
  const at = Timestamp.parse(new Date().toISOString())
  const entry = append(stored.entries.at(-1) ?? NO_ENTRIES, { room, at, by: 'server', fact: { kind: 'restored', backup, epoch } })
  const expect = { update: stored.updates.at(-1)?.seq ?? stored.snapshot?.uptoUpdate ?? 0, entry: entry.seq - 1 }
  await rooms.commit({ rooms: [{ room, epoch, expect, updates: [], entries: [entry] }] })
}

async function loadWhole(rooms: Store['rooms'], room: RoomId): Promise<StoredRoom | undefined> {
  try {
    return await rooms.load(room)
  } catch (error) {
    if (error instanceof Corrupt) return undefined
    throw error
  }
}

/** Makes the names in a folder durable. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
