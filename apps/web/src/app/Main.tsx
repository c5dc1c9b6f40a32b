/** The page proper. It takes the focus from the skip link and after a change of page. */
import type { ReactNode } from 'react'
import styles from './Main.module.css'

export const MAIN = 'main'

export function Main({ className, children }: { readonly className?: string | undefined; readonly children: ReactNode }) {
  return (
    <main id={MAIN} tabIndex={-1} className={className ?? styles.main}>
      {children}
    </main>
  )
}

/** The first stop of the keyboard on every page. */
export function SkipLink() {
  return (
    <a className={styles.skip} href={`#${MAIN}`}>
      Skip to content
    </a>
  )
}
