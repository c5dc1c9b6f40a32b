import { expect, test } from 'vitest'
import { stanceOfKey } from './cell-keys.ts'

const plain = { ctrlKey: false, altKey: false, metaKey: false }

test('[matrix-5] A, I, R and O mean in a cell what they mean at the table, and only when pressed alone', () => {
  expect(['a', 'I', 'r', 'o', 'x', 'Enter'].map((key) => stanceOfKey({ key, ...plain }))).toEqual([
    'accepts',
    'accepts-if',
    'reserves',
    'objects',
    undefined,
    undefined,
  ])
  for (const held of ['ctrlKey', 'altKey', 'metaKey', 'isComposing'] as const)
    expect(stanceOfKey({ key: 'a', ...plain, [held]: true })).toBeUndefined()
})
