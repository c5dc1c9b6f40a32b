import type { BracketKind } from '@entente/agreement'
import type { Editor } from '@tiptap/core'
import { useRef } from 'react'
import { bracketKinds } from '../clause/bracket-words.ts'
import { useEditorState } from './useEditorState.ts'

type Selected = {
  readonly empty: boolean
  readonly marks: readonly string[]
  readonly list: string | undefined
  readonly bracket: BracketKind | undefined
}

/** What the selection is made of. A new object only when something in it is different. */
export function useSelected(editor: Editor): Selected {
  const last = useRef<{ readonly json: string; readonly value: Selected } | undefined>(undefined)
  return useEditorState(editor, (now) => {
    const value = selectedIn(now)
    const json = JSON.stringify(value)
    if (last.current?.json !== json) last.current = { json, value }
    return last.current.value
  })
}

function selectedIn(editor: Editor): Selected {
  const bracket: unknown = editor.isActive('bracket') ? editor.getAttributes('bracket')['kind'] : undefined
  return {
    empty: editor.state.selection.empty,
    marks: ['bold', 'italic', 'underline', 'link'].filter((mark) => editor.isActive(mark)),
    list: ['orderedList', 'bulletList'].find((list) => editor.isActive(list)),
    bracket: bracketKinds.find(({ kind }) => kind === bracket)?.kind,
  }
}
