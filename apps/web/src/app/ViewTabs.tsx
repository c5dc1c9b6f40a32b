/** The views of a negotiation: tabs in the bar, and at the foot of a phone. Positions and milestones carry how much waits for one. */
import type { NegotiationId } from '@entente/agreement'
import { Link } from 'wouter'
import { Icon } from '../design/Icon.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { useUrgent } from '../desk/useUrgent.ts'
import { mustAct } from '../table/must-act.ts'
import { useView } from '../table/useView.ts'
import styles from './ViewTabs.module.css'
import { viewPath, views, type ViewName } from './views.ts'

type ViewTabsProps = { readonly negotiation: NegotiationId; readonly current: ViewName }

export function ViewTabs(props: ViewTabsProps) {
  return (
    <nav className={styles.tabs} aria-label="Views">
      <Tabs {...props} />
    </nav>
  )
}

export function BottomTabs(props: ViewTabsProps) {
  return (
    <nav className={styles.bottom} aria-label="Views, at the foot">
      <Tabs {...props} />
    </nav>
  )
}

function Tabs({ negotiation, current }: ViewTabsProps) {
  const waiting = useView(({ negotiation: record, assessment, speaker }) =>
    speaker === undefined ? 0 : mustAct(record, assessment, speaker.party.party).length,
  )
  const urgent = useUrgent()
  const counts: { readonly [name in ViewName]?: number } = { positions: waiting, milestones: urgent }
  return views
    .filter(({ aside }) => aside !== true)
    .map(({ name, words, icon }) => (
      <Link
        key={name}
        className={styles.tab}
        href={viewPath(negotiation, name)}
        {...(name === current && { 'aria-current': 'page' as const })}
      >
        <Icon name={icon} />
        {words}
        {(counts[name] ?? 0) > 0 ? (
          <span className={styles.count}>
            {counts[name]}
            <VisuallyHidden> need your delegation</VisuallyHidden>
          </span>
        ) : null}
      </Link>
    ))
}
