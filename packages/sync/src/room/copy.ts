/** A copy of a room's words in one piece, and whether it reads as the room does. */
import { createHash } from 'node:crypto'
import type { Fingerprint } from '@entente/agreement'
import { parseRoot, readingOf, readRoot, type Content } from '@entente/draft'
import { emptyDoc, fill } from './fill.ts'

export type Copy = {
  /** All of the words as one update. */
  readonly bytes: Uint8Array
  /** How every text of the room reads. */
  readonly reads: readonly ReadsAs[]
}

/** With what besides its words a text has which fingerprint. */
export type ReadsAs = { readonly root: string; readonly beside: Omit<Content, 'text'>; readonly fingerprint: Fingerprint }

export type Compared =
  /** The SHA-256 of the bytes, 64 hex digits. */
  | { readonly is: 'faithful'; readonly sha256: string }
  /** In a word, for the log. */
  | { readonly is: 'unfaithful'; readonly fault: string }

/** Compares a copy with the room it was made of. Where, is for the host to say: of a long text it takes a while. */
export type Compare = (copy: Copy) => Promise<Compared>

/** Reads a copy back, text by text. */
export function compareCopy({ bytes, reads }: Copy): Compared {
  const doc = emptyDoc()
  const fault = fill(doc, [bytes])
  if (fault !== undefined) return { is: 'unfaithful', fault }
  const texts = new Set(reads.map(({ root }) => root))
  if (doc.share.keys().some((name) => !texts.has(name))) return { is: 'unfaithful', fault: 'texts' }
  const alike = reads.every(({ root: name, beside, fingerprint }) => {
    const root = parseRoot(name)
    return root !== undefined && readingOf({ ...beside, text: readRoot(doc, root) }).fingerprint === fingerprint
  })
  if (!alike) return { is: 'unfaithful', fault: 'readings' }
  return { is: 'faithful', sha256: createHash('sha256').update(bytes).digest('hex') }
}
