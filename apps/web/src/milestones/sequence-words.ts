/** The order of the steps in sentences: the accessible form of a timeline, and often the clearer one. */
import type { After, Milestone, MilestoneId, Negotiation } from '@entente/agreement'
import { list } from '../design/status-words.ts'
import { milestoneNames } from '../milestone/sequence.ts'

export type SequenceSentence = { readonly milestone: MilestoneId; readonly sentence: string }

/** One sentence for each standing milestone that waits for another: "M5 (Easing, stage 1) follows when M2 is verified." */
export function sequenceInWords(negotiation: Pick<Negotiation, 'milestones'>): readonly SequenceSentence[] {
  const names = milestoneNames(negotiation)
  const named = (id: MilestoneId) => names.get(id) ?? id
  return [...negotiation.milestones.values()]
    .filter(({ withdrawn }) => withdrawn === undefined)
    .flatMap((milestone) => {
      const before = conditionsOf(milestone)
      if (before.length === 0) return []
      const when = list(before.map(({ id, after }) => `${named(id)} is ${after}`))
      return [
        { milestone: milestone.milestone, sentence: `${named(milestone.milestone)} (${milestone.terms.title}) follows when ${when}.` },
      ]
    })
}

function conditionsOf({ terms }: Milestone): readonly { readonly id: MilestoneId; readonly after: After }[] {
  const from = terms.dependsOn.map(({ milestone, after }) => ({ id: milestone, after }))
  const { due } = terms
  return due.on === 'milestone' && !from.some(({ id }) => id === due.milestone) ? [...from, { id: due.milestone, after: due.after }] : from
}
