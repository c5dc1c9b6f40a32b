/**
 * The path to agreement: the fewest statements and closed brackets that would make clauses agreed, from public positions only.
 *
 * A clause needs a word from every required party that has not accepted its present words. An acceptance under conditions costs nothing if
 * what it waits for is agreed as well, and one statement (dropping the condition) otherwise. Which of the two is cheaper depends on all
 * clauses at once; it is a minimum cut, so the answer is exact however large the text. Under a qualified majority it is an upper bound.
 */
import type { Readings } from './command.ts'
import { dependsOn, isMet } from './condition.ts'
import type { Assessment } from './consent.ts'
import type { ClauseId, PartyId } from './ids.ts'
import { network, type Network } from './least-cut.ts'
import { stanceOf } from './ledger.ts'
import type { Negotiation } from './negotiation.ts'
import { accepting, type Condition } from './position.ts'
import type { Standings } from './standing.ts'

export type Step =
  /** The party accepts the present words, without conditions. `instead` is what keeps it from counting now. */
  | {
      readonly do: 'accept'
      readonly party: PartyId
      readonly clause: ClauseId
      readonly instead: 'silent' | 'lapsed' | 'reserves' | 'objects' | 'stands-aside' | 'condition'
    }
  | { readonly do: 'close-brackets'; readonly clause: ClauseId; readonly open: number }

export type Path = {
  readonly steps: readonly Step[]
  /** What becomes agreed, beyond what is already. */
  readonly settles: readonly ClauseId[]
  /** Whether no shorter path exists. If not, there may be one. */
  readonly exact: boolean
}

/** The shortest path to agreement on these clauses, or on all. Empty when they are agreed already. */
export function pathTo(negotiation: Negotiation, readings: Readings, assessment: Assessment, goal: readonly ClauseId[] | 'all'): Path {
  const targets = goal === 'all' ? [...assessment.clauses.keys()] : goal.filter((clause) => assessment.clauses.has(clause))
  const majority = negotiation.opened?.rule.rule === 'qualified-majority'
  if (assessment.required.length === 0) return { steps: [], settles: [], exact: true }
  const needs = new Map([...assessment.clauses.keys()].map((clause) => [clause, needOf(negotiation, readings, assessment, clause)]))
  const together = settledTogether(needs, targets)
  const steps = [...together].flatMap((clause) => {
    const need = needs.get(clause)
    if (need === undefined) return []
    const dropped = need.conditional.filter(({ waitsFor, elsewhere }) => !elsewhere && !waitsFor.every((other) => together.has(other)))
    return [...need.steps, ...dropped.map(({ party }): Step => ({ do: 'accept', party, clause, instead: 'condition' }))]
  })
  return { steps, settles: [...together].filter((clause) => !assessment.agreed.has(clause)), exact: !majority }
}

type Need = {
  /** What the clause needs whatever else happens. */
  readonly steps: readonly Step[]
  /** Conditional acceptances that count if what they wait for is agreed; `elsewhere` if they are met without that. */
  readonly conditional: readonly { readonly party: PartyId; readonly waitsFor: readonly ClauseId[]; readonly elsewhere: boolean }[]
}

function needOf(negotiation: Negotiation, readings: Readings, { clauses, required, agreed }: Assessment, clause: ClauseId): Need {
  const standings: Standings = clauses.get(clause)?.standings ?? new Map()
  const open = readings.get(clause)?.openBrackets ?? 0
  const brackets: readonly Step[] = open > 0 ? [{ do: 'close-brackets', clause, open }] : []
  const statements: Step[] = []
  const conditional: { party: PartyId; waitsFor: readonly ClauseId[]; elsewhere: boolean }[] = []
  let accepted = 0
  let aside = 0
  for (const party of required) {
    const stance = stanceOf(standings, party)
    if (stance === undefined)
      statements.push({ do: 'accept', party, clause, instead: standings.get(party)?.is === 'lapsed' ? 'lapsed' : 'silent' })
    else if (stance.stance === 'stands-aside') aside += 1
    else if (!accepting(stance))
      statements.push({ do: 'accept', party, clause, instead: stance.stance === 'objects' ? 'objects' : 'reserves' })
    else {
      accepted += 1
      if (stance.stance !== 'accepts-if') continue
      const hopeless = stance.conditions.some(
        (condition) => dependsOn(condition, negotiation).length === 0 && !isMet(condition, negotiation, readings, agreed),
      )
      if (hopeless) statements.push({ do: 'accept', party, clause, instead: 'condition' })
      else conditional.push({ party, waitsFor: waitedFor(stance.conditions, negotiation, clauses), elsewhere: false })
    }
  }
  const wanting = enoughOf(negotiation, required.length, accepted, statements)
  const alone = accepted + wanting.length === 0 && aside > 0
  const first = required[0]
  const firstWord: readonly Step[] = alone && first !== undefined ? [{ do: 'accept', party: first, clause, instead: 'stands-aside' }] : []
  return { steps: [...brackets, ...wanting, ...firstWord], conditional }
}

function waitedFor(conditions: readonly Condition[], negotiation: Negotiation, clauses: Assessment['clauses']): readonly ClauseId[] {
  return [...new Set(conditions.flatMap((condition) => dependsOn(condition, negotiation)))].filter((clause) => clauses.has(clause))
}

/** Under a qualified majority not all have to speak; those whose word costs least come first. */
function enoughOf({ opened }: Negotiation, required: number, accepted: number, statements: readonly Step[]): readonly Step[] {
  const rule = opened?.rule
  if (rule?.rule !== 'qualified-majority') return statements
  const wanted = Math.max(0, Math.ceil((required * rule.of) / rule.outOf) - accepted)
  const weight = (step: Step) =>
    step.do === 'accept' ? ['lapsed', 'silent', 'condition', 'reserves', 'objects', 'stands-aside'].indexOf(step.instead) : 0
  return statements.toSorted((a, b) => weight(a) - weight(b)).slice(0, wanted)
}

/** The cheapest set of clauses to settle together that contains the targets. */
function settledTogether(needs: ReadonlyMap<ClauseId, Need>, targets: readonly ClauseId[]): ReadonlySet<ClauseId> {
  const net: Network = network()
  const [source, sink] = [net.node(), net.node()]
  const nodes = new Map([...needs.keys()].map((clause) => [clause, net.node()]))
  const node = (clause: ClauseId) => nodes.get(clause) ?? sink
  for (const [clause, { steps, conditional }] of needs) {
    if (steps.length > 0) net.edge(node(clause), sink, steps.length)
    for (const { waitsFor } of conditional) {
      // Either all it waits for is settled as well, or the condition is dropped.
      const kept = net.node()
      net.edge(node(clause), kept, 1)
      for (const other of waitsFor) net.edge(kept, node(other), Infinity)
    }
  }
  for (const target of targets) net.edge(source, node(target), Infinity)
  const side = net.sideOf(source, sink)
  return new Set([...nodes].flatMap(([clause, at]) => (side.has(at) ? [clause] : [])))
}
