import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openCapacity } from './capacity.ts'

function room(limit: number) {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  const capacity = openCapacity(limit)
  let counted = 0
  doc.on('update', (update: Uint8Array) => capacity.grew(update.byteLength))
  return {
    text,
    counted: () => counted,
    holds: (more: number) =>
      capacity.holds(more, () => {
        counted += 1
        return doc
      }),
  }
}

test('[room-24] a room holds as many UTF-16 units as its limit says, of the words that stand', () => {
  const { text, holds } = room(20)
  expect([holds(20), holds(21)]).toEqual([true, false])
  text.insert(0, 'Ten words ')
  expect([holds(10), holds(11)]).toEqual([true, false])
  text.insert(0, '👍👍')
  expect([holds(6), holds(7)]).toEqual([true, false])
  text.format(0, 4, { bold: {} })
  expect([holds(6), holds(7)]).toEqual([true, false])
  text.delete(0, 4)
  expect([holds(10), holds(11)]).toEqual([true, false])
})

test('[room-24] the words are counted again only when what came in since might have filled the room', () => {
  const { text, holds, counted } = room(10_000)
  expect(holds(1)).toBe(true)
  for (let typed = 0; typed < 200; typed += 1) {
    text.insert(typed, 'x')
    expect(holds(1)).toBe(true)
  }
  expect(counted()).toBe(1)
  for (let replaced = 0; replaced < 100; replaced += 1) {
    text.delete(0, text.length)
    text.insert(0, 'y'.repeat(1_000))
    expect(holds(1_000)).toBe(true)
  }
  expect(counted()).toBeGreaterThan(10)
  expect(counted()).toBeLessThan(20)
})
