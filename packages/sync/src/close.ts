/**
 * Why a socket ends: every close code with its one meaning.
 *
 * y-websocket's provider takes 4400–4499 as "reconnecting cannot help" and everything else as "try again". The codes follow that line, with
 * two exceptions that `connection` handles itself, because they end the document and not the seat: a refused update and a restored
 * backup. The reason that travels with a code is its machine-readable name.
 */
export const CLOSE = {
  /** The server is going away (deployment, restart). Come back. */
  'going-away': 1012,
  /** The receiver reads too slowly; what it misses it gets by a fresh sync. */
  'slow-reader': 1013,
  /** A frame over the size limit. */
  'too-large': 1009,
  /** More frames in a second than a person can cause. */
  'rate-limited': 4529,
  /** Storage did not take the last changes. They are not saved; the room reloads. */
  'storage-unavailable': 4503,
  /** The room cannot be opened just now: it is still loading, or too many are waiting for it. */
  'room-busy': 4504,
  /** The peer did not answer a ping. */
  'timed-out': 4508,
  /** The server noticed that its own memory of the room cannot be trusted, and reloads it. */
  'room-reloading': 4505,
  /** The handshake is unreadable. */
  'bad-request': 4400,
  'not-signed-in': 4401,
  /** The session or the seat was taken away, or the place in a private room. */
  'not-allowed': 4403,
  'not-found': 4404,
  /** The room does not pass verification. It is kept as it is until somebody has looked at it. */
  quarantined: 4406,
  /** A frame that is not of the protocol. */
  malformed: 4407,
  /** The person in the seat sits for another party now, and has to come in again as that. */
  'seat-moved': 4408,
  /** A closed sitting has begun: observers and the press are not connected while it lasts. */
  'closed-sitting': 4414,
  /** The chair does not admit observers, or the press, in this round. */
  'not-admitted': 4415,
  /** The same document connected again; this older socket of it is not needed any more. */
  superseded: 4409,
  'client-too-old': 4410,
  'server-too-old': 4411,
  /** The room was restored from a backup: what this client holds belongs to another life of the document. */
  'other-epoch': 4412,
  /** An update was refused. The document it belongs to cannot go on; a fresh one can. */
  'update-refused': 4413,
} as const

export type CloseReason = keyof typeof CLOSE
export type CloseCode = (typeof CLOSE)[CloseReason]

/** The name of a close code, or undefined when it is not one of ours (1000, 1006 …). */
export function closeReason(code: number): CloseReason | undefined {
  return Object.keys(CLOSE)
    .filter(isReason)
    .find((reason) => CLOSE[reason] === code)
}

function isReason(name: string): name is CloseReason {
  return Object.hasOwn(CLOSE, name)
}

/** Whether the same browser may simply connect again after this code. */
export function retryable(code: number): boolean {
  return code < 4400 || code >= 4500
}
