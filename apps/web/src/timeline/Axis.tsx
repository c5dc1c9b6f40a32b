/** The days along the top of a timeline, with today among them. */
import type { RefObject } from 'react'
import { axisDay, axisMonth } from '../design/moment.ts'
import { marksOn, placeOf, type Mark, type Scale } from './scale.ts'
import styles from './Timeline.module.css'

/** Labels nearer to today than this give way to it, in pixels. */
const TODAY_PX = 46

type AxisProps = { readonly scale: Scale; readonly today: number; readonly corner: RefObject<HTMLDivElement | null> }

export function Axis({ scale, today, corner }: AxisProps) {
  const now = placeOf(today, scale) + scale.perDay / 2
  return (
    <div className={styles.axis} aria-hidden="true">
      <div className={styles.corner} ref={corner}>
        Commitment, clause, who performs
      </div>
      <div className={styles.marks}>
        {marksOn(scale).map((mark) => (
          <span key={mark.day} style={{ insetInlineStart: mark.x }}>
            {mark.x > now - TODAY_PX - 24 && mark.x < now + TODAY_PX - 18 ? null : words(mark)}
          </span>
        ))}
        <b style={{ insetInlineStart: now }}>Today</b>
      </div>
    </div>
  )
}

function words({ day, of }: Mark): string {
  switch (of) {
    case 'day':
      return axisDay(day)
    case 'month':
      return axisMonth(day)
    case 'year':
      return day.slice(0, 4)
    default:
      return of satisfies never
  }
}
