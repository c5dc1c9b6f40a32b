/**
 * Words for screen readers only. Used as a suffix to visible text, so that the spoken name begins with what is seen (WCAG 2.5.3); an
 * `aria-label` over visible text would replace it. An element that is more than words (a heading, the head of a table) takes the class.
 */
import type { ReactNode } from 'react'
import styles from './VisuallyHidden.module.css'

type VisuallyHiddenProps = {
  /** Seen on screens wider than so many pixels: where there is less room, a picture beside the words stands for them. */
  readonly below?: 760 | 1180 | 1240 | 1420
  readonly children: ReactNode
}

export function VisuallyHidden({ below, children }: VisuallyHiddenProps) {
  return <span className={below === undefined ? styles.hidden : styles[`below${below}`]}>{children}</span>
}
