/**
 * Where one party stands on a clause: code, shape, word. Lapsed consent is hatched with a dashed border, one's own chip is ringed. A button,
 * because behind it is the history.
 */
import type { Standing } from '@entente/agreement'
import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { Glyph } from './Glyph.tsx'
import { PartyCode } from './PartyCode.tsx'
import { partyColour, usePartyLook } from './PartyColours.tsx'
import styles from './PositionChip.module.css'
import { shapeOfStanding, toneOf } from './shape.ts'
import { wordOfStanding, type Naming } from './status-words.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type PositionChipProps = ComponentProps<'button'> & {
  readonly party: string
  readonly standing: Standing
  readonly naming: Naming
  readonly own?: boolean
}

export function PositionChip({ party, standing, naming, own, ...rest }: PositionChipProps) {
  const { name, order } = usePartyLook(party)
  const shape = shapeOfStanding(standing)
  return (
    <button
      type="button"
      {...rest}
      className={classes(styles.chip, own && styles.own, standing.is !== 'current' && styles[standing.is])}
      data-tone={toneOf(shape)}
      {...partyColour(order)}
    >
      <PartyCode party={party} filled={own} />
      <Glyph shape={shape} beside />
      <em className={styles.word}>{wordOfStanding(standing, naming)}</em>
      <VisuallyHidden>. {name}, open history</VisuallyHidden>
    </button>
  )
}
