import { MilestoneId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { passagesOf } from '../clause/passages.ts'
import { promisedRanges } from './promised.ts'

const milestone = MilestoneId.parse('m1')
const promised = (quote: string | undefined, bare: string) => promisedRanges([{ milestone, terms: { quote } as never }], bare)

test('[milestone-view-7] the words in which a milestone is promised are marked where they stand once', () => {
  const bare = 'The Parties withdraw all artillery. The Parties meet.'
  expect(promised('all artillery', bare)).toEqual([{ milestone, from: 21, to: 34 }])
  expect(promised('The Parties', bare)).toEqual([])
  expect(promised('gone', bare)).toEqual([])
  expect(promised(undefined, bare)).toEqual([])
  const pieces = passagesOf({ type: 'paragraph', runs: [{ text: bare }] }, 0, promised('all artillery', bare)).flatMap((one) => one.pieces)
  expect(pieces.map(({ text, milestones }) => [text, milestones.length])).toEqual([
    ['The Parties withdraw ', 0],
    ['all artillery', 1],
    ['. The Parties meet.', 0],
  ])
})
