/** One thing that is so or not, with its label. */
import type { ComponentProps, ReactNode } from 'react'
import styles from './Checkbox.module.css'

export function Checkbox({
  label,
  hint,
  ...input
}: Omit<ComponentProps<'input'>, 'type'> & { readonly label: ReactNode; readonly hint?: ReactNode }) {
  return (
    <label className={styles.row}>
      <input type="checkbox" {...input} />
      <span>
        {label}
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
    </label>
  )
}
