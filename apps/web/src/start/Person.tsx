/** Who is signed in in this browser: at the end of the bar. */
import { Link } from 'wouter'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { initials } from './initials.ts'
import styles from './Person.module.css'

export function Person({ name }: { readonly name: string }) {
  return (
    <Link href="/account" className={styles.person}>
      <span className={styles.initials} aria-hidden="true">
        {initials(name)}
      </span>
      {name}
      <VisuallyHidden>, your devices and sign-in</VisuallyHidden>
    </Link>
  )
}
