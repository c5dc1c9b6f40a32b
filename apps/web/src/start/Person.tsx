/** Who is signed in in this browser: at the end of the bar. */
import { initials } from './initials.ts'
import styles from './Person.module.css'

export function Person({ name }: { readonly name: string }) {
  return (
    <span className={styles.person}>
      <span className={styles.initials} aria-hidden="true">
        {initials(name)}
      </span>
      {name}
    </span>
  )
}
