/**
 * The few things one can do to words: emphasis, lists, a link, square brackets, a comment. One tab stop; the arrow keys move in it
 * (ARIA Authoring Practices, toolbar).
 */
import type { BracketKind } from '@entente/agreement'
import type { Editor } from '@tiptap/core'
import { useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { bracketKinds, wordOfBracketKind } from '../clause/bracket-words.ts'
import type { ClauseLanguage } from '../clause/clause-language.ts'
import { announce } from '../design/Announcer.tsx'
import { Button } from '../design/Button.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { Menu, MenuItem } from '../design/Menu.tsx'
import type { IconName } from '../design/Sprite.tsx'
import { languageName } from '../open/languages.ts'
import { choosePhrases, usePhrases } from '../phrases/phrase-choice.ts'
import { capital } from '../table/naming.ts'
import { chooseSharing, useSharing } from './caret-choice.ts'
import { caretSharings, type CaretSharing } from './caret-sharing.ts'
import styles from './ClauseEditor.module.css'
import { footnoteAsked, type AskedInset } from './InsetDialogs.tsx'
import { LinkForm } from './LinkForm.tsx'
import { freshBracket } from './paste.ts'

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
  const now = useSelection(editor)
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
      onClick={() => editor.chain().focus().toggleMark(type).run()}
    />
  )
  const list = (icon: IconName, words: string, type: 'bulletList' | 'orderedList') => (
    <IconButton
      icon={icon}
      size="small"
      name={words}
      tabIndex={-1}
      aria-pressed={now.list === type}
      onClick={() => editor.chain().focus().toggleList(type, 'listItem').run()}
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
          editor.commands.focus()
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

/** In which language the words are spell-checked and read out. */
function LanguageMenu({ spoken: { language, languages, choose } }: { readonly spoken: ClauseLanguage }) {
  if (languages.length < 2) return null
  return (
    <Menu size="small" look="ghost" icon="globe" aria-label="Language of these words" title="Language of these words" tabIndex={-1}>
      {languages.map((one) => (
        <MenuItem key={one} checked={one === language} onClick={() => choose(one)}>
          {capital(languageName(one))}
        </MenuItem>
      ))}
    </Menu>
  )
}

function BracketMenu({
  editor,
  empty,
  inside,
}: {
  readonly editor: Editor
  readonly empty: boolean
  readonly inside: BracketKind | undefined
}) {
  const choose = (kind: BracketKind) => {
    const chain = editor.chain().focus()
    if (inside === undefined) chain.setMark('bracket', { id: freshBracket(), kind }).run()
    else chain.extendMarkRange('bracket').updateAttributes('bracket', { kind }).run()
  }
  return (
    <Menu
      size="small"
      look="ghost"
      icon="brackets"
      aria-label="Square brackets"
      title="Square brackets"
      tabIndex={-1}
      aria-pressed={inside !== undefined}
      {...(empty && inside === undefined && { because: 'Select words first' })}
    >
      {bracketKinds.map(({ kind, meaning }) => (
        <MenuItem key={kind} {...(inside !== undefined && { checked: inside === kind })} onClick={() => choose(kind)}>
          {capital(wordOfBracketKind(kind))}
          <small className={styles.meaning}>{meaning}</small>
        </MenuItem>
      ))}
      {inside === undefined ? null : (
        <MenuItem icon="close" onClick={() => editor.chain().focus().extendMarkRange('bracket').unsetMark('bracket').run()}>
          Take the brackets off, keep the words
        </MenuItem>
      )}
    </Menu>
  )
}

const sharingWords: { readonly [sharing in CaretSharing]: { readonly words: string; readonly meaning: string } } = {
  nothing: { words: 'Nothing', meaning: 'Your words arrive as you type, without a sign of where you are.' },
  typing: { words: 'That I am typing in a clause', meaning: 'From the first change until a few seconds after the last.' },
  caret: { words: 'My caret, to the whole table', meaning: 'Everybody in this clause sees where you stand and what you select.' },
}

function SharingMenu({ editor }: { readonly editor: Editor }) {
  const chosen = useSharing()
  const choose = (sharing: CaretSharing) => {
    chooseSharing(sharing)
    editor.commands.focus()
  }
  return (
    <Menu
      size="small"
      look="ghost"
      icon="person"
      aria-label="What the table sees of my typing"
      title="What the table sees of my typing"
      tabIndex={-1}
    >
      {caretSharings.map((sharing) => (
        <MenuItem key={sharing} checked={sharing === chosen} onClick={() => choose(sharing)}>
          {sharingWords[sharing].words}
          <small className={styles.meaning}>{sharingWords[sharing].meaning}</small>
        </MenuItem>
      ))}
    </Menu>
  )
}

type Selected = {
  readonly empty: boolean
  readonly marks: readonly string[]
  readonly list: string | undefined
  readonly bracket: BracketKind | undefined
}

/** What the selection is made of. A new object only when something in it is different. */
function useSelection(editor: Editor): Selected {
  const last = useRef<{ readonly json: string; readonly value: Selected } | undefined>(undefined)
  return useSyncExternalStore(
    (listener) => {
      editor.on('transaction', listener)
      return () => void editor.off('transaction', listener)
    },
    () => {
      const value = selectedIn(editor)
      const json = JSON.stringify(value)
      if (last.current?.json !== json) last.current = { json, value }
      return last.current.value
    },
  )
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
