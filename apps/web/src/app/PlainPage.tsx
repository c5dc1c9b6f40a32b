/** A page outside a negotiation: the bar with the mark, and the page itself. */
import type { ReactNode } from 'react'
import { classes } from '../design/classes.ts'
import { AppBar } from './AppBar.tsx'
import { Main } from './Main.tsx'
import styles from './PlainPage.module.css'
import { useTitle } from './title.ts'

type PlainPageProps = {
  readonly title: string
  /** At the end of the bar. */
  readonly bar?: ReactNode
  readonly narrow?: boolean
  readonly children: ReactNode
}

export function PlainPage({ title, bar, narrow, children }: PlainPageProps) {
  useTitle(title)
  return (
    <>
      <AppBar>{bar}</AppBar>
      <Main className={classes(styles.page, narrow && styles.narrow)}>{children}</Main>
    </>
  )
}
