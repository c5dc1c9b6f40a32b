/** A sentence across the page that something is different from usual. Never a modal, never over the text. */
import type { ReactNode } from 'react'
import styles from './Banner.module.css'
import { Icon } from './Icon.tsx'
import type { IconName } from './Sprite.tsx'

type BannerProps = {
  readonly icon?: IconName
  /** `alert` interrupts a screen reader: only for what somebody just asked for and did not get. */
  readonly role?: 'status' | 'alert' | 'note'
  readonly children: ReactNode
  /** Buttons or links at the end. */
  readonly actions?: ReactNode
}

export function Banner({ icon = 'warning', role = 'note', children, actions }: BannerProps) {
  return (
    <div className={styles.banner} role={role}>
      <Icon name={icon} />
      <div className={styles.words}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
