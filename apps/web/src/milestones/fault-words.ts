/** What is wrong with the dates of a milestone, in a sentence. */
import type { Negotiation, ScheduleFault } from '@entente/agreement'
import { namesOf } from './state-words.ts'

export function faultSentence(fault: ScheduleFault, negotiation: Negotiation): string {
  switch (fault.code) {
    case 'dependency-circle':
      return 'It waits for itself, through others: no day can be said until one of them is revised.'
    case 'performer-verifies':
      return 'Whoever performs it is also named to verify it: nobody can verify it until the terms are revised.'
    case 'due-before-dependency':
      return `It is due before ${namesOf(negotiation, [fault.milestone])}, for which it waits.`
    case 'anchor-unset':
      return `${negotiation.anchors.get(fault.anchor)?.label ?? fault.anchor}, from which its day counts, is not set.`
    case 'dependency-gone':
      return 'It waits for a milestone that is no longer part of the text.'
    case 'beyond-calendar':
      return 'Its day lies beyond the calendar.'
    default:
      return fault satisfies never
  }
}
