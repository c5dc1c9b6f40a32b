/**
 * The state of every clause in one line, in the order of the text: a cell per clause, its pattern after its status. To a screen reader it is
 * one sentence; the cells are also a picture of how far the table has come.
 */
import { memo } from 'react'
import type { ClauseStatus } from '@entente/agreement'
import styles from './ProgressCells.module.css'
import { shapeOfStatus, toneOf } from './shape.ts'
import { wordOfStatus } from './status-words.ts'

type ProgressCellsProps = {
  readonly cells: readonly { readonly clause: string; readonly number: string; readonly status: ClauseStatus }[]
  readonly small?: boolean
}

export const ProgressCells = memo(function ProgressCells({ cells, small }: ProgressCellsProps) {
  const sentence = cells.map(({ number, status }) => `${number} ${wordOfStatus(status)}`).join(', ')
  if (cells.length === 0) return null
  return (
    <div className={small ? styles.small : styles.cells} role="img" aria-label={`Clause status in order: ${sentence}`}>
      {cells.map(({ clause, number, status }) => (
        <i
          key={clause}
          title={`${number}: ${wordOfStatus(status)}`}
          data-shape={shapeOfStatus(status)}
          data-tone={toneOf(shapeOfStatus(status))}
        />
      ))}
    </div>
  )
})

/** "Agreed 5 of 12", or "No clauses yet". */
export function progressInWords(cells: readonly { readonly status: ClauseStatus }[]): string {
  if (cells.length === 0) return 'No clauses yet'
  return `Agreed ${cells.filter(({ status }) => status.startsWith('agreed')).length} of ${cells.length}`
}
