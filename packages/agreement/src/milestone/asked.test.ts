import { expect, test } from 'vitest'
import { ClauseId } from '../ids.ts'
import { negotiation } from '../testing.ts'
import { askedOf, partsCalled, tallyOf } from './asked.ts'
import { milestonesOf } from './of-clause.ts'

const terms = {
  title: 'Heavy weapons in storage',
  performers: ['KES', 'ORL'],
  verifier: 'CHR',
  due: { on: 'day', day: '2026-11-12' },
  evidence: ['Inventory', 'Sensor log'],
  dependsOn: [],
  remedialSteps: [],
}
const sites = {
  called: 'sites',
  each: [{ name: 'A', by: 'KES' }, { name: 'B', by: 'KES' }, { name: 'C' }, { name: 'D', by: 'ORL' }, { name: 'E', by: 'ORL' }],
}

/** A milestone of Kestria and Orlava with these terms, agreed. */
function promised(more: object) {
  const table = negotiation('KES ORL', { a: 'Weapons are stored.' })
  const propose = (over: object) => table.as('KES').gives('milestone.propose', { clause: 'a', terms: { ...terms, ...over } })
  expect(propose(more)).toBeUndefined()
  for (const party of ['KES', 'ORL']) table.as(party).accepts('a')
  const milestone = () => {
    const [found] = milestonesOf(table.negotiation, ClauseId.parse('a'))
    if (found === undefined) throw new Error('No milestone')
    return found
  }
  const files = (party: string, ...answers: readonly object[]) =>
    table.as(party).gives('milestone.report', {
      milestone: milestone().milestone,
      evidence: [{ is: 'statement', text: 'Here it is.', ...(answers.length > 0 && { answers }) }],
    })
  return { table, milestone, files, propose, lacking: () => tallyOf(milestone(), 1)?.lacking.map(({ name }) => name) }
}

test('[milestone-29] evidence says which item it answers, and for which part; what is lacking is counted from that alone', () => {
  const { files, lacking, milestone } = promised({ parts: sites })
  expect(lacking()).toEqual(['A', 'B', 'C', 'D', 'E'])
  expect(files('KES')).toBeUndefined()
  expect(lacking()).toHaveLength(5)
  // One item is not both.
  expect(files('KES', { item: 'Inventory', part: 'A' })).toBeUndefined()
  expect(lacking()).toContain('A')
  expect(files('KES', { item: 'Sensor log', part: 'A' })).toBeUndefined()
  expect(lacking()).toEqual(['B', 'C', 'D', 'E'])
  // Without an item it is for all of them; without a part, for those of whoever filed it.
  expect(files('ORL', { part: 'C' })).toBeUndefined()
  expect(files('KES', { item: 'Inventory' }, { item: 'Sensor log' })).toBeUndefined()
  expect(tallyOf(milestone(), 1)).toEqual({
    of: 'parts',
    total: 5,
    lacking: [
      { name: 'D', from: ['ORL'] },
      { name: 'E', from: ['ORL'] },
    ],
  })
  expect(askedOf(milestone(), 1).map(({ item, part, filed }) => `${part?.name ?? ''} ${item ?? ''} ${filed.length}`)).toEqual([
    'A Inventory 2',
    'A Sensor log 2',
    'B Inventory 1',
    'B Sensor log 1',
    'C Inventory 2',
    'C Sensor log 2',
    'D Inventory 0',
    'D Sensor log 0',
    'E Inventory 0',
    'E Sensor log 0',
  ])
  // Another time asks for all of it anew.
  expect(tallyOf(milestone(), 2)?.lacking).toHaveLength(5)
})

test('[milestone-29] without parts the items are counted, without items any evidence for a part', () => {
  const items = promised({})
  expect(partsCalled(items.milestone().terms)).toBe('items')
  expect(items.files('ORL', { item: 'Inventory' })).toBeUndefined()
  expect(tallyOf(items.milestone(), 1)).toEqual({ of: 'items', total: 2, lacking: [{ name: 'Sensor log', from: ['KES', 'ORL'] }] })
  const parts = promised({ evidence: [], parts: sites })
  expect(parts.files('ORL', { part: 'E' })).toBeUndefined()
  expect(parts.lacking()).toEqual(['A', 'B', 'C', 'D'])
  const nothing = promised({ evidence: [] })
  expect(nothing.lacking()).toBeUndefined()
})

test('[milestone-30] evidence answers what the terms ask for, and nobody answers for a part that another performer owes', () => {
  const { table, files } = promised({ parts: sites })
  const before = table.entries.length
  expect(files('KES', { item: 'Photographs' })).toEqual({ code: 'unknown', what: 'evidence-item', id: 'Photographs' })
  expect(files('KES', { part: 'Z' })).toEqual({ code: 'unknown', what: 'part', id: 'Z' })
  expect(files('KES', { part: 'A' }, { part: 'D' })).toEqual({ code: 'not-a-performer' })
  expect(files('KES', {})).toMatchObject({ code: 'malformed' })
  expect(table.entries.length).toBe(before)
})

test('[milestone-30] each part has a name of its own, and a performer to owe it or nobody', () => {
  const { propose } = promised({})
  const each = (...parts: readonly object[]) => propose({ title: 'Another', parts: { called: 'sites', each: parts } })
  expect(each({ name: 'A' }, { name: 'A', by: 'KES' })).toMatchObject({ code: 'malformed' })
  expect(each({ name: 'A', by: 'CHR' })).toMatchObject({ code: 'malformed' })
  expect(each()).toMatchObject({ code: 'malformed' })
  expect(each({ name: 'A', by: 'ORL' })).toBeUndefined()
})
