/** The words a comment is about. */
import styles from './Comment.module.css'

export function QuotedWords({ words, gone }: { readonly words: string; readonly gone?: boolean }) {
  return (
    <blockquote className={styles.quote} dir="auto">
      {words}
      {gone ? <small className={styles.gone}>These words are no longer in the text.</small> : null}
    </blockquote>
  )
}
