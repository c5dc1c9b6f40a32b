/**
 * A sign of life in the data folder, so that the next server knows how long there was none.
 *
 * Silence counts as consent only if the parties could have spoken. Whether they could is a fact about the server, not about the text, and no
 * room knows it: it is the age of a file that is touched while the server runs.
 */
import { stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Timestamp } from '@entente/agreement'

/** How often the file is touched, in milliseconds. */
const EVERY = 30_000
const FILE = 'alive'

export type Away = { readonly from: Timestamp; readonly until: Timestamp }

/** When the last server of this data was seen last; undefined when there was none. `now` is in milliseconds since 1970. */
export async function awaySince(data: string, now: number): Promise<Away | undefined> {
  const seen = await stat(join(data, FILE)).catch(() => undefined)
  if (seen === undefined || seen.mtimeMs >= now) return undefined
  return { from: moment(seen.mtimeMs), until: moment(now) }
}

/** Says that the last server of this data was seen at a moment, in milliseconds since 1970: that of a backup, when it is restored. */
export async function livedUntil(data: string, ms: number): Promise<void> {
  const path = join(data, FILE)
  await writeFile(path, '')
  await utimes(path, new Date(ms), new Date(ms))
}

/** Shows that the server lives, until the answer is called. `failed` hears of a touch that did not work. */
export async function showLife(data: string, failed: (error: unknown) => void): Promise<() => Promise<void>> {
  const path = join(data, FILE)
  const touch = () => utimes(path, new Date(), new Date())
  await writeFile(path, '', { flag: 'a' })
  await touch()
  const touching = setInterval(() => void touch().catch(failed), EVERY)
  touching.unref()
  return async () => {
    clearInterval(touching)
    await touch().catch(failed)
  }
}

function moment(ms: number): Timestamp {
  return Timestamp.parse(new Date(ms).toISOString())
}
