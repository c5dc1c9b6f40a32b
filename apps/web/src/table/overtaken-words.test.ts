import { expect, test } from 'vitest'
import { typedWords } from './overtaken-words.ts'

test('of a passage only what the person typed is copied, with a sign between places', () => {
  const stretches = [
    { text: 'The ', typed: false },
    { text: 'burnt ', typed: true },
    { text: 'village', typed: false },
    { text: ' ', typed: true },
    { text: ' stays', typed: true },
  ]
  expect(typedWords({ stretches })).toBe('burnt … stays')
})
