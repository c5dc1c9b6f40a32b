/**
 * The few things one can do to words: emphasis, lists, a link, square brackets, a comment. One tab stop; the arrow keys move in it
 * (ARIA Authoring Practices, toolbar).
 */
import type { Editor } from '@tiptap/core'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { ClauseLanguage } from '../clause/clause-language.ts'
import { announce } from '../design/Announcer.tsx'
import { Button } from '../design/Button.tsx'
import { IconButton } from '../design/IconButton.tsx'
import type { IconName } from '../design/Sprite.tsx'
import { choosePhrases, usePhrases } from '../phrases/phrase-choice.ts'
import { BracketMenu } from './BracketMenu.tsx'
import styles from './ClauseEditor.module.css'
import { focusWords } from './focus-words.ts'
import { footnoteAsked, type AskedInset } from './InsetDialogs.tsx'
import { LanguageMenu } from './LanguageMenu.tsx'
import { LinkForm } from './LinkForm.tsx'
import { SharingMenu } from './SharingMenu.tsx'
import { useSelected } from './useSelected.ts'

type ToolbarProps = {
  readonly editor: Editor
  readonly name: string
  /** Asks for the clause to refer to, or for the words of a footnote. */
  readonly onAsk: (asked: AskedInset) => void
  readonly spoken: ClauseLanguage
  readonly onLeave: () => void
  readonly onComment?: (() => void) | undefined
}

export function Toolbar({ editor, name, spoken, onAsk, onLeave, onComment }: ToolbarProps) {
  const now = useSelected(editor)
  const phrases = usePhrases()
  const [linking, setLinking] = useState(false)
  const bar = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const stops = [...(bar.current?.querySelectorAll<HTMLElement>(':scope > button') ?? [])]
    const at = stops.findIndex((stop) => stop === document.activeElement)
    if (event.key === 'Escape' && at !== -1) return onLeave()
    if (step === 0 || at === -1) return
    event.preventDefault()
    const next = stops[(at + step * (getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1) + stops.length) % stops.length]
    for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1
    next?.focus()
  }

  const mark = (icon: IconName, words: string, type: 'bold' | 'italic' | 'underline', shortcut: string, first = false) => (
    <IconButton
      icon={icon}
      size="small"
      name={words}
      shortcut={shortcut}
      tabIndex={first ? 0 : -1}
      aria-pressed={now.marks.includes(type)}
      onClick={() => {
        focusWords(editor)
        editor.commands.toggleMark(type)
      }}
    />
  )
  const list = (icon: IconName, words: string, type: 'bulletList' | 'orderedList') => (
    <IconButton
      icon={icon}
      size="small"
      name={words}
      tabIndex={-1}
      aria-pressed={now.list === type}
      onClick={() => {
        focusWords(editor)
        editor.commands.toggleList(type, 'listItem')
      }}
    />
  )
  const nothingSelected = now.empty && !now.marks.includes('link') ? { because: 'Select words first' } : {}
  return (
    // Arrow keys move between the buttons, which have the focus themselves.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div ref={bar} className={styles.toolbar} role="toolbar" aria-label={`Format the text of ${name}`} onKeyDown={move}>
      {mark('bold', 'Bold', 'bold', 'Control+B', true)}
      {mark('italic', 'Italic', 'italic', 'Control+I')}
      {mark('underline', 'Underline', 'underline', 'Control+U')}
      <span className={styles.gap} />
      {list('numbers', 'List (a), (b)', 'orderedList')}
      {list('bullets', 'Bulleted list', 'bulletList')}
      <span className={styles.gap} />
      <IconButton
        icon="link"
        size="small"
        name="Link"
        tabIndex={-1}
        aria-expanded={linking}
        aria-pressed={now.marks.includes('link')}
        {...nothingSelected}
        onClick={() => setLinking(!linking)}
      />
      <BracketMenu editor={editor} empty={now.empty} inside={now.bracket} />
      <IconButton
        icon="reference"
        size="small"
        name="Refer to a clause"
        shortcut="Control+Alt+R"
        tabIndex={-1}
        aria-haspopup="dialog"
        onClick={() => onAsk({ is: 'reference' })}
      />
      <IconButton
        icon="footnote"
        size="small"
        name="Footnote"
        shortcut="Control+Alt+F"
        tabIndex={-1}
        aria-haspopup="dialog"
        onClick={() => onAsk(footnoteAsked(editor))}
      />
      {onComment === undefined ? null : (
        <IconButton
          icon="comment"
          size="small"
          name="Comment on the selected words"
          shortcut="Control+Alt+M"
          tabIndex={-1}
          {...(now.empty && { because: 'Select words first' })}
          onClick={onComment}
        />
      )}
      <span className={styles.gap} />
      <IconButton
        icon="phrases"
        size="small"
        name="Offer openings of paragraphs"
        tabIndex={-1}
        aria-pressed={phrases}
        onClick={() => {
          choosePhrases(!phrases)
          focusWords(editor)
          announce(phrases ? 'Openings are no longer offered.' : 'Openings are offered at the start of a clause. Arrow down goes to them.')
        }}
      />
      <LanguageMenu spoken={spoken} />
      <SharingMenu editor={editor} />
      <Button size="small" look="ghost" tabIndex={-1} shortcut="Esc" onClick={onLeave}>
        Done
      </Button>
      {linking ? <LinkForm editor={editor} onClose={() => setLinking(false)} /> : null}
    </div>
  )
}
