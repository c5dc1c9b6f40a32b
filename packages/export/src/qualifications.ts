/**
 * What qualifies consent, as an annex: reservations, confirmations still awaited, declarations.
 *
 * A reservation changes what its author agreed to (Vienna Convention on the Law of Treaties, article 2(1)(d)), and acceptance ad
 * referendum is provisional until confirmed (article 12). A paper that has the clause always has these too; declarations can be left out.
 */
import type { Assessment, ClauseId, Declaration, Negotiation, PartyId } from '@entente/agreement'
import type { Naming } from './naming.ts'
import type { Annex, Line, Table } from './paper.ts'
import { capitalised, dateInWords, linesOf, phrase, words } from './phrase.ts'

type Qualification = { readonly clause: ClauseId; readonly party: PartyId; readonly kind: Line; readonly text: readonly Line[] }

const COLUMNS: Table['columns'] = [
  { heading: phrase('Clause'), share: 14 },
  { heading: phrase('Party'), share: 22 },
  { heading: phrase('Statement'), share: 20 },
  { heading: phrase('Text'), share: 44 },
]

const DECLARATION: { readonly [kind in Declaration['declarationKind']]: string } = {
  reservation: 'Reservation',
  'interpretative-declaration': 'Interpretative declaration',
  'explanation-of-position': 'Explanation of position',
  'statement-of-intent': 'Statement of intent',
}

/** What qualifies consent to the clauses that are printed, in the order of the text; undefined if nothing does. */
export function qualifications(
  negotiation: Negotiation,
  naming: Naming,
  { clauses }: Assessment,
  printed: ReadonlySet<ClauseId>,
  withDeclarations: boolean,
): Annex | undefined {
  const found = [...printed].flatMap((clause) => {
    const inPositions = [...(clauses.get(clause)?.standings ?? [])].flatMap(([party, standing]): readonly Qualification[] => {
      if (standing.is !== 'current') return []
      const stance = standing.position.position
      if (stance.stance === 'accepts-with-reservation')
        return [{ clause, party, kind: phrase('Reservation'), text: linesOf(stance.reservation) }]
      if (stance.stance !== 'accepts-ad-referendum' || standing.position.confirmed !== undefined) return []
      const until = stance.confirmBy === undefined ? 'To be confirmed' : `To be confirmed by ${dateInWords(stance.confirmBy)}`
      return [{ clause, party, kind: phrase('Acceptance ad referendum'), text: [phrase(until)] }]
    })
    return [...inPositions, ...(withDeclarations ? declarationsOn(negotiation, clause) : [])]
  })
  if (found.length === 0) return undefined
  const rows = withoutRepetition(found).map(({ clause, party, kind, text }) => [
    [phrase(capitalised(naming.clause(clause)))],
    [words(naming.fullName(party))],
    [kind],
    text,
  ])
  const table: Table = { is: 'table', summary: phrase('Reservations and declarations by clause and party'), columns: COLUMNS, rows }
  return {
    title: phrase(`Annex: ${withDeclarations ? 'Reservations and declarations' : 'Reservations'}`),
    orientation: 'portrait',
    parts: [table],
  }
}

function declarationsOn({ declarations }: Negotiation, clause: ClauseId): readonly Qualification[] {
  return declarations
    .filter((declaration) => declaration.clause === clause)
    .map(({ party, declarationKind, text }) => ({ clause, party, kind: phrase(DECLARATION[declarationKind]), text: linesOf(text) }))
}

/** A reservation that was both stated with the position and deposited as a declaration is printed once. */
function withoutRepetition(found: readonly Qualification[]): readonly Qualification[] {
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}
