/** A place with nothing in it yet: what it is for, and the one thing to do next. */
import type { ReactNode } from 'react'
import styles from './Empty.module.css'
import { Icon } from './Icon.tsx'
import type { IconName } from './Sprite.tsx'

type EmptyProps = {
  readonly icon: IconName
  readonly title: string
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly level?: 1 | 2 | 3
}

export function Empty({ icon, title, children, actions, level = 2 }: EmptyProps) {
  const Heading = `h${level}` as const
  return (
    <div className={styles.empty}>
      <Icon name={icon} size="large" />
      <Heading className={styles.title}>{title}</Heading>
      <div className={styles.words}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
