import { shape } from '@entente/draft'
import { doc, p, table } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import { gateLimits, inspect, massDeletions, type MassDeletion } from './index.ts'
import { forge } from './testing.ts'

/** What is announced when so many characters of a text of this length go, written by the author with this clientID. */
function announced(length: number, gone: number, owns: (client: number) => boolean): readonly MassDeletion[] {
  const text = table({ 'clause/1': doc(p('x'.repeat(length))), 'clause/2': doc(p('y'.repeat(1_000))) })
  const words = [...text.store.clients.values()].flat().find((struct) => struct.length === length)
  if (words === undefined) throw new Error('No words')
  const { client, clock } = words.id
  const inspection = inspect(text, forge([], [{ client, ranges: [[clock, gone]] }]), { shape, limits: gateLimits })
  if (inspection.kind === 'refusal') throw new Error(inspection.rule)
  return massDeletions(text, inspection, owns)
}

const nobody = () => false

test('[gate-14] much of what others wrote, gone at once, is announced with how much', () => {
  expect(announced(200, 61, nobody)).toEqual([{ root: 'clause/1', foreign: 61, length: 200 }])
  expect(announced(20_000, 2_000, nobody)).toEqual([{ root: 'clause/1', foreign: 2_000, length: 20_000 }])
})

test('[gate-14] a few words, a small part, or one’s own are not', () => {
  expect(announced(200, 60, nobody)).toEqual([])
  expect(announced(30, 30, nobody)).toEqual([])
  expect(announced(20_000, 1_999, nobody)).toEqual([])
  expect(announced(200, 200, () => true)).toEqual([])
})
