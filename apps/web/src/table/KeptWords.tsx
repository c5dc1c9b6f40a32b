/** Words that are kept aside for whoever wrote them, as many as there are: a long text is scrolled, also by keyboard. */
import type { ReactNode } from 'react'
import styles from './KeptWords.module.css'

export function KeptWords({ children }: { readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section className={styles.scroller} aria-label="Your words" tabIndex={0}>
      <blockquote className={styles.words} dir="auto">
        {children}
      </blockquote>
    </section>
  )
}
