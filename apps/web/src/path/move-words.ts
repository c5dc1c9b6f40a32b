/** A path to agreement in sentences: what a party would say, what it says now, and what would follow. */
import type { ClauseId, Negotiation, Path } from '@entente/agreement'
import { list } from '../design/status-words.ts'
import { capital, namingOf, partyName } from '../table/naming.ts'
import type { Acceptance, Move } from './moves.ts'

type Instead = Acceptance['instead']

const deeds: readonly { readonly deed: string; readonly instead: readonly Instead[] }[] = [
  { deed: 'accepts', instead: ['silent', 'reserves', 'objects', 'stands-aside'] },
  { deed: 'renews its consent to', instead: ['lapsed'] },
  { deed: 'drops its condition on', instead: ['condition'] },
]

const states: readonly { readonly state: string; readonly instead: Instead }[] = [
  { state: 'objects to', instead: 'objects' },
  { state: 'reserves', instead: 'reserves' },
  { state: 'stands aside on', instead: 'stands-aside' },
  { state: 'has no position on', instead: 'silent' },
]

/** "accepts 5 and 13, renews its consent to 7". */
export function deedWords(steps: readonly Acceptance[], negotiation: Negotiation): string {
  const parts = deeds.flatMap(({ deed, instead }) => {
    const of = steps.filter((step) => instead.includes(step.instead)).map(({ clause }) => clause)
    return of.length === 0 ? [] : [`${deed} ${numbers(of, negotiation)}`]
  })
  return list(parts)
}

/** "It objects to 13 and reserves 6." Empty when there is nothing to add to the deed. */
export function stateWords(steps: readonly Acceptance[], negotiation: Negotiation): string {
  const parts = states.flatMap(({ state, instead }) => {
    const of = steps.filter((step) => step.instead === instead).map(({ clause }) => clause)
    return of.length === 0 ? [] : [`${state} ${numbers(of, negotiation)}`]
  })
  return parts.length === 0 ? '' : `It ${list(parts)} now.`
}

/** "This meets the condition of Meridia on 15. Then 5, 11 and 15 are agreed." Says so too when nothing is agreed by it alone. */
export function followsWords({ settles, meets }: Move, negotiation: Negotiation): string {
  const conditions = meets.map(({ party, clause }) => `${partyName(negotiation, party)} on ${numbers([clause], negotiation)}`)
  const met =
    conditions.length === 0 ? [] : [`This meets the ${conditions.length === 1 ? 'condition' : 'conditions'} of ${list(conditions)}.`]
  const settled =
    settles.length === 0
      ? []
      : [`Then ${numbers(settles, negotiation)} ${settles.length === 1 ? 'is' : 'are'} agreed${settles.length > 1 ? ' together' : ''}.`]
  return [...met, ...settled].join(' ')
}

/** "7 statements and closed brackets in 2 clauses settle 4 clauses. No shorter path exists." */
export function pathSummary({ steps, settles, exact }: Path): string {
  const statements = steps.filter((step) => step.do === 'accept').length
  const closed = steps.length - statements
  const needs = [
    ...(statements > 0 ? [`${statements} ${statements === 1 ? 'statement' : 'statements'}`] : []),
    ...(closed > 0 ? [`brackets closed in ${closed} ${closed === 1 ? 'clause' : 'clauses'}`] : []),
  ]
  const one = statements + closed === 1 && closed === 0
  const length = exact ? 'No shorter path exists.' : 'A majority is enough here, so this is a bound: there may be a shorter path.'
  return `${capital(list(needs))} ${one ? 'settles' : 'settle'} ${settles.length} ${settles.length === 1 ? 'clause' : 'clauses'}. ${length}`
}

export function numbers(clauses: readonly ClauseId[], negotiation: Negotiation): string {
  const { numbers: known } = namingOf(negotiation)
  return list(clauses.map((clause) => known.get(clause) ?? 'a withdrawn clause'))
}
