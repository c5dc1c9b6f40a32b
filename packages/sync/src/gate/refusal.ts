/**
 * Why an update was not taken: a closed union of codes, each with a sentence in the web app and a line in the protocol document.
 *
 * A refusal always concerns the whole update; nothing of it has been applied. The author keeps the words as a draft.
 */

export type GateCode =
  /** Not an update, or one that no Yjs client writes: cut short, trailing bytes, a repeated author, an empty insertion, a forbidden key. */
  | 'malformed'
  /** Over a limit of size or number. */
  | 'too-large'
  /** Nodes or values nested over the limit. */
  | 'too-deep'
  /** Builds on something the server does not have. A sync from the start may cure it. */
  | 'pending'
  /** Says where its insertions belong in a way that Yjs resolves silently and an honest client never writes. */
  | 'forged'
  /** A node, mark, attribute or value that the shared text cannot consist of. */
  | 'schema'
  /** Half a character: it would read differently in different places. */
  | 'surrogate'
  /** Written under a clientID that is leased to somebody else. */
  | 'forged-author'
  /** Written under a clientID that is leased to nobody. */
  | 'author-unbound'
  /** A text that does not exist, or that this seat may not write. */
  | 'forbidden-root'
  /** The seat writes nowhere, or nobody does in this room: it is closed, or it is not agreed yet. */
  | 'read-only'
  /** More insertions than a person makes. */
  | 'rate-limited'
  /** The room holds no more words. */
  | 'full'
  /** A clientID that somebody else holds, or that the text knows already. */
  | 'client-id-taken'

export type GateRefusal = {
  readonly kind: 'refusal'
  readonly code: GateCode
  /** For the log and for tests: which rule said no. Never contains words of the text. */
  readonly rule: string
  /** The text the update may not touch, for the codes about texts. */
  readonly root?: string
  /** The clientID in whose name it was written, for the codes about authors. */
  readonly client?: number
}

/**
 * Carries a refusal up from the depths of decoding to `inspect`, which returns it as a value. Not seen outside the gate.
 */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: GateRefusal

  constructor(refusal: GateRefusal) {
    super(`${refusal.code}: ${refusal.rule}`)
    this.refusal = refusal
  }
}

/** Ends the inspection that is under way. */
export function refuse(code: GateCode, rule: string): never {
  throw new Refused({ kind: 'refusal', code, rule })
}
