/**
 * The one live editor of the page. What is outside of it (a comment on the selection, the keys of the table) reaches it here; there is never a
 * second one.
 */
import type { ClauseId, Quote } from '@entente/agreement'

export type LiveEditor = {
  /** The clause in hand; undefined for one that is only proposed. */
  readonly clause: ClauseId | undefined
  /** The words selected, if any are. */
  readonly quote: () => Quote | undefined
  /** Where the caret stands in the bare text of the clause; undefined while another text is edited. */
  readonly caret: () => number | undefined
  /** What stands before the caret in the bare text that is edited. */
  readonly before: () => string
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

/** Where the caret of the live editor stands in the bare text of a clause. */
export function liveCaret(clause: ClauseId): number | undefined {
  return live?.clause === clause ? live.caret() : undefined
}

/** What stands before the caret of the live editor, in whichever text of the clause it edits; without a clause, in a proposed one. */
export function liveBefore(clause: ClauseId | undefined): string | undefined {
  return live !== undefined && live.clause === clause ? live.before() : undefined
}
