import { negotiation } from '@entente/agreement/testing'
import type { Reading } from '@entente/agreement'
import { expect, test } from 'vitest'
import { mustReadAgain, READING_TIME, show } from './read-again.ts'

const table = negotiation('KES ORL', { a: 'One.', b: 'Two.' })
const [one, two] = ['a', 'b'].map((clause) => table.reading(clause)) as [Reading, Reading]

test('[read-1] words that others changed a moment ago must be read again', () => {
  const before = show(undefined, one, 'others', 0)
  expect(mustReadAgain(before, 1)).toBe(false)
  const after = show(before, two, 'others', 10_000)
  expect(after).toEqual({ reading: two, before: one, since: 10_000, by: 'others' })
  expect(mustReadAgain(after, 10_000 + READING_TIME - 1)).toBe(true)
  expect(mustReadAgain(after, 10_000 + READING_TIME)).toBe(false)
})

test('[read-1] words one changed oneself need no second reading', () => {
  expect(mustReadAgain(show(show(undefined, one, 'others', 0), two, 'own', 5), 6)).toBe(false)
})

test('the same wording shown again does not start the time anew', () => {
  const shown = show(show(undefined, one, 'others', 0), two, 'others', 100)
  expect(show(shown, { ...two }, 'own', 9_000)).toBe(shown)
})
