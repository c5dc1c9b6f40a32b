/**
 * What a piece of evidence answers, as two sets of boxes: items and parts. The record has one answer for each pair, and names an item or a
 * part only where it does not mean all of them.
 */
import type { Answers, MilestoneTerms, PartyId } from '@entente/agreement'

export type Chosen = { readonly items: readonly string[]; readonly parts: readonly string[] }

/** The parts that a party may answer for: its own, and those that no performer owes alone. */
export function partsOpenTo({ parts }: Pick<MilestoneTerms, 'parts'>, own: PartyId | undefined): readonly string[] {
  return (parts?.each ?? []).filter(({ by }) => by === undefined || by === own).map(({ name }) => name)
}

/** The answers that boxes make. No item ticked: it answers nothing in particular, whatever the parts say. */
export function answersOf({ evidence }: Pick<MilestoneTerms, 'evidence'>, { items, parts }: Chosen): readonly Answers[] {
  if (evidence.length > 0 && items.length === 0) return []
  const named: readonly (string | undefined)[] = items.length === evidence.length && parts.length > 0 ? [undefined] : items
  if (parts.length === 0) return named.flatMap((item) => (item === undefined ? [] : [{ item }]))
  return (named.length === 0 ? [undefined] : named).flatMap((item) => parts.map((part) => ({ ...(item !== undefined && { item }), part })))
}

/** The boxes that answers tick. */
export function chosenIn(terms: Pick<MilestoneTerms, 'evidence' | 'parts'>, answers: readonly Answers[], own: PartyId | undefined): Chosen {
  return {
    items: terms.evidence.filter((item) => answers.some((answer) => answer.item === item || answer.item === undefined)),
    parts: partsOpenTo(terms, own).filter((part) => answers.some((answer) => answer.part === part)),
  }
}

/** "Site A: Site inventory": what a piece on record answers, a line for each. */
export function answerLines(answers: readonly Answers[]): readonly string[] {
  return answers.map(({ item, part }) => [part, item].filter((one) => one !== undefined).join(': '))
}
