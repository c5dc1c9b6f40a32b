/** A small round label: a status with its shape, or a plain count. */
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Glyph } from './Glyph.tsx'
import { Icon } from './Icon.tsx'
import { toneOf, type Shape } from './shape.ts'
import type { IconName } from './Sprite.tsx'
import styles from './Tag.module.css'

export function Tag({ shape, icon, children }: { readonly shape?: Shape; readonly icon?: IconName; readonly children: ReactNode }) {
  return (
    <span className={classes(styles.tag, shape !== undefined && styles.toned)} data-tone={shape && toneOf(shape)}>
      {shape === undefined ? null : <Glyph shape={shape} beside />}
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </span>
  )
}
