/**
 * Evidence in a bucket that speaks S3, in the layout of the folder: `<negotiation>/<sha256>` for the bytes and `<negotiation>/<sha256>.json`
 * beside it for who brought it, so that either can be copied into the other.
 *
 * What comes is first written to this computer, because a bucket takes an object whole and nothing may be in it before hash and inspection
 * are right. The request that puts it there is signed over that same SHA-256. Only what has a note counts, and the note is put last.
 */
import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { AwsClient } from 'aws4fetch'
import { EvidenceAbout, EvidenceUnavailable, type EvidenceFiles } from '../evidence.ts'
import { receive, type Place } from './receive.ts'

export type Bucket = {
  /** The bucket, and a folder in it if the bucket holds other things: `https://s3.example.org/talks/evidence`. */
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/** Milliseconds for a note or a page of names, and for the bytes of one file. */
const NOTE_PATIENCE = 30_000
const FILE_PATIENCE = 30 * 60_000
/** How often a request is made again that the bucket answers with a fault of its own. */
const RETRIES = 2
/** Notes read at a time. */
const NOTES_AT_ONCE = 16

/** `incoming` is a folder of this computer for what is on its way in. Whoever keeps files empties it before, and nobody else. */
export function openEvidenceBucket({ url, region, keyId, secret }: Bucket, incoming: string): EvidenceFiles {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: 's3', region, retries: RETRIES })
  const { bucket, folder } = placeOf(url)

  const ask = async (address: string, init: RequestInit = {}, patience = NOTE_PATIENCE): Promise<Response> => {
    const answer = await client
      .fetch(address, { ...init, signal: AbortSignal.timeout(patience) })
      .catch((cause: unknown) => Promise.reject(new EvidenceUnavailable('The bucket could not be reached', { cause })))
    if (answer.ok || answer.status === 404) return answer
    await answer.body?.cancel()
    throw new EvidenceUnavailable(`The bucket answered ${init.method ?? 'GET'} with ${answer.status}`)
  }
  const put = async (key: string, body: Blob | string, sha256: string, patience: number) => {
    const answer = await ask(`${bucket}/${folder}${key}`, { method: 'PUT', body, headers: { 'x-amz-content-sha256': sha256 } }, patience)
    await answer.body?.cancel()
    if (!answer.ok) throw new EvidenceUnavailable('There is no such bucket')
  }

  const noted = async (key: string): Promise<EvidenceAbout | undefined> => {
    const answer = await ask(`${bucket}/${folder}${key}.json`)
    if (answer.ok) return EvidenceAbout.parse(await answer.json())
    await answer.body?.cancel()
    return undefined
  }
  const place: Place = {
    about: (negotiation, sha256) => noted(keyOf({ negotiation, sha256 })),
    put: async (expected, from) => put(keyOf(expected), await openAsBlob(from), expected.sha256, FILE_PATIENCE),
    note(about) {
      const text = `${JSON.stringify(about)}\n`
      return put(`${keyOf(about)}.json`, text, createHash('sha256').update(text).digest('hex'), NOTE_PATIENCE)
    },
  }

  return {
    async keep(expected, bytes, inspect) {
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      return receive(incoming, place, expected, bytes, inspect)
    },
    about: place.about,
    async *open(negotiation, sha256) {
      const { ok, body } = await ask(`${bucket}/${folder}${keyOf({ negotiation, sha256 })}`, {}, FILE_PATIENCE)
      if (!ok || body === null) throw new EvidenceUnavailable('The bucket does not hold the file')
      yield* body
    },
    async list() {
      const notes: string[] = []
      for (let after: string | undefined = ''; after !== undefined;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: folder, ...(after !== '' && { 'start-after': after }) })
        const answer = await ask(`${bucket}/?${query.toString()}`)
        if (!answer.ok) throw new EvidenceUnavailable('There is no such bucket')
        const keys = keysIn(await answer.text())
        notes.push(...keys.filter((key) => key.endsWith('.json')))
        // Names come in their order; the next page begins after the last.
        after = keys.at(-1)
      }
      const all: EvidenceAbout[] = []
      for (let at = 0; at < notes.length; at += NOTES_AT_ONCE) {
        const some = notes.slice(at, at + NOTES_AT_ONCE).map((key) => noted(key.slice(folder.length, -'.json'.length)))
        all.push(...(await Promise.all(some)).filter((one) => one !== undefined))
      }
      return all
    },
  }
}

/** The address of the bucket, path style, and what every key begins with. */
function placeOf(url: string): { readonly bucket: string; readonly folder: string } {
  const { origin, pathname } = new URL(url)
  const [bucket = '', ...folders] = pathname.split('/').filter(Boolean)
  return { bucket: `${origin}/${bucket}`, folder: folders.map((one) => `${one}/`).join('') }
}

function keyOf({ negotiation, sha256 }: Pick<EvidenceAbout, 'negotiation' | 'sha256'>): string {
  return `${negotiation}/${sha256}`
}

/** The keys of a list of objects. Ours are made of ids and hashes, which XML leaves as they are. */
function keysIn(xml: string): readonly string[] {
  return Array.from(xml.matchAll(/<Key>([^<&]+)<\/Key>/g), ([, key = '']) => key)
}
