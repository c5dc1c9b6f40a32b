/** What is asked before a reference or a footnote is put into the live text, and the offer to make a typed reference one that renumbers. */
import type { Negotiation } from '@entente/agreement'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useRef, useSyncExternalStore } from 'react'
import { Button } from '../design/Button.tsx'
import { announce } from '../design/Announcer.tsx'
import { FootnoteDialog } from '../footnote/FootnoteDialog.tsx'
import { Footnotes } from '../footnote/Footnotes.tsx'
import { ReferDialog } from '../reference/ReferDialog.tsx'
import styles from './TypedOffer.module.css'
import { announcement, typedReference, type TypedReference } from '../reference/typed.ts'
import { capital, clauseName } from '../table/naming.ts'
import { addFootnote, addReference, changeFootnote, footnoteAtCaret, insetsIn, removeInset } from './insets.ts'

/** What is being asked: the clause to refer to, or the words of a footnote, a new one or the one at a position of the editor. */
export type AskedInset =
  | { readonly is: 'reference' }
  | { readonly is: 'footnote'; readonly at?: { readonly pos: number; readonly text: string } }

/** What the key or button means here: the footnote at the caret is changed, anywhere else one is begun. */
export function footnoteAsked(editor: Editor): AskedInset {
  const at = footnoteAtCaret(editor.state)
  return { is: 'footnote', ...(at !== undefined && { at }) }
}

type InsetDialogsProps = { readonly editor: Editor; readonly asked: AskedInset | undefined; readonly onClose: () => void }

export function InsetDialogs({ editor, asked, onClose }: InsetDialogsProps) {
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  if (asked?.is === 'reference') {
    const { from, to } = editor.state.selection
    return (
      <ReferDialog
        announcing={(preambular) => announcement(editor.state, from, preambular)}
        onChoose={(clause, before) => {
          addReference(editor, { from, to }, before, clause)
          close()
        }}
        onClose={close}
      />
    )
  }
  if (asked?.is === 'footnote') {
    const { at } = asked
    return (
      <FootnoteDialog
        was={at?.text}
        onSave={(text) => {
          if (at === undefined) addFootnote(editor, text)
          else changeFootnote(editor, at.pos, text)
          close()
        }}
        onRemove={
          at === undefined
            ? undefined
            : () => {
                removeInset(editor, at.pos)
                announce('The footnote is gone. Undo puts it back.')
                close()
              }
        }
        onClose={close}
      />
    )
  }
  return null
}

type NoteAt = { readonly pos: number; readonly text: string }

/** The footnotes of the text in the editor, each to be changed. */
export function LiveFootnotes({
  editor,
  before,
  lang,
  onChange,
}: {
  readonly editor: Editor
  readonly before: number
  readonly lang: string | undefined
  readonly onChange: (asked: AskedInset) => void
}) {
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

/** "paragraph 11" was typed: the offer to let the number follow its clause. */
export function TypedOffer({ editor, negotiation }: { readonly editor: Editor; readonly negotiation: Negotiation }) {
  const typed = useTypedReference(editor, negotiation)
  if (typed === undefined) return null
  const heading = negotiation.clauses.find(({ clause }) => clause === typed.clause)?.heading ?? ''
  return (
    <p className={styles.offer} role="status">
      <span>
        You typed “{typed.words}”: {capital(clauseName(negotiation, typed.clause))}
        {heading === '' ? '' : `, ${heading}`}.
      </span>
      <Button size="small" shortcut="Ctrl Alt R" onClick={() => acceptTyped(editor, typed)}>
        Let the number follow the clause
      </Button>
    </p>
  )
}

export function acceptTyped(editor: Editor, typed: TypedReference): void {
  addReference(editor, typed, '', typed.clause)
  editor.commands.focus()
  announce(`“${typed.words}” is a reference now.`)
}

function useTypedReference(editor: Editor, negotiation: Negotiation): TypedReference | undefined {
  const state = useEditorState(editor, (now) => now.state)
  return typedReference(state, negotiation)
}

function useEditorState<Part>(editor: Editor, select: (editor: Editor) => Part): Part {
  return useSyncExternalStore(
    (listener) => {
      editor.on('transaction', listener)
      return () => editor.off('transaction', listener)
    },
    () => select(editor),
  )
}
