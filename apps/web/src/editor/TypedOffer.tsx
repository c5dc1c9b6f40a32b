/** "paragraph 11" was typed: the offer to let the number follow its clause. */
import type { Negotiation } from '@entente/agreement'
import type { Editor } from '@tiptap/core'
import { announce } from '../design/Announcer.tsx'
import { Button } from '../design/Button.tsx'
import { typedReference, type TypedReference } from '../reference/typed.ts'
import { capital, clauseName } from '../table/naming.ts'
import { focusWords } from './focus-words.ts'
import { addReference } from './insets.ts'
import styles from './TypedOffer.module.css'
import { useEditorState } from './useEditorState.ts'

export function TypedOffer({ editor, negotiation }: { readonly editor: Editor; readonly negotiation: Negotiation }) {
  const state = useEditorState(editor, (now) => now.state)
  const typed = typedReference(state, negotiation)
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
  focusWords(editor)
  announce(`“${typed.words}” is a reference now.`)
}
