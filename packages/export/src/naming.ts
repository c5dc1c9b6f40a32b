/** How clauses, milestones and parties are called on paper. Made once per paper, because numbers follow from the whole text. */
import { numbersOf, type ClauseId, type Milestone, type MilestoneId, type Negotiation, type PartyId } from '@entente/agreement'
import { enumerate } from './phrase.ts'

export type Naming = {
  /** `PP2`, `5`, as on the screen; a withdrawn clause has none. */
  readonly number: (clause: ClauseId) => string | undefined
  /** Takes a footnote into the paper and gives its number, so it is asked in the order of the paper. What it says must be printable. */
  readonly footnote: (text: string) => number
  readonly footnotes: readonly string[]
  /** What a reference to a clause reads: its number without letters, or `(withdrawn)`. */
  readonly reference: (clause: ClauseId) => string
  /** "PP2", "clause 5". */
  readonly clause: (clause: ClauseId) => string
  /** "PP2 and clauses 5, 6 and 7". */
  readonly clauses: (clauses: readonly ClauseId[]) => string
  /** `M1`, `M2` … for the milestones of standing clauses, in the order of the text. */
  readonly milestone: (milestone: MilestoneId) => string
  readonly milestones: readonly Milestone[]
  readonly shortName: (party: PartyId) => string
  readonly fullName: (party: PartyId) => string
}

export function naming(negotiation: Negotiation): Naming {
  const numbers = numbersOf(negotiation)
  const footnotes: string[] = []
  const milestones = inTextOrder(negotiation)
  const milestoneNumbers = new Map(milestones.map(({ milestone }, index) => [milestone, `M${index + 1}`]))
  return {
    number: (clause) => numbers.get(clause),
    footnote: (text) => footnotes.push(text),
    footnotes,
    reference: (clause) => numbers.get(clause)?.replace(/^PP/, '') ?? '(withdrawn)',
    clause(clause) {
      const number = numbers.get(clause)
      if (number === undefined) return 'a withdrawn clause'
      return isPreambular(number) ? number : `clause ${number}`
    },
    clauses(clauses) {
      const named = clauses.map((clause) => numbers.get(clause)).filter((number) => number !== undefined)
      const operative = named.filter((number) => !isPreambular(number))
      const together = operative.length === 0 ? '' : `${operative.length === 1 ? 'clause' : 'clauses'} ${enumerate(operative)}`
      return enumerate([enumerate(named.filter(isPreambular)), together].filter((group) => group !== ''))
    },
    milestone: (milestone) => milestoneNumbers.get(milestone) ?? 'a withdrawn milestone',
    milestones,
    shortName: (party) => negotiation.parties.get(party)?.shortName ?? party,
    fullName: (party) => negotiation.parties.get(party)?.name ?? party,
  }
}

function inTextOrder({ clauses, milestones }: Negotiation): readonly Milestone[] {
  const byClause = Map.groupBy(
    [...milestones.values()].filter(({ withdrawn }) => withdrawn === undefined),
    ({ clause }) => clause,
  )
  return clauses.flatMap(({ clause, standing }) => (standing.is === 'standing' ? (byClause.get(clause) ?? []) : []))
}

function isPreambular(number: string): boolean {
  return number.startsWith('PP')
}
