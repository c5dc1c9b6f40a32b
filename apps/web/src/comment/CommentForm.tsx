/** Begins a thread on a clause, or on words of it. What is written stays until it is recorded. */
import type { ClauseId, Quote } from '@entente/agreement'
import { clauseName } from '../table/naming.ts'
import { useView } from '../table/useView.ts'
import styles from './Comment.module.css'
import { QuotedWords } from './QuotedWords.tsx'
import { WriteForm } from './WriteForm.tsx'

type CommentFormProps = { readonly clause: ClauseId; readonly quote: Quote | undefined; readonly onClose: () => void }

export function CommentForm({ clause, quote, onClose }: CommentFormProps) {
  const negotiation = useView((view) => view.negotiation)
  return (
    <section className={styles.card} aria-label={`New comment on ${clauseName(negotiation, clause)}`}>
      {quote === undefined ? null : <QuotedWords words={quote.exact} />}
      <WriteForm
        label="Comment"
        submit="Comment"
        kept={`comment ${clause}`}
        command="thread.open"
        input={(text) => ({ clause, ...(quote && { quote }), text })}
        onDone={onClose}
        onCancel={onClose}
      />
    </section>
  )
}
