/** What Yjs tells of a `Y.XmlText`, which it types as anything: words with their marks. */
import type * as Y from 'yjs'

/** `insert` is a string, unless something other than words was put into the text. Marks are by the name they are stored under. */
export type Insertion = { readonly insert?: unknown; readonly attributes?: Readonly<Record<string, unknown>> }

/** What was inserted into a text and stands there still, in order. Changes nothing. */
export function insertionsOf(text: Y.XmlText): readonly Insertion[] {
  const delta: unknown = text.toDelta()
  return isDelta(delta) ? delta : []
}

/** Yjs answers with an array of such objects and nothing else; reading a document must not cost the time to check each. */
function isDelta(delta: unknown): delta is readonly Insertion[] {
  return Array.isArray(delta)
}
