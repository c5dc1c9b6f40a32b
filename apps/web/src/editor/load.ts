/** Fetches the editor and what belongs to it, apart from the page: whoever only reads does not wait for it. */

export function loadEditor() {
  return import('./ClauseEditor.tsx')
}

/** Undo of one's own typing. It is needed only where somebody has typed, so the editor is there already. */
export function loadOwnEdits() {
  return import('./own-edits.ts')
}
