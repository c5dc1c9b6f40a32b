/**
 * A party's code in its colour. The code is always printed: colour is never the only sign. `filled` marks one's own delegation or a
 * party that is present; others are outlined.
 */
import { classes } from './classes.ts'
import { partyColour, usePartyLook, type PartyLook } from './PartyColours.tsx'
import styles from './PartyCode.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type PartyCodeProps = {
  readonly party: string
  readonly filled?: boolean
  /** Add the party's name for screen readers, where it does not stand beside the code anyway. */
  readonly named?: boolean
  /** Outside a negotiation's pages, where no colours are provided. */
  readonly look?: PartyLook
}

export function PartyCode({ party, filled, named, look }: PartyCodeProps) {
  const provided = usePartyLook(party)
  const { name, order } = look ?? provided
  return (
    <bdi className={classes(styles.code, filled ? styles.filled : styles.outlined)} title={name} {...partyColour(order)}>
      {party}
      {named ? <VisuallyHidden> ({name})</VisuallyHidden> : null}
    </bdi>
  )
}
