/** The barometer in numbers: for each section how many milestones are at which level now, and how far it had come on earlier days. */
import { axisDay } from '../design/moment.ts'
import { levelWords } from '../finding/levels.ts'
import type { Barometer, LevelCounts } from './barometer.ts'
import styles from './Barometer.module.css'
import { advance, percent } from './shares.ts'

export function BarometerTable({ barometer: { days, sections, all } }: { readonly barometer: Barometer }) {
  const rows = [
    ...sections.map(({ section, number, heading, counts }) => ({
      key: section,
      title: number === undefined ? heading : `${number}. ${heading}`,
      counts,
    })),
    { key: 'all', title: 'All sections', counts: all },
  ]
  return (
    // A table wider than the page is scrolled by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroller} tabIndex={0} role="region" aria-label="Barometer as a table">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Section</th>
            {levelWords.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
            {days.map((day) => (
              <th key={day} scope="col">
                {axisDay(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, counts }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {levelWords.map((word, level) => (
                <td key={word}>{last(counts)[level]}</td>
              ))}
              {counts.map((count, index) => (
                <td key={days[index]}>{percent(advance(count))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const last = (counts: readonly LevelCounts[]): LevelCounts => counts.at(-1) ?? [0, 0, 0, 0]
