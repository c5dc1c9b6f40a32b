/**
 * The matrix of clauses and parties as plain data: which columns, which rows, what a filter keeps, and who can move what.
 */
import type {
  Assessment,
  Blocker,
  Clause,
  ClauseAssessment,
  ClauseId,
  Negotiation,
  Party,
  PartyId,
  Section,
  SectionId,
} from '@entente/agreement'

/** Delegations in order of invitation, then any other party that has spoken on a clause. */
export function columnsOf(negotiation: Pick<Negotiation, 'parties'>, { clauses }: Pick<Assessment, 'clauses'>): readonly Party[] {
  const spoke = new Set(
    [...clauses.values()].flatMap(({ standings }) =>
      [...standings].filter(([, standing]) => standing.is !== 'none').map(([party]) => party),
    ),
  )
  return [...negotiation.parties.values()].filter(({ party, kind }) => kind === 'delegation' || spoke.has(party))
}

export type Row = { readonly clause: Clause; readonly assessment: ClauseAssessment }
export type RowGroup = { readonly section: Section | undefined; readonly rows: readonly Row[] }

/** The standing clauses that pass the filter, by section, in the order of the text. Sections left empty are left out. */
export function groupsOf(
  negotiation: Pick<Negotiation, 'clauses' | 'sections'>,
  { clauses }: Pick<Assessment, 'clauses'>,
  keep: (row: Row) => boolean,
): readonly RowGroup[] {
  const rows = negotiation.clauses.flatMap((clause) => {
    const assessment = clauses.get(clause.clause)
    return assessment === undefined ? [] : [{ clause, assessment }]
  })
  const bySection = Map.groupBy(rows.filter(keep), ({ clause }) => clause.section)
  const sections = new Map<SectionId, Section>(negotiation.sections.map((section) => [section.section, section]))
  return [...bySection].map(([section, of]) => ({ section: sections.get(section), rows: of }))
}

export type FilterName = 'all' | 'blocking' | 'lapsed' | 'ours' | 'package'

/** What each filter keeps. `duties` are the clauses on which one's own party must act. */
export function filtersOf(
  negotiation: Pick<Negotiation, 'packages'>,
  duties: ReadonlySet<ClauseId>,
): { readonly [name in FilterName]: (row: Row) => boolean } {
  const packaged = new Set([...negotiation.packages.values()].flatMap(({ clauses }) => clauses))
  return {
    all: () => true,
    blocking: ({ assessment }) => assessment.blockers.length > 0,
    lapsed: ({ assessment }) => [...assessment.standings.values()].some(({ is }) => is === 'lapsed'),
    ours: ({ clause }) => duties.has(clause.clause),
    package: ({ clause, assessment }) => packaged.has(clause.clause) || [...assessment.standings.values()].some(isConditional),
  }
}

function isConditional(standing: ClauseAssessment['standings'] extends ReadonlyMap<PartyId, infer Of> ? Of : never): boolean {
  return standing.is === 'current' && standing.position.position.stance === 'accepts-if'
}

/** What one party holds up, by why, as clauses in the order of the text. */
export type Moves = { readonly party: PartyId; readonly moves: ReadonlyMap<PartyBlocker['why'], readonly ClauseId[]> }
type PartyBlocker = Extract<Blocker, { party: PartyId }>

/** Which parties stand in the way of which clauses, the party with most to move first; and the clauses with open brackets. */
export function standInTheWay({ clauses }: Pick<Assessment, 'clauses'>): {
  readonly parties: readonly Moves[]
  readonly brackets: readonly ClauseId[]
} {
  const parties = new Map<PartyId, Map<PartyBlocker['why'], ClauseId[]>>()
  const brackets: ClauseId[] = []
  for (const { clause, blockers } of clauses.values())
    for (const blocker of blockers) {
      if (blocker.why === 'brackets') brackets.push(clause)
      if (!('party' in blocker)) continue
      const moves = parties.get(blocker.party) ?? new Map<PartyBlocker['why'], ClauseId[]>()
      moves.set(blocker.why, [...(moves.get(blocker.why) ?? []), clause])
      parties.set(blocker.party, moves)
    }
  const weight = ({ moves }: Moves) => [...moves.values()].reduce((sum, of) => sum + of.length, 0)
  return { parties: [...parties].map(([party, moves]) => ({ party, moves })).toSorted((a, b) => weight(b) - weight(a)), brackets }
}

/** "has not spoken on", as it precedes the numbers of clauses. */
export function moveWords(why: PartyBlocker['why']): string {
  switch (why) {
    case 'silent':
      return 'has not spoken on'
    case 'lapsed':
      return 'has lapsed consent on'
    case 'reserves':
      return 'reserves'
    case 'objects':
      return 'objects to'
    case 'awaits':
      return 'waits for its conditions on'
    default:
      return why satisfies never
  }
}
