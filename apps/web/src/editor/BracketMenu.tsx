/** Square brackets of a kind: put around the selected words, changed, or taken off. */
import type { BracketKind } from '@entente/agreement'
import type { Editor } from '@tiptap/core'
import { bracketKinds, wordOfBracketKind } from '../clause/bracket-words.ts'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { capital } from '../table/naming.ts'
import styles from './ClauseEditor.module.css'
import { focusWords } from './focus-words.ts'
import { freshBracket } from './own-brackets.ts'

type BracketMenuProps = {
  readonly editor: Editor
  /** Nothing is selected. */
  readonly empty: boolean
  /** The kind of the brackets around what is selected. */
  readonly inside: BracketKind | undefined
}

export function BracketMenu({ editor, empty, inside }: BracketMenuProps) {
  const choose = (kind: BracketKind) => {
    focusWords(editor)
    if (inside === undefined) editor.commands.setMark('bracket', { id: freshBracket(), kind })
    else editor.chain().extendMarkRange('bracket').updateAttributes('bracket', { kind }).run()
  }
  const takeOff = () => {
    focusWords(editor)
    editor.chain().extendMarkRange('bracket').unsetMark('bracket').run()
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
        <MenuItem icon="close" onClick={takeOff}>
          Take the brackets off, keep the words
        </MenuItem>
      )}
    </Menu>
  )
}
