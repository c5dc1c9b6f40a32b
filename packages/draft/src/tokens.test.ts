import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs as anyRuns, texts } from './arbitrary.testing.ts'
import { joinedRuns } from './runs.ts'
import { doc, li, ol, p, ul } from './testing.ts'
import type { Block, Text } from './text.ts'
import { textOfTokens, tokensOf, wordTokens } from './tokens.ts'

/** As the reader answers: neighbouring runs with the same marks are one. */
function read(text: Text): Text {
  return text.map((block): Block =>
    block.type === 'paragraph' ? { ...block, runs: joinedRuns(block.runs) } : { ...block, items: block.items.map(read) },
  )
}

test('[reading-1] a text is its tokens: nothing is lost, whatever the lists', () => {
  const deep = doc(
    p('One.'),
    ol(li(p('a'), ul(li(p('b')), li()), p('again')), li(ol(li(ul()), li(p())))),
    ol(li(p('another list'))),
    ol(),
    ol(li()),
  )
  expect(textOfTokens(tokensOf(deep))).toEqual(deep)
  fc.assert(
    fc.property(texts, (text) => {
      expect(textOfTokens(tokensOf(text))).toEqual(read(text))
    }),
    { numRuns: 1_000 },
  )
})

test('[reading-2] any tokens in any order are a text, with every word in it', () => {
  fc.assert(
    fc.property(texts, texts, fc.array(fc.nat(), { minLength: 200, maxLength: 200 }), (one, other, chance) => {
      const tokens = [...tokensOf(one), ...tokensOf(other)]
        .map((token, index) => ({ token, at: chance[index % chance.length] ?? 0 }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ token }) => token)
      const words = tokens.flatMap((token) => (token.kind === 'word' ? [token.text] : [])).join('')
      const again = tokensOf(textOfTokens(tokens)).flatMap((token) => (token.kind === 'word' ? [token.text] : []))
      expect(again.join('')).toBe(words)
    }),
    { numRuns: 500 },
  )
})

test('[reading-3] no token begins or ends inside a character', () => {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const hard = fc
    .array(
      fc.constantFrom(
        '👩‍🚒',
        '🇪🇺',
        '🇺🇦',
        '👍🏽',
        'é',
        'e',
        '\u0301',
        'ü',
        '\r\n',
        ' ',
        'กำ',
        'ᄀ',
        'ᅡ',
        '가',
        '!\u20e3',
        '❤\ufe0f',
        'नि',
        '停',
        '30',
        ' km',
        '\u200d',
        '🕊',
      ),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(fc.tuple(anyRuns, hard).map(([run, text]) => ({ ...run, text }))), (runs) => {
      const whole = runs.map(({ text }) => text).join('')
      const borders = new Set(Array.from(graphemes.segment(whole), ({ index }) => index))
      let at = 0
      for (const { text } of wordTokens(runs)) {
        expect([...borders]).toContain(at)
        at += text.length
      }
      expect(at).toBe(whole.length)
    }),
    { numRuns: 1_000 },
  )
})
