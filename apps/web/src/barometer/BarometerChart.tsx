/** A small chart for the whole and for each section: a column for each day, one above the other what is at which level. */
import { axisDay } from '../design/moment.ts'
import { levelWords } from '../finding/levels.ts'
import type { Barometer, LevelCounts } from './barometer.ts'
import styles from './Barometer.module.css'
import { advance, percent, sharesOf } from './shares.ts'

const WIDTH = 260
const HEIGHT = 84
const GAP = 2

export function BarometerChart({ barometer: { days, sections, all } }: { readonly barometer: Barometer }) {
  return (
    <>
      <ul className={styles.legend} aria-label="Levels">
        {levelWords.map((word, level) => (
          <li key={word}>
            <svg width="14" height="14" aria-hidden="true">
              <rect className={styles[`level${level}`]} width="14" height="14" rx="2" />
            </svg>
            {level}, {word.toLowerCase()}
          </li>
        ))}
      </ul>
      <div className={styles.charts}>
        <Chart title="All sections" days={days} counts={all} />
        {sections.map(({ section, number, heading, counts }) => (
          <Chart key={section} title={number === undefined ? heading : `${number}. ${heading}`} days={days} counts={counts} />
        ))}
      </div>
    </>
  )
}

type ChartProps = { readonly title: string; readonly days: Barometer['days']; readonly counts: readonly LevelCounts[] }

function Chart({ title, days, counts }: ChartProps) {
  const width = WIDTH / Math.max(1, days.length)
  const last = counts.at(-1) ?? [0, 0, 0, 0]
  const first = days[0]
  const today = days.at(-1)
  return (
    <figure className={styles.chart}>
      <figcaption>
        <b>{title}</b>
        <small>
          {last[3]} of {last[0] + last[1] + last[2] + last[3]} full, {percent(advance(last))} of the way
        </small>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}: ${spoken(last)}`}>
        {counts.map((count, index) => (
          <Column key={days[index]} count={count} x={index * width} width={width - GAP} />
        ))}
      </svg>
      <small className={styles.ends} aria-hidden="true">
        <span>{first === undefined ? '' : axisDay(first)}</span>
        <span>{today === undefined || today === first ? '' : axisDay(today)}</span>
      </small>
    </figure>
  )
}

function Column({ count, x, width }: { readonly count: LevelCounts; readonly x: number; readonly width: number }) {
  let below = 0
  return [3, 2, 1, 0].map((level) => {
    const share = sharesOf(count)[level] ?? 0
    const y = HEIGHT * (1 - below - share)
    below += share
    return share === 0 ? null : <rect key={level} className={styles[`level${level}`]} x={x} y={y} width={width} height={HEIGHT * share} />
  })
}

function spoken(counts: LevelCounts): string {
  return levelWords.map((word, level) => `${counts[level] ?? 0} ${word.toLowerCase()}`).join(', ')
}
