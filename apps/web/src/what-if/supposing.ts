/**
 * What if: positions supposed for any party, beside the record and never in it.
 *
 * The suppositions live in this page only. What would follow is computed with the rules of the record, so the two cannot disagree.
 */
import {
  assess,
  suppose,
  type Assessment,
  type ClauseId,
  type Negotiation,
  type PartyId,
  type Readings,
  type Stance,
  type Supposition,
  type Timestamp,
} from '@entente/agreement'
import { withoutBrackets } from '../path/moves.ts'

/** What is supposed: positions, one per party and clause, and whether the brackets were closed. */
export type Supposed = { readonly positions: ReadonlyMap<string, Supposition>; readonly bracketsClosed: boolean }

export const nothingSupposed: Supposed = { positions: new Map(), bracketsClosed: false }

/** Supposes a position, or with undefined takes the supposition back: the party stands as on record. */
export function supposing(supposed: Supposed, clause: ClauseId, party: PartyId, position: Stance | undefined): Supposed {
  const positions = new Map(supposed.positions)
  if (position === undefined) positions.delete(keyOf(clause, party))
  else positions.set(keyOf(clause, party), { clause, party, position })
  return { ...supposed, positions }
}

/** All of these, instead of what was supposed before. */
export function supposingAll(suppositions: readonly Supposition[], bracketsClosed: boolean): Supposed {
  return suppositions.reduce<Supposed>((supposed, { clause, party, position }) => supposing(supposed, clause, party, position), {
    positions: new Map(),
    bracketsClosed,
  })
}

export function supposedFor({ positions }: Supposed, clause: ClauseId, party: PartyId): Stance | undefined {
  return positions.get(keyOf(clause, party))?.position
}

export type Table = { readonly negotiation: Negotiation; readonly readings: Readings; readonly assessment: Assessment }

/** The table as it would stand. */
export function asSupposed({ negotiation, readings }: Table, { positions, bracketsClosed }: Supposed, now: Timestamp): Table {
  const read = bracketsClosed ? withoutBrackets(readings, new Set(readings.keys())) : readings
  const would = suppose(negotiation, read, [...positions.values()], now)
  return { negotiation: would, readings: read, assessment: assess(would, read) }
}

/** Which clauses would become agreed, and which would be agreed no longer. */
export function turns(before: Assessment, after: Assessment): { readonly gained: readonly ClauseId[]; readonly lost: readonly ClauseId[] } {
  return {
    gained: [...after.agreed].filter((clause) => !before.agreed.has(clause)),
    lost: [...before.agreed].filter((clause) => !after.agreed.has(clause)),
  }
}

function keyOf(clause: ClauseId, party: PartyId): string {
  return `${clause} ${party}`
}
