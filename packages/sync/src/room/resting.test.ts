import { ClauseId, type Readings } from '@entente/agreement'
import { readingOf } from '@entente/draft'
import { doc, p } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import { atRest } from './resting.ts'

const relief = ClauseId.parse('relief')
const reading = (words: string): Readings =>
  new Map([[relief, readingOf({ kind: 'operative', heading: 'Relief', text: doc(p(words)), milestones: [] })]])

test('a reading at rest keeps its name, and reads its words again when they are asked for', () => {
  const full = reading('Relief begins.')
  let read = 0
  const resting = atRest(full, () => {
    read += 1
    return reading('Relief begins.')
  }).get(relief)
  expect([resting?.fingerprint, resting?.openBrackets, read]).toEqual([full.get(relief)?.fingerprint, 0, 0])
  expect([resting?.text, resting?.wording, read]).toEqual([full.get(relief)?.text, full.get(relief)?.wording, 2])
})

test('other words are never shown under its name', () => {
  const resting = atRest(reading('Relief begins.'), () => reading('Relief ends.')).get(relief)
  expect(() => resting?.text).toThrow('have changed')
})
