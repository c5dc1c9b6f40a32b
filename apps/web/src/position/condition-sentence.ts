/**
 * A conditional acceptance as a sentence: "We accept 7 if 2 and 9 are agreed."
 *
 * The builder shows it while it is put together and the form repeats it before it is recorded, so that nobody has to read a list of rules.
 */
import type { Condition } from '@entente/agreement'
import { list, wordOfCondition, type Naming } from '../design/status-words.ts'

/** What follows "if": clauses first and together, then packages, wordings and milestones each with what must hold. */
export function conditionWords(conditions: readonly Condition[], naming: Naming): string {
  const words = (on: Condition['on']) =>
    conditions.filter((condition) => condition.on === on).map((condition) => wordOfCondition(condition, naming))
  const agreed = (names: readonly string[]) => (names.length === 0 ? [] : [`${list(names)} ${names.length === 1 ? 'is' : 'are'} agreed`])
  return list([...agreed(words('clause')), ...agreed(words('package')), ...words('wording'), ...words('milestone')])
}

/** The whole sentence, said by a delegation of itself unless `who` says otherwise. `clause` is the number of the clause accepted. */
export function conditionSentence(clause: string, conditions: readonly Condition[], naming: Naming, who = 'We accept'): string {
  return conditions.length === 0 ? `${who} ${clause} if …` : `${who} ${clause} if ${conditionWords(conditions, naming)}.`
}
