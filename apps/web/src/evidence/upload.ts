/**
 * Sending a file to the server, with its progress. The browser works out the SHA-256 of the bytes beforehand and names the file by it; the
 * server keeps nothing that arrives with other bytes.
 */
import type { NegotiationId } from '@entente/agreement'
import { api } from '../app/base.ts'
import { outcomeOf, type UploadOutcome } from './upload-outcome.ts'

export type Upload = {
  readonly done: Promise<UploadOutcome>
  readonly cancel: () => void
}

type Sending = {
  readonly negotiation: NegotiationId
  readonly token: string | undefined
  readonly file: File
  /** The SHA-256 that its bytes must have when they arrive. */
  readonly sha256: string
  /** Told again and again how much has gone, 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** Begins to send. `fetch` tells nothing of progress, so this is an XMLHttpRequest. */
export function upload({ negotiation, token, file, sha256, onProgress }: Sending): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<UploadOutcome>((resolve) => {
    const unreachable = () => resolve({ ok: false, fault: { kind: 'unreachable' } })
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('error', unreachable)
    request.addEventListener('abort', unreachable)
    request.addEventListener('load', () => resolve(outcomeOf(request.status, request.responseText)))
    request.open('PUT', api(`/negotiations/${negotiation}/evidence/${sha256}?name=${encodeURIComponent(file.name.toWellFormed())}`))
    request.setRequestHeader('content-type', 'application/octet-stream')
    if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.send(file)
  })
  return { done, cancel: () => request.abort() }
}
