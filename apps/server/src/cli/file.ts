/** Reads a negotiation's file from disk, or says why it cannot be read. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Timestamp } from '@entente/agreement'
import { MAX_SAMPLE_BYTES } from '../sample/format.ts'
import { readSample, type Reading } from '../sample/sample.ts'

export async function readSampleFile(path: string, at: Timestamp): Promise<Reading> {
  const unreadable = (detail: string): Reading => ({ ok: false, refusal: { code: 'unreadable-file', detail } })
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || !found.isFile()) return unreadable(`There is no file ${path}`)
  if (found.size > MAX_SAMPLE_BYTES) return unreadable(`${path} is larger than ${MAX_SAMPLE_BYTES} bytes`)
  const bytes = await readFile(path)
  const json = parse(bytes.toString('utf8'))
  if (json === undefined) return unreadable(`${path} is not JSON`)
  return readSample(json, { source: basename(path), sha256: createHash('sha256').update(bytes).digest('hex'), at })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // JSON.parse throws for every text that is not JSON; the caller says so.
    return undefined
  }
}
