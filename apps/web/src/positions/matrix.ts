/**
 * The matrix of clauses and parties as plain data: which columns, which rows, and what a filter keeps.
 */
import type { Assessment, Clause, ClauseAssessment, ClauseId, Negotiation, Party, PartyId, Section, SectionId } from '@entente/agreement'
import { runningSilences } from '../table/must-act.ts'

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

export type FilterName = 'all' | 'blocking' | 'lapsed' | 'ours' | 'package' | 'silence'

/** What each filter keeps. `duties` are the clauses on which one's own party must act. */
export function filtersOf(
  negotiation: Pick<Negotiation, 'packages' | 'silences'>,
  duties: ReadonlySet<ClauseId>,
): { readonly [name in FilterName]: (row: Row) => boolean } {
  const packaged = new Set([...negotiation.packages.values()].flatMap(({ clauses, withdrawn }) => (withdrawn === undefined ? clauses : [])))
  const silent = runningSilences(negotiation)
  return {
    all: () => true,
    blocking: ({ assessment }) => assessment.blockers.length > 0,
    lapsed: ({ assessment }) => [...assessment.standings.values()].some(({ is }) => is === 'lapsed'),
    ours: ({ clause }) => duties.has(clause.clause),
    package: ({ clause, assessment }) => packaged.has(clause.clause) || [...assessment.standings.values()].some(isConditional),
    silence: ({ clause }) => silent.has(clause.clause),
  }
}

function isConditional(standing: ClauseAssessment['standings'] extends ReadonlyMap<PartyId, infer Of> ? Of : never): boolean {
  return standing.is === 'current' && standing.position.position.stance === 'accepts-if'
}
