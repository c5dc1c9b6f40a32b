/** A titled surface on the desk: a section with a heading and, at its end, what can be done with it. */
import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Panel.module.css'

type PanelProps = {
  readonly title: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** The body goes to the edges. */
  readonly flush?: boolean
  readonly className?: string | undefined
}

export function Panel({ title, actions, children, flush, className }: PanelProps) {
  const heading = useId()
  return (
    <section className={classes(styles.panel, className)} aria-labelledby={heading}>
      <header className={styles.header}>
        <h2 id={heading}>{title}</h2>
        {actions}
      </header>
      <div className={flush ? undefined : styles.body}>{children}</div>
    </section>
  )
}
