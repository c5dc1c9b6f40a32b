/** Where the words in which milestones are promised stand in a clause. */
import type { Milestone } from '@entente/agreement'
import type { Quoted } from '../clause/passages.ts'

/** The ranges of the bare text. Words that are gone, or stand in more than one place, have none. */
export function promisedRanges(milestones: readonly Pick<Milestone, 'milestone' | 'terms'>[], bare: string): readonly Quoted[] {
  return milestones.flatMap(({ milestone, terms: { quote = '' } }) => {
    const from = bare.indexOf(quote)
    return quote === '' || from < 0 || from !== bare.lastIndexOf(quote) ? [] : [{ milestone, from, to: from + quote.length }]
  })
}
