/** What became of a file that was sent: the hash of what arrived, or why it was not taken. */
import { EvidenceFile } from '@entente/agreement'
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

/** The SHA-256 of a file as this browser reads it, in hexadecimal. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
