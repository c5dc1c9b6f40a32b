/**
 * The evidence of this server: what was filed, looked up without waiting. A report names files by their hash, and the rule that records it
 * asks here whether they have come.
 */
import type { NegotiationId } from '@entente/agreement'
import type { EvidenceFiles, Inspect } from '@entente/store'
import { PACE, type Pace } from './pace.ts'

/** Bytes of one file of evidence, unless whoever runs the server says otherwise. */
export const EVIDENCE_BYTES = 64 * 1024 * 1024
/** Bytes of all evidence of one negotiation. */
export const EVIDENCE_TOTAL = 20 * 1024 * 1024 * 1024

export type Cabinet = {
  readonly files: EvidenceFiles
  /** Bytes of one file. */
  readonly limit: number
  /** How fast a file has to come. */
  readonly pace: Pace
  /** What looks at a file before it is kept; nothing where no command is set. */
  readonly inspect: Inspect | undefined
  readonly has: (negotiation: NegotiationId, sha256: string, bytes: number) => boolean
  /** Bytes of all that a negotiation has filed. */
  readonly total: (negotiation: NegotiationId) => number
  /** To be told of what was kept. */
  readonly filed: (about: { readonly negotiation: NegotiationId; readonly sha256: string; readonly bytes: number }) => void
}

export async function openCabinet(
  files: EvidenceFiles,
  {
    limit = EVIDENCE_BYTES,
    pace = PACE,
    inspect,
  }: { readonly [option in 'limit' | 'pace' | 'inspect']?: Cabinet[option] | undefined } = {},
): Promise<Cabinet> {
  const kept = new Map<NegotiationId, Map<string, number>>()
  const filed: Cabinet['filed'] = ({ negotiation, sha256, bytes }) => {
    const of = kept.get(negotiation) ?? new Map<string, number>()
    kept.set(negotiation, of.set(sha256, bytes))
  }
  for (const about of await files.list()) filed(about)
  return {
    files,
    limit,
    pace,
    inspect,
    has: (negotiation, sha256, bytes) => kept.get(negotiation)?.get(sha256) === bytes,
    total: (negotiation) => (kept.get(negotiation)?.values() ?? [][Symbol.iterator]()).reduce((sum, bytes) => sum + bytes, 0),
    filed,
  }
}
