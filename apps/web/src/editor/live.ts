/**
 * The one live editor of the page. What is outside of it (a comment on the selection, the keys of the table) reaches it here; there is never a
 * second one.
 */
import type { ClauseId, Quote } from '@entente/agreement'

export type LiveEditor = {
  readonly clause: ClauseId
  /** The words selected, if any are. */
  readonly quote: () => Quote | undefined
}

let live: LiveEditor | undefined

/** Announces an editor that was mounted. Answers what to call when it goes. */
export function enliven(editor: LiveEditor): () => void {
  live = editor
  return () => {
    if (live === editor) live = undefined
  }
}

/** The words selected in the live editor of a clause. */
export function liveQuote(clause: ClauseId): Quote | undefined {
  return live?.clause === clause ? live.quote() : undefined
}
