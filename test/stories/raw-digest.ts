/**
 * Canonical JSON, digests and the hash chain of a journal, written from docs/protocol.md: nothing of Entente is imported.
 */
import { createHash } from 'node:crypto'

export type RawFact = { readonly kind: string; readonly [field: string]: unknown }
export type RawHead = { readonly seq: number; readonly hash: string }
export type RawEntry = RawHead & {
  readonly room: string
  readonly previous: string
  readonly by: 'server' | { readonly seat: string; readonly party: string }
  readonly request?: string
  readonly fact: RawFact
}

export const NO_ENTRIES: RawHead = { seq: 0, hash: '0'.repeat(64) }

/** Canonical JSON (RFC 8785) of a value that came out of `JSON.parse`. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  // Sorting without a function compares UTF-16 units.
  const names = Object.keys(value).toSorted()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`).join(',')}}`
}

/** SHA-256 of the canonical JSON, 64 hex digits. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value), 'utf8').digest('hex')
}

/** The end of a journal after more entries. Throws where they do not continue it. */
export function follow(room: string, head: RawHead, entries: readonly RawEntry[]): RawHead {
  let end = head
  for (const entry of entries) {
    const { hash, ...rest } = entry
    const holds = entry.room === room && entry.seq === end.seq + 1 && entry.previous === end.hash && digest(rest) === hash
    if (!holds) throw new Error(`The journal breaks at entry ${end.seq + 1}`)
    end = { seq: entry.seq, hash }
  }
  return end
}
