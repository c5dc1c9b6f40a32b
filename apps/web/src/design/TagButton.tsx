/** A tag that can be pressed: opens what it counts, or switches a filter (`pressed`). */
import type { ComponentProps } from 'react'
import { Glyph } from './Glyph.tsx'
import { Icon } from './Icon.tsx'
import { toneOf, type Shape } from './shape.ts'
import type { IconName } from './Sprite.tsx'
import styles from './Tag.module.css'

type TagButtonProps = ComponentProps<'button'> & { readonly shape?: Shape; readonly icon?: IconName; readonly pressed?: boolean }

export function TagButton({ shape, icon, pressed, children, ...rest }: TagButtonProps) {
  return (
    <button type="button" {...rest} className={styles.tag} data-tone={shape && toneOf(shape)} aria-pressed={pressed}>
      {shape === undefined ? null : <Glyph shape={shape} beside plain />}
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  )
}
