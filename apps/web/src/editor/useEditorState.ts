import type { Editor } from '@tiptap/core'
import { useSyncExternalStore } from 'react'

/** Something of an editor, asked with every transaction. What `select` answers must be the same object while nothing in it changes. */
export function useEditorState<Part>(editor: Editor, select: (editor: Editor) => Part): Part {
  return useSyncExternalStore(
    (listener) => {
      editor.on('transaction', listener)
      return () => void editor.off('transaction', listener)
    },
    () => select(editor),
  )
}
