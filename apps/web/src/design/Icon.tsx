/** A drawing of a thing or an action. Decoration only: the words stand beside it or in the name of the control. */
import { classes } from './classes.ts'
import styles from './Glyph.module.css'
import type { IconName } from './Sprite.tsx'

export function Icon({ name, size }: { readonly name: IconName; readonly size?: 'medium' | 'large' }) {
  return (
    <svg className={classes(styles.glyph, size === 'large' && styles.large)} aria-hidden="true">
      <use href={`#icon-${name}`} />
    </svg>
  )
}
