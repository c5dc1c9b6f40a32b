/** Why something was refused: said beside the control that was pressed, and at once to a screen reader. */
import type { ReactNode } from 'react'
import styles from './Refused.module.css'

export function Refused({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.refused} role="alert">
      {children}
    </p>
  )
}
