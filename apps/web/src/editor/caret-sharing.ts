/**
 * What a person lets the table see of their typing.
 *
 * Awareness is relayed to everybody in the room as it is; there is no way to show a caret to one's own delegation only. So the choice is
 * about what is sent, not about who may look:
 *
 * - `nothing`: nothing is sent.
 * - `typing` (default): the clause, from the first keystroke that changes it until a short while after the last one. The words themselves
 *   go to everybody as they are typed, so this tells nothing more. Opening a clause, reading it and moving about in it are not sent.
 * - `caret`: the place of caret and selection, while the editor has the focus. It shows where somebody hesitates; each person turns it on.
 */
export type CaretSharing = 'nothing' | 'typing' | 'caret'

export const caretSharings: readonly CaretSharing[] = ['nothing', 'typing', 'caret']

/** Who is in the room: the parties of the table, or colleagues in a private room. */
export type Among = 'everybody' | 'colleagues'

/** What is sent in a room: among colleagues the caret, unless the person chose that nothing is. Across parties only what they chose. */
export function sharingAmong(chosen: CaretSharing, among: Among): CaretSharing {
  return among === 'colleagues' && chosen !== 'nothing' ? 'caret' : chosen
}

/** How long after the last keystroke a clause still counts as being typed in, in milliseconds. */
export const TYPING_FOR = 5_000

/** A place in a clause's root as Yjs relative positions, in their JSON form. */
export type CaretPlace = { readonly root: string; readonly anchor: unknown; readonly head: unknown }

/** The awareness state of a client: who it is comes from the server's lease table, so nothing here says. */
export type CaretState = { readonly root?: string; readonly anchor?: unknown; readonly head?: unknown }

/** What to send, given what the person shares, where the caret is (while the editor has the focus) and when they last typed there. */
export function caretState(sharing: CaretSharing, place: CaretPlace | undefined, typedAt: number | undefined, now: number): CaretState {
  if (sharing === 'nothing' || place === undefined) return {}
  if (sharing === 'caret') return place
  return typedAt !== undefined && now - typedAt < TYPING_FOR ? { root: place.root } : {}
}

/** Reads the awareness state of somebody else: strangers may send anything. */
export function readCaretState(state: unknown): CaretState {
  if (typeof state !== 'object' || state === null || !('root' in state) || typeof state.root !== 'string') return {}
  if (!('anchor' in state) || !('head' in state)) return { root: state.root }
  return { root: state.root, anchor: state.anchor, head: state.head }
}
