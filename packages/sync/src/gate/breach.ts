/**
 * The server's memory of a room is not what the gate took it for. It cannot be undone: whoever catches this fences the room, drops its
 * memory, reloads it from storage and raises an alarm.
 */
export class GateBreach extends Error {
  override readonly name = 'GateBreach'
  readonly code: BreachCode

  constructor(code: BreachCode, options?: ErrorOptions) {
    super(`The document is not what the gate predicted: ${code}`, options)
    this.code = code
  }
}

export type BreachCode =
  /** The document holds updates that wait for others. */
  | 'pending'
  /** The bytes in which the document was kept while nobody needed it do not read back as what it was. */
  | 'unreadable'
  /** Yjs threw while applying. Half of the update may be in the document. */
  | 'apply-threw'
  /** Another author than predicted, or other clocks. */
  | 'other-authors'
  /** A text changed that should not. */
  | 'other-roots'
  /** Something was deleted by updates that only type. */
  | 'deletion'
  /** A text exists that should not. */
  | 'new-root'
