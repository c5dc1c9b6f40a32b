/**
 * The matrix: clauses down, parties across, shape and word in each cell. A grid with one tab stop; Enter on a cell opens the history. Rows of
 * agreed clauses are left untinted, so that trouble stands out.
 */
import type { ClauseId, Negotiation, Party, PartyId } from '@entente/agreement'
import { Fragment, useId, useState } from 'react'
import { Link } from 'wouter'
import { clausePath } from '../app/views.ts'
import { classes } from '../design/classes.ts'
import { Glyph } from '../design/Glyph.tsx'
import { PartyCode } from '../design/PartyCode.tsx'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { shapeOfStanding, shapeOfStatus, toneOf } from '../design/shape.ts'
import { wordOfStanding, wordOfStatus } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { namingOf } from '../table/naming.ts'
import { CellHistory } from './CellHistory.tsx'
import type { Row, RowGroup } from './matrix.ts'
import styles from './MatrixGrid.module.css'
import { useRoving } from './roving.ts'

type MatrixGridProps = {
  readonly negotiation: Negotiation
  readonly columns: readonly Party[]
  readonly groups: readonly RowGroup[]
  readonly own: PartyId | undefined
}

export function MatrixGrid({ negotiation, columns, groups, own }: MatrixGridProps) {
  const rows = groups.flatMap((group) => group.rows)
  const { grid, cell } = useRoving({ rows: rows.length, columns: columns.length + 2 })
  const popover = useId()
  const [asked, setAsked] = useState<{ readonly clause: ClauseId; readonly party: PartyId } | undefined>(undefined)
  const { order } = usePartyLook(own ?? '')
  return (
    <div className={styles.panel}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the ARIA grid pattern on a real table */}
      <table className={styles.grid} role="grid" aria-label="Positions, clauses by parties" {...partyColour(order)} {...grid}>
        <thead>
          <tr>
            <th scope="col">Clause</th>
            {columns.map(({ party, shortName }) => (
              <th key={party} scope="col" className={party === own ? styles.own : undefined}>
                <PartyCode party={party} filled={party === own} />
                <VisuallyHidden>
                  {' '}
                  {shortName}
                  {party === own ? ', your delegation' : ''}
                </VisuallyHidden>
              </th>
            ))}
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ section, rows: of }) => (
            <Fragment key={section?.section}>
              <tr className={styles.section}>
                <th colSpan={columns.length + 2} scope="colgroup">
                  {section?.number === undefined ? '' : `${section.number}. `}
                  {section?.heading}
                </th>
              </tr>
              {of.map((row) => (
                <ClauseRow
                  key={row.clause.clause}
                  row={row}
                  at={rows.indexOf(row)}
                  {...{ negotiation, columns, own, cell, popover }}
                  onAsk={(party) => setAsked({ clause: row.clause.clause, party })}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className={styles.none}>No clause is like that now.</p> : null}
      <CellHistory id={popover} negotiation={negotiation} asked={asked} own={own} />
    </div>
  )
}

type ClauseRowProps = {
  readonly row: Row
  readonly at: number
  readonly negotiation: Negotiation
  readonly columns: readonly Party[]
  readonly own: PartyId | undefined
  readonly cell: ReturnType<typeof useRoving>['cell']
  readonly popover: string
  readonly onAsk: (party: PartyId) => void
}

function ClauseRow({ row: { clause, assessment }, at, negotiation, columns, own, cell, popover, onAsk }: ClauseRowProps) {
  const naming = namingOf(negotiation)
  const number = naming.numbers.get(clause.clause) ?? ''
  const agreed = assessment.blockers.length === 0
  return (
    <tr className={agreed ? styles.agreed : undefined}>
      <th scope="row">
        <Link href={clausePath(negotiation, clause.clause)} {...cell(at, 0)}>
          <span className={styles.number}>{number}</span>
          <span className={styles.heading}>{clause.heading}</span>
        </Link>
      </th>
      {columns.map(({ party, shortName }, index) => {
        const standing = assessment.standings.get(party) ?? { is: 'none' as const }
        const shape = shapeOfStanding(standing)
        return (
          <td key={party} className={party === own ? styles.own : undefined}>
            <button
              type="button"
              className={classes(styles.cell, standing.is !== 'current' && styles[standing.is])}
              data-tone={toneOf(shape)}
              popoverTarget={popover}
              onClick={() => onAsk(party)}
              {...cell(at, index + 1)}
            >
              <Glyph shape={shape} beside />
              <VisuallyHidden>
                {shortName}, clause {number}:{' '}
              </VisuallyHidden>
              <span className={styles.word}>{wordOfStanding(standing, naming)}</span>
            </button>
          </td>
        )
      })}
      <td className={styles.result} {...cell(at, columns.length + 1)}>
        <Tag shape={shapeOfStatus(assessment.status)}>{wordOfStatus(assessment.status)}</Tag>
      </td>
    </tr>
  )
}
