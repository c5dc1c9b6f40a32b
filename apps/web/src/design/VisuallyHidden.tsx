/**
 * Words for screen readers only. Used as a suffix to visible text, so that the spoken name begins with what is seen (WCAG 2.5.3); an
 * `aria-label` over visible text would replace it.
 */
import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>
}
