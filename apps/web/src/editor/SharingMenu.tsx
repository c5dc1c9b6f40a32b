/** What others at the table see of one's typing, to choose. */
import type { Editor } from '@tiptap/core'
import { Menu, MenuItem } from '../design/Menu.tsx'
import { chooseSharing, useSharing } from './caret-choice.ts'
import { caretSharings, type CaretSharing } from './caret-sharing.ts'
import styles from './ClauseEditor.module.css'
import { focusWords } from './focus-words.ts'

const sharingWords: { readonly [sharing in CaretSharing]: { readonly words: string; readonly meaning: string } } = {
  nothing: { words: 'Nothing', meaning: 'Your words arrive as you type, without a sign of where you are.' },
  typing: { words: 'That I am typing in a clause', meaning: 'From the first change until a few seconds after the last.' },
  caret: { words: 'My caret, to the whole table', meaning: 'Everybody in this clause sees where you stand and what you select.' },
}

export function SharingMenu({ editor }: { readonly editor: Editor }) {
  const chosen = useSharing()
  const choose = (sharing: CaretSharing) => {
    chooseSharing(sharing)
    focusWords(editor)
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
