/** The packages beside a row: a letter where the clause belongs to one, and a line from its first clause to its last. */
import type { ClauseId } from '@entente/agreement'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import type { Line } from '../package/letters.ts'
import styles from './PackageMarks.module.css'

/** Lines further out than this would run into the words; their packages still have letters. */
const LANES = 3

/** The lines that pass a row, with the letters of packages that have it. `at` counts the rows shown. */
export function PackageMarks({ lines, at, clause }: { readonly lines: readonly Line[]; readonly at: number; readonly clause: ClauseId }) {
  const passing = lines.filter(({ from, to }) => from <= at && at <= to)
  return passing.map(({ offered, letter, lane, from, to }) => {
    const member = offered.clauses.includes(clause)
    return (
      <span key={offered.package} className={styles.lane} data-lane={Math.min(lane, LANES - 1)}>
        <i className={styles.line} data-begins={at === from || undefined} data-ends={at === to || undefined} />
        {member ? (
          <span className={styles.mark} title={`Package ${letter}: ${offered.title}`}>
            <VisuallyHidden>In package </VisuallyHidden>
            {letter}
          </span>
        ) : null}
      </span>
    )
  })
}

/** The lines that run on beside a section's heading, between the row before it and the one after. */
export function PassingLines({ lines, before }: { readonly lines: readonly Line[]; readonly before: number }) {
  return lines
    .filter(({ from, to }) => from < before && before <= to)
    .map(({ offered, lane }) => (
      <span key={offered.package} className={styles.lane} data-lane={Math.min(lane, LANES - 1)}>
        <i className={styles.line} />
      </span>
    ))
}
