import { bracket, doc, p } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import { bracketsIn, countedByKind } from './brackets-in.ts'

const text = doc(
  p('within ', bracket('30'), bracket(' km', 'contested', 'b1'), ' of ', bracket('…', 'placeholder', 'b2')),
  p(bracket('more', 'contested', 'b1')),
)

test('[bracket-3] the brackets of the whole text are counted, each once, by their kind', () => {
  expect(bracketsIn(text).map(({ id, words }) => [id, words])).toEqual([
    ['b1', '30 kmmore'],
    ['b2', '…'],
  ])
  expect([...countedByKind([text, text])]).toEqual([
    ['contested', 2],
    ['placeholder', 2],
  ])
})
