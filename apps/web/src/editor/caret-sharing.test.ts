import { expect, test } from 'vitest'
import { caretState, readCaretState, sharingAmong, TYPING_FOR } from './caret-sharing.ts'

const place = { root: 'clause/5', anchor: { item: 1 }, head: { item: 2 } }

test('[caret-1] the place of a caret is sent only by somebody who turned that on', () => {
  expect(caretState('caret', place, undefined, 0)).toEqual(place)
  for (const sharing of ['nothing', 'typing'] as const) {
    expect(caretState(sharing, place, 0, 1)).not.toHaveProperty('anchor')
    expect(caretState(sharing, place, 0, 1)).not.toHaveProperty('head')
  }
})

test('[caret-6] colleagues in a private room see each other’s carets, unless somebody shares nothing; across parties nothing changes', () => {
  expect((['nothing', 'typing', 'caret'] as const).map((chosen) => sharingAmong(chosen, 'colleagues'))).toEqual([
    'nothing',
    'caret',
    'caret',
  ])
  expect((['nothing', 'typing', 'caret'] as const).map((chosen) => sharingAmong(chosen, 'everybody'))).toEqual([
    'nothing',
    'typing',
    'caret',
  ])
})

test('[caret-2] by default nothing is sent before the first keystroke, and the clause for a short while after the last', () => {
  expect(caretState('typing', place, undefined, 0)).toEqual({})
  expect(caretState('typing', place, 1_000, 1_000)).toEqual({ root: 'clause/5' })
  expect(caretState('typing', place, 1_000, 1_000 + TYPING_FOR)).toEqual({})
  expect(caretState('typing', undefined, 1_000, 1_000)).toEqual({})
  expect(caretState('nothing', place, 1_000, 1_000)).toEqual({})
})

test('[caret-3] a state from somebody else is read for its place only, whatever it claims', () => {
  expect(readCaretState({ root: 'clause/5', anchor: 1, head: 2, name: 'Chair', color: 'red' })).toEqual({
    root: 'clause/5',
    anchor: 1,
    head: 2,
  })
  expect(readCaretState({ root: 'clause/5' })).toEqual({ root: 'clause/5' })
  for (const odd of [null, 7, 'x', {}, { root: 3 }, []]) expect(readCaretState(odd)).toEqual({})
})
