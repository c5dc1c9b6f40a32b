import type { Text } from '@entente/draft'
import { expect, test } from 'vitest'
import { onlyRemoved } from './only-removed.ts'

const text = (...paragraphs: readonly string[]): Text => paragraphs.map((words) => ({ type: 'paragraph', runs: [{ text: words }] }))

test('[history-8] what was removed is put back in one step only where nobody has typed since', () => {
  const before = text('The Parties shall withdraw all weapons.', 'Each Party reports.')
  expect(onlyRemoved(before, [])).toBe(true)
  expect(onlyRemoved(before, text(''))).toBe(true)
  expect(onlyRemoved(before, text('The Parties.', 'Each Party reports.'))).toBe(true)
  expect(onlyRemoved(before, text('The Parties shall not.'))).toBe(false)
  expect(onlyRemoved(before, text('Each Party reports.', 'Anew.'))).toBe(false)
})
