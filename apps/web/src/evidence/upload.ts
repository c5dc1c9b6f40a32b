/**
 * Sending a file to the server, with its progress. The server answers with the SHA-256 of what arrived; the browser works out its own
 * beforehand, so that whoever files it sees that both are the same.
 */
import type { EvidenceType, EvidenceVisibility, NegotiationId } from '@entente/agreement'
import { api } from '../app/base.ts'
import { outcomeOf, type UploadOutcome } from './upload-outcome.ts'

export type Upload = {
  readonly done: Promise<UploadOutcome>
  readonly cancel: () => void
}

type Sending = {
  readonly negotiation: NegotiationId
  readonly token: string | undefined
  readonly file: Blob
  readonly type: EvidenceType
  readonly visibility: EvidenceVisibility
  /** Told again and again how much has gone, 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** Begins to send. `fetch` tells nothing of progress, so this is an XMLHttpRequest. */
export function upload({ negotiation, token, file, type, onProgress }: Sending): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<UploadOutcome>((resolve) => {
    const unreachable = () => resolve({ ok: false, fault: { kind: 'unreachable' } })
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('error', unreachable)
    request.addEventListener('abort', unreachable)
    request.addEventListener('load', () => resolve(outcomeOf(request.status, request.responseText)))
    request.open('POST', api(`/negotiations/${negotiation}/evidence`))
    request.setRequestHeader('content-type', type)
    if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.send(file)
  })
  return { done, cancel: () => request.abort() }
}
