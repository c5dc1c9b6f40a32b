import { MAX_QUOTE, Quote } from '@entente/agreement'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuote, quoteOf, QUOTE_CONTEXT } from './quote.ts'

const text = 'The Parties shall withdraw all heavy weapons from the line. The Parties shall withdraw all forces from the zone.'

function quoted(bare: string, words: string, from = 0): Quote {
  const at = bare.indexOf(words, from)
  return Quote.parse(quoteOf(bare, at, at + words.length))
}

test('words are found where they were quoted, each of two equal ones', () => {
  const second = text.lastIndexOf('shall')
  expect(findQuote(text, quoted(text, 'shall'))).toEqual({ from: 12, to: 17 })
  expect(findQuote(text, quoted(text, 'shall', second))).toEqual({ from: second, to: second + 5 })
})

test('of equal words the ones with the same surroundings are meant, wherever they went', () => {
  const quote = quoted(text, 'withdraw', text.lastIndexOf('withdraw'))
  const moved = `Second: ${text.slice(60)} First: ${text.slice(0, 59)}`
  expect(findQuote(moved, quote)).toEqual({ from: moved.indexOf('withdraw'), to: moved.indexOf('withdraw') + 8 })
})

test('where the surroundings are equal too, the nearest is meant', () => {
  const bare = 'Agreed.\n'.repeat(12)
  expect(findQuote(bare, quoted(bare, 'Agreed', 40))).toEqual({ from: 40, to: 46 })
  expect(findQuote(`\n${bare}`, quoted(bare, 'Agreed', 40))).toEqual({ from: 41, to: 47 })
})

test('words that are gone are not found, nor short ones in other surroundings', () => {
  expect(findQuote('Fire ceases.', quoted(text, 'heavy weapons'))).toBeUndefined()
  expect(findQuote('Whoever shall be appointed …', quoted(text, 'shall'))).toBeUndefined()
  expect(findQuote('Annex: all heavy weapons.', quoted(text, 'all heavy weapons'))).toEqual({ from: 7, to: 24 })
})

test('a text that was quoted whole is found without surroundings', () => {
  expect(findQuote('Fire ceases.', quoted('Fire', 'Fire'))).toEqual({ from: 0, to: 4 })
})

test('nothing cannot be quoted, and of very much the beginning is', () => {
  expect(quoteOf(text, 5, 5)).toBeUndefined()
  expect(quoteOf(text, 9, 5)).toBeUndefined()
  expect(quoteOf('', 0, 5)).toBeUndefined()
  expect(quoteOf(text, -5, 3)?.exact).toBe('The')
  expect(quoteOf('x'.repeat(5_000), 10, 4_000)?.exact).toHaveLength(MAX_QUOTE)
})

test('no character is cut in two', () => {
  const doves = '🕊'.repeat(40)
  fc.assert(
    fc.property(fc.nat(80), fc.nat(80), (from, to) => {
      const quote = quoteOf(doves, from, to)
      expect(Object.values(quote ?? {}).every((part) => typeof part === 'number' || part.isWellFormed())).toBe(true)
      expect(quote === undefined || findQuote(doves, quote)?.from === quote.offset).toBe(true)
    }),
  )
})

test('[text-12] quoted words are found again after edits elsewhere', () => {
  const bare = fc
    .array(fc.constantFrom('shall', 'may', 'the', 'Parties', 'withdraw', 'zone', '\n', '30 km'), { minLength: 3, maxLength: 60 })
    .map((words) => words.join(' '))
  let found = 0
  fc.assert(
    fc.property(bare, fc.nat(), fc.nat(), bare, bare, (words, one, other, before, after) => {
      const [from, to] = [one % words.length, other % words.length].toSorted((a, b) => a - b)
      const quote = from === undefined || to === undefined ? undefined : quoteOf(words, from, to)
      if (quote === undefined) return
      const [start, end] = [Math.max(0, quote.offset - QUOTE_CONTEXT), quote.offset + quote.exact.length + QUOTE_CONTEXT]
      const edited = `${before}${words.slice(start, end)}${after}`
      const around = quote.prefix + quote.exact + quote.suffix
      if (edited.indexOf(around) !== edited.lastIndexOf(around)) return
      const at = before.length + quote.offset - start
      expect(findQuote(edited, quote)).toEqual({ from: at, to: at + quote.exact.length })
      found += 1
    }),
    { numRuns: 300 },
  )
  expect(found).toBeGreaterThan(100)
})
