/** What is asked before a reference or a footnote is put into the live text, or a footnote is changed. */
import type { Editor } from '@tiptap/core'
import { flushSync } from 'react-dom'
import { announce } from '../design/Announcer.tsx'
import { FootnoteDialog } from '../footnote/FootnoteDialog.tsx'
import { ReferDialog } from '../reference/ReferDialog.tsx'
import { announcement } from '../reference/typed.ts'
import { focusWords } from './focus-words.ts'
import { addFootnote, addReference, changeFootnote, footnoteAtCaret, removeInset } from './insets.ts'

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
    // While the dialog is there, nothing outside of it can have the focus.
    flushSync(onClose)
    focusWords(editor)
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
