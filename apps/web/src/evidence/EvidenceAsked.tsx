/** The evidence asked for, part by part and item by item: what is on file for it and since when, or who still owes it. */
import { askedOf, type Asked, type MilestoneStanding, type Negotiation } from '@entente/agreement'
import { Glyph } from '../design/Glyph.tsx'
import { Moment } from '../design/Moment.tsx'
import { list } from '../design/status-words.ts'
import { partyName } from '../table/naming.ts'
import styles from './Evidence.module.css'

type EvidenceAskedProps = { readonly standing: MilestoneStanding; readonly negotiation: Negotiation }

export function EvidenceAsked({ standing: { of, occurrence }, negotiation }: EvidenceAskedProps) {
  const lines = together(askedOf(of, occurrence))
  if (lines.length === 0) return null
  return (
    <ul className={styles.asks} aria-label="Evidence asked for">
      {lines.map(({ item, part, filed }) => {
        const last = filed.at(-1)
        const from = part?.by === undefined ? of.terms.performers : [part.by]
        return (
          <li key={`${part?.name ?? ''} ${item ?? ''}`}>
            <Glyph shape={last === undefined ? 'none' : 'condition'} beside />
            <span>{[part?.name, item].filter((one) => one !== undefined).join(': ')}</span>
            <small>
              {last === undefined ? (
                `nothing yet from ${list(from.map((party) => partyName(negotiation, party)))}`
              ) : (
                <>
                  filed <Moment at={last.report.said.at} />
                </>
              )}
            </small>
          </li>
        )
      })}
    </ul>
  )
}

/** One line for a part of which everything is on file, or nothing; else a line for each item. */
function together(asked: readonly Asked[]): readonly Asked[] {
  const parts = Map.groupBy(asked, ({ part }) => part)
  return [...parts].flatMap(([part, items]) => {
    const there = items.filter(({ filed }) => filed.length > 0)
    if (part === undefined || (there.length > 0 && there.length < items.length)) return items
    const filed = items.flatMap((one) => one.filed).toSorted((a, b) => a.report.said.seq - b.report.said.seq)
    return [{ item: undefined, part, filed }]
  })
}
