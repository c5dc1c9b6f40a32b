/** The rows of the condition builder: what is chosen so far, and the conditions that come of it. */
import { Condition, digest, Fingerprint, numbersOf, type ClauseId, type Negotiation, type Readings } from '@entente/agreement'

/** One condition being put together. `target` is the condition itself as JSON, because a list of choices holds only text. */
export type Row = { readonly on: Condition['on']; readonly target: string }

export const emptyRow: Row = { on: 'clause', target: '' }

export type Choice = { readonly value: string; readonly words: string }

/** What a condition of that kind can name. A clause cannot wait for its own agreement. */
export function choicesOf(on: Condition['on'], negotiation: Negotiation, readings: Readings, clause: ClauseId): readonly Choice[] {
  const numbers = numbersOf(negotiation)
  const standing = negotiation.clauses.filter((other) => other.standing.is === 'standing' && other.clause !== clause)
  const named = (other: (typeof standing)[number]) => `${numbers.get(other.clause) ?? ''}. ${other.heading}`
  switch (on) {
    case 'clause':
      return standing.map((other) => choice({ on, clause: other.clause }, named(other)))
    case 'wording':
      return standing.flatMap((other) => {
        const fingerprint = readings.get(other.clause)?.fingerprint
        return fingerprint === undefined ? [] : [choice({ on, clause: other.clause, fingerprint }, named(other))]
      })
    case 'package':
      return [...negotiation.packages.values()]
        .filter(({ withdrawn }) => withdrawn === undefined)
        .map(({ package: id, title }) => choice({ on, package: id }, title))
    case 'milestone':
      return [...negotiation.milestones.values()]
        .filter(({ withdrawn }) => withdrawn === undefined)
        .map(({ milestone, terms }) => choice({ on, milestone, terms: Fingerprint.parse(digest(terms)) }, terms.title))
    default:
      return on satisfies never
  }
}

/** The conditions the rows make together: those that are chosen, each once. */
export function conditionsOf(rows: readonly Row[], clause: ClauseId): readonly Condition[] {
  const chosen = new Set(rows.map(({ target }) => target).filter((target) => target !== ''))
  return [...chosen].flatMap((target) => {
    const condition = Condition.safeParse(JSON.parse(target))
    if (!condition.success || (condition.data.on === 'clause' && condition.data.clause === clause)) return []
    return [condition.data]
  })
}

function choice(condition: Condition, words: string): Choice {
  return { value: JSON.stringify(condition), words }
}
