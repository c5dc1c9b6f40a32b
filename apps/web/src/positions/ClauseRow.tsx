/** One row of the matrix: the clause, a cell for each party, what it comes to. */
import type { Assessment, ClauseId, Negotiation, Party, PartyId } from '@entente/agreement'
import { memo } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { classes } from '../design/classes.ts'
import { Glyph } from '../design/Glyph.tsx'
import { Icon } from '../design/Icon.tsx'
import { shapeOfStanding, toneOf } from '../design/shape.ts'
import { wordOfStanding } from '../design/status-words.ts'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import type { Line } from '../package/letters.ts'
import { namingOf } from '../table/naming.ts'
import { supposedFor, type Supposed } from '../what-if/supposing.ts'
import type { Row } from './matrix.ts'
import styles from './MatrixGrid.module.css'
import { PackageMarks } from './PackageMarks.tsx'
import { Result } from './ResultCell.tsx'
import { cellAttributes, type Place } from './roving.ts'

type ClauseRowProps = {
  readonly row: Row
  readonly at: number
  readonly negotiation: Negotiation
  readonly assessment: Assessment
  readonly columns: readonly Party[]
  readonly own: PartyId | undefined
  readonly lines: readonly Line[]
  readonly lights: boolean
  readonly supposed: Supposed | undefined
  /** The column of the tab stop, when it is in this row. */
  readonly stop: number | undefined
  readonly onStop: (place: Place) => void
  /** What opens behind a party's cell, and behind the result. */
  readonly popover: string
  readonly why: string
  readonly onAsk: (cell: { readonly clause: ClauseId; readonly party: PartyId }) => void
  readonly onWhy: (clause: ClauseId) => void
}

/** Drawn again only when something it shows is different: moving through a large matrix redraws two rows. */
export const ClauseRow = memo(function ClauseRow({
  row,
  at,
  negotiation,
  assessment,
  columns,
  own,
  lines,
  lights,
  supposed,
  stop,
  onStop,
  popover,
  why,
  onAsk,
  onWhy,
}: ClauseRowProps) {
  const { clause, assessment: of } = row
  const naming = namingOf(negotiation)
  const number = naming.numbers.get(clause.clause) ?? ''
  const agreed = of.blockers.length === 0
  const last = columns.length + 1
  const cell = (column: number) => cellAttributes({ row: at, column }, stop, onStop)
  const result = <Result {...{ row, negotiation, assessment, lights }} />
  return (
    <tr className={agreed ? styles.agreed : undefined} data-row={clause.clause} data-status={of.status}>
      <th scope="row">
        <PackageMarks lines={lines} at={at} clause={clause.clause} />
        <Link href={clausePath(negotiation, clause.clause)} {...cell(0)}>
          <span className={styles.number}>{number}</span>
          <span className={styles.heading}>{clause.heading}</span>
        </Link>
      </th>
      {columns.map(({ party, shortName }, index) => {
        const standing = of.standings.get(party) ?? { is: 'none' as const }
        const shape = shapeOfStanding(standing)
        const trial = supposed !== undefined && supposedFor(supposed, clause.clause, party) !== undefined
        return (
          <td key={party} className={party === own ? styles.own : undefined} data-party={party} data-standing={standing.is}>
            <button
              type="button"
              className={classes(styles.cell, standing.is !== 'current' && styles[standing.is], trial && styles.trial)}
              data-tone={toneOf(shape)}
              popoverTarget={popover}
              onClick={() => onAsk({ clause: clause.clause, party })}
              {...cell(index + 1)}
            >
              <Glyph shape={shape} beside />
              <VisuallyHidden>
                {shortName}, clause {number}:{trial ? ' supposed,' : ''}{' '}
              </VisuallyHidden>
              <VisuallyHidden below={760}>{wordOfStanding(standing, naming)}</VisuallyHidden>
              {trial ? <Icon name="question" /> : null}
            </button>
          </td>
        )
      })}
      <td className={styles.result} {...(agreed && cell(last))}>
        {agreed ? (
          result
        ) : (
          <button type="button" className={styles.why} popoverTarget={why} onClick={() => onWhy(clause.clause)} {...cell(last)}>
            {result}
            <VisuallyHidden>, why</VisuallyHidden>
          </button>
        )}
      </td>
    </tr>
  )
})
