/** The still words of a clause with what changed since then marked in them; as they are where nothing is compared. */
import type { ClauseId, Wording } from '@entente/agreement'
import type { ReactNode } from 'react'
import { Tag } from '../design/Tag.tsx'
import { Difference } from '../lapse/Difference.tsx'
import styles from './Reading.module.css'
import { useReading } from './ReadingViewProvider.tsx'

type ComparedWordsProps = {
  readonly clause: ClauseId
  readonly now: Wording
  readonly lang: string | undefined
  /** The words as they are shown otherwise. */
  readonly children: ReactNode
}

export function ComparedWords({ clause, now, lang, children }: ComparedWordsProps) {
  const { compared } = useReading()
  if (compared === undefined) return children
  const before = compared.before.get(clause) ?? { is: 'new' as const }
  const moved = compared.moved.has(clause) ? <Tag icon="move">moved since</Tag> : null
  switch (before.is) {
    case 'new':
      return (
        <>
          {children}
          <p className={styles.marks}>
            <Tag icon="plus">new since</Tag>
          </p>
        </>
      )
    case 'no-position':
      return (
        <>
          {children}
          <p className={styles.marks}>
            <Tag>no position of ours yet</Tag>
          </p>
        </>
      )
    case 'read': {
      const same = JSON.stringify(before.wording) === JSON.stringify(now)
      return (
        <div data-compared={same ? 'same' : 'changed'}>
          {same ? children : <Difference before={before.wording} after={now} lang={lang} />}
          <p className={styles.marks}>
            {moved}
            {!same && JSON.stringify(before.wording.milestones) !== JSON.stringify(now.milestones) ? (
              <Tag icon="milestone">milestone terms changed since</Tag>
            ) : null}
          </p>
        </div>
      )
    }
    default:
      return before satisfies never
  }
}
