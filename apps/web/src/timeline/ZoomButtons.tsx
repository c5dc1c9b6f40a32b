/** Closer, further, all of it, today. The same as the keys + − 0 on the timeline. */
import { Button } from '../design/Button.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { ZOOMS } from './scale.ts'
import styles from './Timeline.module.css'

type ZoomButtonsProps = {
  /** The width of a day now, in pixels. */
  readonly perDay: number
  readonly onZoom: (towards: 'in' | 'out' | 'fit') => void
  readonly onToday: () => void
}

export function ZoomButtons({ perDay, onZoom, onToday }: ZoomButtonsProps) {
  const [least = 0] = ZOOMS
  const most = ZOOMS.at(-1) ?? 0
  return (
    <div className={styles.zoom} role="group" aria-label="Zoom">
      <p className={styles.key} aria-hidden="true">
        <span>
          <i className={styles.keySpan} /> its days
        </span>
        <span>
          <i className={styles.keyInstead} /> when it can be expected, where that is another day
        </span>
      </p>
      <IconButton
        size="small"
        icon="minus"
        name="Show more time"
        shortcut="-"
        because={perDay <= least ? 'It cannot go further' : undefined}
        onClick={() => onZoom('out')}
      />
      <IconButton
        size="small"
        icon="plus"
        name="Show less time, larger"
        shortcut="+"
        because={perDay >= most ? 'It cannot go closer' : undefined}
        onClick={() => onZoom('in')}
      />
      <Button size="small" look="ghost" aria-keyshortcuts="0" onClick={() => onZoom('fit')}>
        All
      </Button>
      <Button size="small" look="ghost" onClick={onToday}>
        Today
      </Button>
    </div>
  )
}
