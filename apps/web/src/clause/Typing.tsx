/** Who is typing in a clause, by delegation: only those who share it, and never where. */
import { PartyCodes } from '../design/PartyCodes.tsx'
import styles from './Typing.module.css'

export function Typing({ parties }: { readonly parties: readonly string[] }) {
  if (parties.length === 0) return null
  return (
    <p className={styles.typing} data-typing={parties.join(' ')}>
      <PartyCodes parties={parties} /> typing…
    </p>
  )
}
