/**
 * What stands beside a backup: what it is, and where every room stood in it.
 *
 * The heads are the same numbers that every delegation's browser shows and keeps, so that anybody can tell whether a backup is older than what
 * they have seen. The fingerprints say which words were in it.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { Fingerprint, RoomId, Timestamp } from '@entente/agreement'
import { z } from 'zod'
import type { Examination } from './examination.ts'

const FORMAT = 1

const Room = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('whole'),
    room: RoomId,
    epoch: z.int().min(1),
    head: z.object({ seq: z.int().min(0), hash: Fingerprint }),
    updates: z.int().min(0),
    clauses: z.record(z.string(), Fingerprint),
  }),
  /** It did not hold together in the store either. */
  z.object({ is: z.literal('damaged'), room: RoomId, why: z.string() }),
])
type Room = z.infer<typeof Room>

export const Manifest = z.object({
  format: z.literal(FORMAT),
  /** The version of Entente that made the backup. */
  entente: z.string(),
  /** Before the copy was begun: all that was saved by then is in it. */
  at: Timestamp,
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rooms: z.array(Room),
})
export type Manifest = z.infer<typeof Manifest>

export function manifestPath(file: string): string {
  return `${file}.manifest.json`
}

export function manifestOf(
  about: { readonly entente: string; readonly at: Timestamp; readonly bytes: number; readonly sha256: string },
  found: readonly Examination[],
): Manifest {
  return { format: FORMAT, ...about, rooms: found.map(roomOf) }
}

/** The manifest of a backup, or why it cannot be had. */
export async function readManifest(file: string): Promise<Manifest | { readonly problem: string }> {
  const path = manifestPath(file)
  if (!existsSync(path)) return { problem: `There is no ${path}: without it nobody can tell whether ${file} is whole` }
  try {
    const manifest = Manifest.safeParse(JSON.parse(await readFile(path, 'utf8')))
    return manifest.success ? manifest.data : { problem: `${path} is not the manifest of a backup` }
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: `${path} is not the manifest of a backup` }
    throw error
  }
}

/** How a file differs from its manifest, as a sentence; undefined when it does not. */
export async function fileDiffers(file: string, { bytes, sha256 }: Manifest): Promise<string | undefined> {
  const { size } = await stat(file)
  if (size !== bytes) return `${file} has ${size} bytes, its manifest says ${bytes}`
  return (await hashOf(file)) === sha256 ? undefined : `${file} does not have the hash its manifest says`
}

/** The rooms that are not as the manifest says, each as a sentence. */
export function roomsDiffer({ rooms }: Manifest, found: readonly Examination[]): readonly string[] {
  const said = new Map(rooms.map((room) => [room.room, JSON.stringify(room)]))
  const seen = new Map(found.map((room) => [room.room, JSON.stringify(Room.parse(roomOf(room)))]))
  return [...new Set([...said.keys(), ...seen.keys()])]
    .filter((room) => said.get(room) !== seen.get(room))
    .map((room) => `${room} is not as the manifest says`)
}

/** SHA-256 of a file, 64 hex digits. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(z.instanceof(Uint8Array).parse(chunk))
  return hash.digest('hex')
}

function roomOf(found: Examination): Room {
  if (found.is === 'damaged') return found
  const { room, epoch, head, updates, clauses } = found
  return Room.parse({ is: 'whole', room, epoch, head, updates, clauses })
}
