/** The bar at the top of every page: the mark, what the page gives, and the menu of this device. */
import type { NegotiationId } from '@entente/agreement'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { BrandMark } from '../design/Brand.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import styles from './AppBar.module.css'
import { DeviceMenu } from './DeviceMenu.tsx'
import { SkipLink } from './Main.tsx'

type AppBarProps = {
  readonly children?: ReactNode
  /** On the pages of a negotiation. */
  readonly negotiation?: NegotiationId
}

export function AppBar({ children, negotiation }: AppBarProps) {
  return (
    <>
      <SkipLink />
      <header className={styles.bar}>
        <Link className={styles.brand} href="/">
          <BrandMark />
          <span className={styles.name}>Entente</span>
          <VisuallyHidden>, all negotiations</VisuallyHidden>
        </Link>
        {children ?? <span className={styles.space} />}
        <DeviceMenu negotiation={negotiation} />
      </header>
    </>
  )
}
