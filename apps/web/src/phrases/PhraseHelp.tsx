/**
 * Openings at the start of a clause: "Recalling", "Calls upon". They stand under the words as buttons, in reach of the arrow-down key, and
 * are put in when somebody chooses one; nothing is ever typed by itself.
 */
import type { ClauseKind } from '@entente/agreement'
import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { announce } from '../design/Announcer.tsx'
import { Button } from '../design/Button.tsx'
import { focusWords } from '../editor/focus-words.ts'
import { useEditorState } from '../editor/useEditorState.ts'
import { openingsFor } from './opening.ts'
import { openingsIn } from './openings.ts'
import styles from './PhraseHelp.module.css'

type PhraseHelpProps = { readonly editor: Editor; readonly kind: ClauseKind; readonly lang: string | undefined }

export function PhraseHelp({ editor, kind, lang }: PhraseHelpProps) {
  const begun = useEditorState(editor, beginning)
  const all = openingsIn(lang, kind)
  const [dismissed, setDismissed] = useState<string | undefined>(undefined)
  const offered = begun === undefined || begun === dismissed ? [] : openingsFor(begun, all)
  const list = useRef<HTMLDivElement>(null)

  const onKeyDown = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || event.ctrlKey || event.altKey || event.shiftKey || event.isComposing || offered.length === 0) return
    // Before other keys of the editor, and only where there is a list to go down into.
    event.preventDefault()
    event.stopImmediatePropagation()
    list.current?.querySelector('button')?.focus()
  })
  useEffect(() => {
    const { dom } = editor.view
    dom.addEventListener('keydown', onKeyDown, { capture: true })
    return () => dom.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [editor])

  function choose(opening: string) {
    const { state, view } = editor
    const start = state.selection.$from.start()
    const space =
      state.doc.textBetween(state.selection.from, Math.min(state.selection.from + 1, state.selection.$from.end())) === ' ' ? '' : ' '
    view.dispatch(state.tr.insertText(opening + space, start, state.selection.from))
    focusWords(editor)
    announce(`${opening} was put in.`)
  }

  function move(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0
    if (event.key === 'Escape') {
      event.stopPropagation()
      setDismissed(begun)
      focusWords(editor)
    } else if (step !== 0) {
      event.preventDefault()
      if (at + step < 0) focusWords(editor)
      else buttons[at + step]?.focus()
    }
  }

  if (all.length === 0) return <p className={styles.none}>There are no openings for this language yet.</p>
  if (offered.length === 0) return null
  return (
    // The buttons have the focus themselves.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={list}
      className={styles.openings}
      role="toolbar"
      aria-label="Openings of the paragraph: arrow down from the words"
      onKeyDown={move}
    >
      {offered.map((opening) => (
        <Button key={opening} size="small" onClick={() => choose(opening)}>
          {opening}
        </Button>
      ))}
    </div>
  )
}

/** The words between the start of the clause and the caret; undefined where the caret is not in the first words. */
function beginning({ state: { selection, doc } }: Editor): string | undefined {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock || $from.depth !== 1 || $from.index(0) !== 0) return undefined
  const words = doc.textBetween($from.start(), $from.pos)
  return words.length <= MOST ? words : undefined
}

/** No opening is longer. */
const MOST = 40
