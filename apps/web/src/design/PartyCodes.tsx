/** Several parties in a row, as "KES ORL" with their names for screen readers. */
import { PartyCode } from './PartyCode.tsx'
import styles from './PartyCodes.module.css'

export function PartyCodes({ parties, own }: { readonly parties: readonly string[]; readonly own?: string | undefined }) {
  return (
    <span className={styles.codes}>
      {parties.map((party) => (
        <PartyCode key={party} party={party} named filled={party === own} />
      ))}
    </span>
  )
}
