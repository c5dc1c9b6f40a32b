/** The laws that hold for any negotiation, whatever was said in it. */
import type { Readings } from './command.ts'
import { assess, type Assessor } from './consent.ts'
import { replay } from './fold.ts'
import { Entry, NO_ENTRIES, verify } from './journal.ts'
import type { Negotiation } from './negotiation.ts'

/** Throws when one of them is broken. `incremental` has assessed every state before this one. */
export function checkLaws(entries: readonly Entry[], state: Negotiation, readings: Readings, incremental: Assessor): void {
  const first = entries[0]
  if (first === undefined) return
  const again = Entry.array().parse(JSON.parse(JSON.stringify(entries)))
  law('the journal survives JSON', entries, again)
  law('the chain verifies', verify(first.room, NO_ENTRIES, again).ok, true)
  law('replay reaches the same negotiation', state, replay(again))
  const { agreed, clauses, required } = assess(state, readings)
  law('assessing again and again gives what assessing once gives', incremental.assess(state, readings), { required, agreed, clauses })
  for (const clause of agreed)
    for (const party of required) {
      const standing = clauses.get(clause)?.standings.get(party)
      const stance = standing?.is === 'current' ? standing.position.position.stance : undefined
      const counts = stance?.startsWith('accepts') === true || stance === 'stands-aside' || state.opened?.rule.rule === 'qualified-majority'
      if (!counts) throw new Error(`Broken law: ${clause} is agreed without ${party}`)
    }
  for (const [clause, { blockers }] of clauses)
    law(`${clause} is agreed exactly when nothing blocks it`, agreed.has(clause), blockers.length === 0)
}

/** Throws when two things that have to be the same are not. */
export function law(name: string, left: unknown, right: unknown): void {
  if (show(left) !== show(right)) throw new Error(`Broken law: ${name}\n${show(left)}\n${show(right)}`)
}

const show = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) => (inner instanceof Map || inner instanceof Set ? [...inner] : inner))
