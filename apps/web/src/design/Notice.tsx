/** Something that holds for one clause just now: said beside its words, with what can be done about it. */
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Notice.module.css'

type NoticeProps = ComponentProps<'div'> & {
  /** The icon or shape before the words. */
  readonly mark: ReactNode
}

export function Notice({ mark, className, children, ...rest }: NoticeProps) {
  return (
    <div {...rest} className={classes(styles.notice, className)} role="note">
      {mark}
      <div className={styles.words}>{children}</div>
    </div>
  )
}
