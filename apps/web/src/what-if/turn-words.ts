/** What a supposition would change, in a sentence: it is shown in the banner and said to whoever cannot see it. */
import type { Negotiation } from '@entente/agreement'
import { numbers } from '../path/move-words.ts'
import type { turns } from './supposing.ts'

/** "5 and 13 would be agreed; 7 would no longer be." */
export function turnWords({ gained, lost }: ReturnType<typeof turns>, negotiation: Negotiation): string {
  const more = gained.length === 0 ? [] : [`${numbers(gained, negotiation)} would be agreed`]
  const less = lost.length === 0 ? [] : [`${numbers(lost, negotiation)} would no longer be agreed`]
  return more.length + less.length === 0 ? 'No clause would stand differently.' : `${[...more, ...less].join('; ')}.`
}
