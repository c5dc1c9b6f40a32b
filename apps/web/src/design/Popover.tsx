/**
 * A small surface beside what opened it, on the browser's popover: light dismiss, Escape and focus return are its own. It is placed by CSS
 * anchor positioning; a browser without it shows the surface in the middle.
 */
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Popover.module.css'

type PopoverProps = Omit<ComponentProps<'div'>, 'popover' | 'id'> & {
  /** The opener names it: `<Button popoverTarget={id}>`. */
  readonly id: string
  readonly label: string
  readonly children?: ReactNode
}

export function Popover({ id, label, className, children, ...rest }: PopoverProps) {
  return (
    <div {...rest} id={id} popover="auto" role="dialog" aria-label={label} className={classes(styles.popover, className)}>
      {children}
    </div>
  )
}
