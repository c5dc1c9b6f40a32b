/** A small chart for the whole and for each section: a column for each day, one above the other what is at which level. */
import { shares, type Levels, type Timestamp } from '@entente/agreement'
import { axisDay } from '../design/moment.ts'
import { levelWords } from '../finding/levels.ts'
import type { BarometerLine, BarometerShown } from './barometer.ts'
import styles from './Barometer.module.css'
import { advance, percent } from './advance.ts'

const WIDTH = 260
const HEIGHT = 84
const GAP = 2

export function BarometerChart({ barometer: { moments, sections, all } }: { readonly barometer: BarometerShown }) {
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
        {[all, ...sections].map((line) => (
          <Chart key={line.key} line={line} moments={moments} />
        ))}
      </div>
    </>
  )
}

function Chart({ line: { title, levels }, moments }: { readonly line: BarometerLine; readonly moments: readonly Timestamp[] }) {
  const width = WIDTH / Math.max(1, moments.length)
  const last = levels.at(-1) ?? [0, 0, 0, 0]
  const [first] = moments
  const today = moments.at(-1)
  return (
    <figure className={styles.chart}>
      <figcaption>
        <b>{title}</b>
        <small>
          {last[3]} of {last[0] + last[1] + last[2] + last[3]} full, {percent(advance(last))} of the way
        </small>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}: ${spoken(last)}`}>
        {levels.map((count, index) => (
          <Column key={moments[index]} count={count} x={index * width} width={width - GAP} />
        ))}
      </svg>
      <small className={styles.ends} aria-hidden="true">
        <span>{first === undefined ? '' : axisDay(first)}</span>
        <span>{today === undefined || today === first ? '' : axisDay(today)}</span>
      </small>
    </figure>
  )
}

function Column({ count, x, width }: { readonly count: Levels; readonly x: number; readonly width: number }) {
  let below = 0
  return [3, 2, 1, 0].map((level) => {
    const share = (shares(count)[level] ?? 0) / 100
    const y = HEIGHT * (1 - below - share)
    below += share
    return share === 0 ? null : <rect key={level} className={styles[`level${level}`]} x={x} y={y} width={width} height={HEIGHT * share} />
  })
}

function spoken(counts: Levels): string {
  return levelWords.map((word, level) => `${counts[level] ?? 0} ${word.toLowerCase()}`).join(', ')
}
