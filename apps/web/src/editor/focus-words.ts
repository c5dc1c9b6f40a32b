import type { Editor } from '@tiptap/core'

/**
 * Gives the words the focus, with the caret in sight. At once: the editor's own command waits for the next frame, and a letter typed
 * meanwhile would be lost.
 */
export function focusWords({ view, commands }: Editor): void {
  view.focus()
  commands.scrollIntoView()
}
