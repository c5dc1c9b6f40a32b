import { AmendmentId, ClauseId } from '@entente/agreement'
import { expect, test } from 'vitest'
import { createAttention } from './attention.ts'

const one = ClauseId.parse('one')
const two = ClauseId.parse('two')

test('taking another clause in hand closes the words and the form of the last one', () => {
  const attention = createAttention()
  attention.edit(one, 'end')
  attention.open(one, { is: 'stance', stance: 'objects' })
  expect(attention.get()).toMatchObject({ clause: one, editing: 'end', panel: { is: 'stance' } })
  attention.select(one)
  expect(attention.get().panel).toBeDefined()
  attention.select(two)
  expect(attention.get()).toEqual({ clause: two, editing: undefined, panel: undefined, section: undefined })
})

test('leaving goes up one layer at a time and keeps the clause in hand', () => {
  const attention = createAttention()
  attention.open(one, { is: 'comment', quote: undefined })
  attention.edit(one, { x: 1, y: 2 })
  attention.leave()
  expect(attention.get()).toMatchObject({ clause: one, editing: undefined, panel: { is: 'comment' } })
  attention.leave()
  expect(attention.get()).toMatchObject({ clause: one, panel: undefined })
  const before = attention.get()
  attention.leave()
  expect(attention.get()).toBe(before)
})

test('whoever is editing goes on where they were, with the form beside it, and types nothing twice; whoever is not, does not begin', () => {
  const attention = createAttention()
  attention.select(one)
  attention.goOn('The Parties')
  expect(attention.get().editing).toBeUndefined()
  const amendment = AmendmentId.parse('a1')
  attention.amend(one, amendment, 'end', 'T')
  attention.open(one, { is: 'comment', quote: undefined })
  attention.goOn('The Parties')
  expect(attention.get()).toMatchObject({
    editing: { after: 'The Parties' },
    amending: amendment,
    typed: undefined,
    panel: { is: 'comment' },
  })
})

test('a new clause that is proposed is typed in with no clause of the text in hand, and taking one in hand closes it', () => {
  const attention = createAttention()
  attention.open(one, { is: 'comment', quote: undefined })
  const amendment = AmendmentId.parse('a1')
  attention.editProposed(amendment, 'end')
  expect(attention.get()).toMatchObject({ clause: undefined, editing: 'end', amending: amendment, panel: undefined })
  attention.goOn('The Parties')
  expect(attention.get()).toMatchObject({ editing: { after: 'The Parties' }, amending: amendment })
  attention.select(one)
  expect(attention.get()).toMatchObject({ clause: one, editing: undefined, amending: undefined })
})

test('listeners hear changes, and only changes', () => {
  const attention = createAttention()
  let heard = 0
  const stop = attention.subscribe(() => (heard += 1))
  attention.select(one)
  attention.select(one)
  attention.close()
  expect(heard).toBe(1)
  stop()
  attention.select(two)
  expect(heard).toBe(1)
})
