/** Where the words that comments are about stand now. */
import type { ClauseId, Negotiation, Thread } from '@entente/agreement'
import { findQuote } from '@entente/draft'
import type { Quoted } from '../clause/passages.ts'

/** The threads on a clause: the open ones first, each group in the order they were opened. */
export function threadsOn({ threads }: Pick<Negotiation, 'threads'>, clause: ClauseId): readonly Thread[] {
  const on = [...threads.values()].filter((thread) => thread.clause === clause)
  return [...on.filter(({ state }) => state.is === 'open'), ...on.filter(({ state }) => state.is === 'resolved')]
}

/** The ranges of the bare text that open threads are about. Quotes whose words are gone have none. */
export function quotedRanges(threads: readonly Thread[], bare: string): readonly Quoted[] {
  return threads.flatMap(({ thread, quote, state }) => {
    const range = quote !== undefined && state.is === 'open' ? findQuote(bare, quote) : undefined
    return range === undefined ? [] : [{ thread, ...range }]
  })
}

/** What a thread is about: words that still stand, words that are gone, or the clause as a whole. */
export function aboutOf(
  { quote }: Thread,
  bare: string,
): { readonly is: 'clause' } | { readonly is: 'words' | 'gone'; readonly words: string } {
  if (quote === undefined) return { is: 'clause' }
  return { is: findQuote(bare, quote) === undefined ? 'gone' : 'words', words: quote.exact }
}
