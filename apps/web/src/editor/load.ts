/** Fetches the editor and what belongs to it, apart from the page: whoever only reads does not wait for it. */
import type ClauseEditor from './ClauseEditor.tsx'

let fetched: { readonly default: typeof ClauseEditor } | undefined

export async function loadEditor() {
  return (fetched ??= await import('./ClauseEditor.tsx'))
}

/** The editor, if it has been fetched. */
export function fetchedEditor() {
  return fetched?.default
}

/** Undo of one's own typing. It is needed only where somebody has typed, so the editor is there already. */
export function loadOwnEdits() {
  return import('./own-edits.ts')
}
