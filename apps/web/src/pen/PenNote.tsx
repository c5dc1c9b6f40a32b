/** Says at a clause who types in it, where that differs from the rest of the text. */
import { penOf, type ClauseId, type Negotiation } from '@entente/agreement'
import { Tag } from '../design/Tag.tsx'
import styles from './PenNote.module.css'
import { penMeaning, penWords } from './pen-words.ts'

export function PenNote({ negotiation, clause }: { readonly negotiation: Negotiation; readonly clause: ClauseId }) {
  const pen = penOf(negotiation, clause)
  if (pen === negotiation.pens.whole || penWords(pen, negotiation) === penWords(negotiation.pens.whole, negotiation)) return null
  return (
    <p className={styles.note} title={penMeaning(pen, negotiation)}>
      <Tag icon={pen.drafting === 'open' ? 'pen' : 'lock'}>{penWords(pen, negotiation)} here</Tag>
    </p>
  )
}
