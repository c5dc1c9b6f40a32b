/** Letters for packages, so that a row of the matrix can say which it belongs to, and where each runs through the rows. */
import type { ClauseId, Negotiation, Package, PackageId } from '@entente/agreement'

/** The packages on offer, by letter in the order in which they were offered. One that was withdrawn has none. */
export function lettersOf({ packages }: Pick<Negotiation, 'packages'>): ReadonlyMap<PackageId, string> {
  const standing = [...packages.values()].filter(({ withdrawn }) => withdrawn === undefined)
  return new Map(standing.map(({ package: id }, index) => [id, letter(index)]))
}

/** A package as a line beside rows: from its first row to its last. `lane` counts the lines side by side, from 0. */
export type Line = { readonly offered: Package; readonly letter: string; readonly lane: number; readonly from: number; readonly to: number }

/** The lines for these rows, in the order shown. A package with fewer than two rows among them has none. */
export function linesOf(negotiation: Pick<Negotiation, 'packages'>, rows: readonly ClauseId[]): readonly Line[] {
  const ends: number[] = []
  const spans = [...lettersOf(negotiation)].flatMap(([id, name]) => {
    const offered = negotiation.packages.get(id)
    const at = (offered?.clauses ?? []).map((clause) => rows.indexOf(clause)).filter((index) => index >= 0)
    return offered === undefined || at.length < 2 ? [] : [{ offered, letter: name, from: Math.min(...at), to: Math.max(...at) }]
  })
  return spans
    .toSorted((a, b) => a.from - b.from)
    .map((span) => {
      const free = ends.findIndex((end) => end < span.from)
      const lane = free === -1 ? ends.length : free
      ends[lane] = span.to
      return { ...span, lane }
    })
}

function letter(index: number): string {
  const round = Math.floor(index / 26)
  return `${String.fromCharCode(65 + (index % 26))}${round === 0 ? '' : round + 1}`
}
