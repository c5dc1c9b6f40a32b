/** What of a file is to be brought in: everything at first, and what the person left out or corrected. */
import { MAX_HEADING, type ClauseKind } from '@entente/agreement'
import type { Imported, ImportedClause, ImportedSection } from '@entente/import'

export type Selection = {
  /** Clauses left out, by `place`. */
  readonly without: ReadonlySet<string>
  /** Kinds corrected, by `place`. */
  readonly kinds: ReadonlyMap<string, ClauseKind>
  /** Whether comments and notes become discussions. */
  readonly remarks: boolean
  /** The authors whose readings are tabled as amendments of one's own delegation. */
  readonly tabled: ReadonlySet<string>
}

export const everything: Selection = { without: new Set(), kinds: new Map(), remarks: true, tabled: new Set() }

/** Where a clause stands in a file: its section and its place in it. */
export function place(section: number, clause: number): string {
  return `${section}.${clause}`
}

export type Chosen = {
  /** The first section has no heading of its own: its clauses can go into a section there is. */
  readonly headless: boolean
  readonly sections: readonly {
    readonly heading: string
    readonly number?: string
    readonly annex?: true
    readonly clauses: readonly { readonly kind: ClauseKind; readonly heading: string }[]
  }[]
  /** The clauses, in the order in which `sections` name them. */
  readonly clauses: readonly ImportedClause[]
}

/** The sections that have anything chosen in them. What stands before the first heading is called after what it is. */
export function chosen({ sections }: Imported, { without, kinds }: Selection): Chosen {
  const kept = sections
    .map((section, index) => ({
      section,
      clauses: section.clauses.flatMap((clause, at) =>
        without.has(place(index, at)) ? [] : [{ clause, kind: kinds.get(place(index, at)) ?? clause.kind }],
      ),
    }))
    .filter(({ clauses }) => clauses.length > 0)
  return {
    headless: kept[0]?.section.heading === undefined,
    sections: kept.map(({ section, clauses }) => ({
      heading: headingOf(section),
      ...(section.annex && { annex: true as const }),
      ...(section.number !== undefined && { number: section.number.slice(0, 16) }),
      clauses: clauses.map(({ clause, kind }) => ({ kind, heading: clause.heading.slice(0, MAX_HEADING) })),
    })),
    clauses: kept.flatMap(({ clauses }) => clauses.map(({ clause }) => clause)),
  }
}

/** Headings have a limit, and the text before the first heading has none. */
export function headingOf({ heading, clauses }: ImportedSection): string {
  const own = heading?.trim().slice(0, MAX_HEADING) ?? ''
  if (own !== '') return own
  return clauses.every(({ kind }) => kind === 'preambular') ? 'Preamble' : 'Text'
}
