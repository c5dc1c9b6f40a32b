/** The barometer in numbers: for each section how many milestones are at which level now, and how far it had come on earlier days. */
import { axisDay } from '../design/moment.ts'
import { levelWords } from '../finding/levels.ts'
import type { BarometerShown } from './barometer.ts'
import styles from './Barometer.module.css'
import { advance, percent } from './advance.ts'

export function BarometerTable({ barometer: { moments, sections, all } }: { readonly barometer: BarometerShown }) {
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
            {moments.map((moment) => (
              <th key={moment} scope="col">
                {axisDay(moment)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...sections, all].map(({ key, title, levels }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {levelWords.map((word, level) => (
                <td key={word}>{levels.at(-1)?.[level] ?? 0}</td>
              ))}
              {levels.map((count, index) => (
                <td key={moments[index]}>{percent(advance(count))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
