/** The footnotes of the text in the editor, each to be changed. */
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useRef } from 'react'
import { Footnotes } from '../footnote/Footnotes.tsx'
import type { AskedInset } from './InsetDialogs.tsx'
import { insetsIn } from './insets.ts'
import { useEditorState } from './useEditorState.ts'

type LiveFootnotesProps = {
  readonly editor: Editor
  /** How many footnotes stand before these words in the whole text. */
  readonly before: number
  readonly lang: string | undefined
  readonly onChange: (asked: AskedInset) => void
}

type NoteAt = { readonly pos: number; readonly text: string }

export function LiveFootnotes({ editor, before, lang, onChange }: LiveFootnotesProps) {
  const found = useRef<{ readonly doc: Node; readonly notes: readonly NoteAt[] } | undefined>(undefined)
  // Asked with every key: drawn again only when a footnote has changed or moved.
  const notes = useEditorState(editor, ({ state: { doc } }) => {
    const last = found.current
    if (last?.doc === doc) return last.notes
    const now = insetsIn(doc).flatMap(({ pos, inset }) => (inset.is === 'footnote' ? [{ pos, text: inset.text }] : []))
    const same =
      last?.notes.length === now.length && now.every(({ pos, text }, at) => last.notes[at]?.pos === pos && last.notes[at].text === text)
    found.current = { doc, notes: same ? last.notes : now }
    return found.current.notes
  })
  return (
    <Footnotes
      id="live"
      notes={notes.map(({ pos, text }, index) => ({ number: before + index + 1, text, at: pos }))}
      lang={lang}
      onChange={({ at, text }) => onChange({ is: 'footnote', at: { pos: at, text } })}
    />
  )
}
