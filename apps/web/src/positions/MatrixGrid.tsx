/**
 * The matrix: clauses down, parties across, shape and word in each cell. A grid with one tab stop; Enter on a cell opens what lies
 * behind it, and in one's own column the letters of the table state a position. Rows of agreed clauses are left untinted, so that
 * trouble stands out.
 */
import type { Assessment, ClauseId, Negotiation, Party, PartyId, Stance } from '@entente/agreement'
import { Fragment, useId, useMemo, useState, type KeyboardEvent } from 'react'
import { PartyCode } from '../design/PartyCode.tsx'
import { partyColour, usePartyLook } from '../design/PartyColours.tsx'
import { Popover } from '../design/Popover.tsx'
import { VisuallyHidden } from '../design/VisuallyHidden.tsx'
import { linesOf } from '../package/letters.ts'
import { useAttentionStore } from '../table/useAttention.ts'
import { SupposePosition } from '../what-if/SupposePosition.tsx'
import { supposedFor, supposing, type Supposed } from '../what-if/supposing.ts'
import { sectionTitle } from '../table/naming.ts'
import { stanceOfKey, type CellStance } from './cell-keys.ts'
import { CellHistory } from './CellHistory.tsx'
import { ClauseRow } from './ClauseRow.tsx'
import type { RowGroup } from './matrix.ts'
import styles from './MatrixGrid.module.css'
import { PassingLines } from './PackageMarks.tsx'
import { WhyPopover } from './ResultCell.tsx'
import { useRoving } from './roving.ts'

type MatrixGridProps = {
  readonly negotiation: Negotiation
  readonly assessment: Assessment
  readonly columns: readonly Party[]
  readonly groups: readonly RowGroup[]
  readonly own: PartyId | undefined
  readonly lights: boolean
  /** What is supposed, while "what if" is on. Cells then choose suppositions and record nothing. */
  readonly supposed: Supposed | undefined
  readonly onSuppose: (supposed: Supposed) => void
  readonly onGoal: (clause: ClauseId) => void
}

type Cell = { readonly clause: ClauseId; readonly party: PartyId }

export function MatrixGrid({ negotiation, assessment, columns, groups, own, lights, supposed, onSuppose, onGoal }: MatrixGridProps) {
  const attention = useAttentionStore()
  const rows = groups.flatMap((group) => group.rows)
  const { grid, place, onStop } = useRoving({ rows: rows.length, columns: columns.length + 2 })
  const [popover, why] = [useId(), useId()]
  const [asked, setAsked] = useState<Cell | undefined>(undefined)
  const [asking, setAsking] = useState<ClauseId | undefined>(undefined)
  const { order } = usePartyLook(own ?? '')
  const lines = useMemo(() => linesOf(negotiation, shownIn(groups)), [negotiation, groups])

  /** The cell that has the focus, if it is a party's. */
  function cellInHand(): Cell | undefined {
    const clause = rows[place.row]?.clause.clause
    const party = columns[place.column - 1]?.party
    return clause === undefined || party === undefined ? undefined : { clause, party }
  }

  function act(event: KeyboardEvent<HTMLElement>) {
    const at = cellInHand()
    const onCell = event.target instanceof Element && event.target.matches('[data-place]')
    if (at === undefined || !onCell) return
    const stance = stanceOfKey(event.nativeEvent)
    if (supposed !== undefined) {
      const back = event.key === 'Delete' || event.key === 'Backspace'
      if (back) onSuppose(supposing(supposed, at.clause, at.party, undefined))
      else if (stance === 'accepts-if') event.currentTarget.querySelector<HTMLElement>(':focus')?.click()
      else if (stance !== undefined) onSuppose(supposing(supposed, at.clause, at.party, trialOf(stance)))
      if (back || stance !== undefined) event.preventDefault()
    } else if (stance !== undefined && at.party === own) {
      event.preventDefault()
      attention.open(at.clause, stance === 'accepts' ? { is: 'words' } : { is: 'stance', stance })
    }
  }

  return (
    <div className={styles.panel}>
      <table
        className={styles.grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the ARIA grid pattern on a real table
        role="grid"
        aria-label={supposed === undefined ? 'Positions, clauses by parties' : 'Supposed positions, clauses by parties; not the record'}
        data-lanes={Math.min(3, Math.max(0, ...lines.map(({ lane }) => lane + 1)))}
        {...partyColour(order)}
        onKeyDown={(event) => {
          grid.onKeyDown(event)
          if (!event.defaultPrevented) act(event)
        }}
      >
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
                  <PassingLines lines={lines} before={of[0] === undefined ? 0 : rows.indexOf(of[0])} />
                  {section === undefined ? '' : sectionTitle(section)}
                </th>
              </tr>
              {of.map((row) => (
                <ClauseRow
                  key={row.clause.clause}
                  row={row}
                  at={rows.indexOf(row)}
                  {...{ negotiation, assessment, columns, own, lines, lights, supposed, popover, why, onStop }}
                  stop={rows.indexOf(row) === place.row ? place.column : undefined}
                  onAsk={setAsked}
                  onWhy={setAsking}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className={styles.nothing}>No clause is like that now.</p> : null}
      {supposed === undefined ? (
        <CellHistory id={popover} negotiation={negotiation} asked={asked} own={own} />
      ) : (
        <Popover id={popover} label="Suppose a position" className={styles.suppose}>
          {asked === undefined ? null : (
            <SupposePosition
              key={`${asked.clause} ${asked.party}`}
              {...{ popover, negotiation }}
              {...asked}
              supposed={supposedFor(supposed, asked.clause, asked.party)}
              onSuppose={(position) => onSuppose(supposing(supposed, asked.clause, asked.party, position))}
            />
          )}
        </Popover>
      )}
      <WhyPopover id={why} {...{ negotiation, assessment, onGoal }} clause={asking} />
    </div>
  )
}

function trialOf(stance: Exclude<CellStance, 'accepts-if'>): Stance {
  return stance === 'objects' ? { stance, reason: '' } : { stance }
}

function shownIn(groups: readonly RowGroup[]): readonly ClauseId[] {
  return groups.flatMap(({ rows }) => rows.map(({ clause }) => clause.clause))
}
