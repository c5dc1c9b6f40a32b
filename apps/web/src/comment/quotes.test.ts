import { ClauseId } from '@entente/agreement'
import { negotiation } from '@entente/agreement/testing'
import { quoteOf } from '@entente/draft'
import { expect, test } from 'vitest'
import { aboutOf, quotedRanges, threadsOn } from './quotes.ts'

const words = 'no person will be detained at a crossing point except upon a decision of a court'

function table() {
  const talks = negotiation('KES ORL', { a: words, b: 'Other.' })
  const quote = quoteOf(words, words.indexOf('detained'), words.indexOf(' except'))
  expect(talks.as('KES').gives('thread.open', { clause: 'a', quote, text: 'Not in the first reading.' })).toBeUndefined()
  expect(talks.as('ORL').gives('thread.open', { clause: 'a', text: 'The whole clause.' })).toBeUndefined()
  expect(talks.as('ORL').gives('thread.open', { clause: 'b', text: 'Elsewhere.' })).toBeUndefined()
  return talks
}

test('[quote-2] quoted words are found again after the text around them changed', () => {
  const threads = threadsOn(table().negotiation, ClauseId.parse('a'))
  expect(threads).toHaveLength(2)
  const moved = `In all cases, ${words}, which is final`
  const [range] = quotedRanges(threads, moved)
  expect(range && moved.slice(range.from, range.to)).toBe('detained at a crossing point')
})

test('[quote-2] words that are gone are shown as what the comment was about', () => {
  const [thread, whole] = threadsOn(table().negotiation, ClauseId.parse('a'))
  if (thread === undefined || whole === undefined) throw new Error('Two threads were opened')
  expect(quotedRanges([thread], 'All may pass.')).toEqual([])
  expect(aboutOf(thread, 'All may pass.')).toEqual({ is: 'gone', words: 'detained at a crossing point' })
  expect(aboutOf(thread, words)).toMatchObject({ is: 'words' })
  expect(aboutOf(whole, words)).toEqual({ is: 'clause' })
})

test('resolved threads come last and mark no words', () => {
  const talks = table()
  const [first] = threadsOn(talks.negotiation, ClauseId.parse('a'))
  expect(talks.as('ORL').gives('thread.resolve', { thread: first?.thread })).toBeUndefined()
  const threads = threadsOn(talks.negotiation, ClauseId.parse('a'))
  expect(threads.map(({ state }) => state.is)).toEqual(['open', 'resolved'])
  expect(quotedRanges(threads, words)).toEqual([])
})
