/** What became of a file that was sent: the hash of what arrived, or why it was not taken. */
import { EvidenceFile } from '@entente/agreement'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { Fault } from '../api/request.ts'
import { Problem } from '../api/shapes.ts'

/** What the server says of a file that arrived whole. */
export const Uploaded = z.object({ sha256: EvidenceFile.shape.sha256, bytes: z.number(), type: EvidenceFile.shape.type })
export type Uploaded = z.infer<typeof Uploaded>

export type UploadOutcome = { readonly ok: true; readonly value: Uploaded } | { readonly ok: false; readonly fault: Fault }

/** What an answer means. */
export function outcomeOf(status: number, text: string): UploadOutcome {
  const json = parsed(text)
  if (status >= 200 && status < 300) {
    const value = Uploaded.safeParse(json)
    return value.success ? { ok: true, value: value.data } : { ok: false, fault: { kind: 'unreadable', detail: 'evidence' } }
  }
  const problem = Problem.safeParse(json)
  return {
    ok: false,
    fault: {
      kind: 'refused',
      status,
      code: problem.success ? problem.data.code : `http-${status}`,
      detail: problem.success ? problem.data.detail : undefined,
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The SHA-256 of a file as this browser reads it, in hexadecimal. Read piece by piece, because a file may be larger than what a page should
 * hold; and not by the browser's own cryptography, which pages at a bare address on a local network do not have.
 */
export async function sha256Of(file: Blob): Promise<string> {
  const hash = sha256.create()
  const reader = file.stream().getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) hash.update(piece.value)
  return bytesToHex(hash.digest())
}
