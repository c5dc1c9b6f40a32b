/** Splitting, joining and duplicating clauses: what becomes of consent, and of what hangs on the words. */
import { expect, test } from 'vitest'
import { cutText } from './cut.ts'
import type { ThreadId } from './ids.ts'
import type { PositionStep } from './negotiation.ts'
import { negotiation, type Table } from './testing.ts'
import type { Text } from './text.ts'

const CEASE = 'All fire shall cease. '
const LEAVE = 'Troops shall leave the village.'
const talks = () => negotiation('KES ORL', { a: `${CEASE}${LEAVE}`, b: 'Relief begins.', c: 'Prisoners return.' })

const on = (table: Table, clause: string) => table.reading(clause)?.fingerprint
const order = (table: Table) => table.negotiation.clauses.filter(({ standing }) => standing.is === 'standing').map(({ clause }) => clause)
const splits = (table: Table, at = CEASE.length, heading = '') =>
  table.as('CHR').gives('clause.split', { clause: 'a', on: on(table, 'a'), at, heading })
const joins = (table: Table, clause: string, next: string, seam = 'apart') =>
  table.as('CHR').gives('clause.join', { clause, next, on: on(table, clause), of: on(table, next), seam })
const says = (table: Table, clause: string) => table.reading(clause)?.text.map((block) => ('runs' in block ? block.runs[0]?.text : ''))
const bothAccept = (table: Table, ...clauses: readonly string[]) => {
  for (const clause of clauses) for (const party of ['KES', 'ORL']) table.as(party).accepts(clause)
}
const quote = (exact: string) => ({ exact, prefix: '', suffix: '', offset: 0 })

test('[structure-6] a clause is split at a place of its words: consent to it lapses, and the new clause begins with none', () => {
  const table = talks()
  bothAccept(table, 'a', 'b')
  expect(splits(table, CEASE.length, 'Withdrawal')).toBeUndefined()
  const into = table.added()
  expect(order(table)).toEqual(['a', into, 'b', 'c'])
  expect([says(table, 'a'), says(table, into)]).toEqual([[CEASE], [LEAVE]])
  expect(table.negotiation.clauses[1]).toMatchObject({ heading: 'Withdrawal', kind: 'operative', section: 'I' })
  expect(table.standing('a', 'KES')).toMatchObject({ is: 'lapsed' })
  expect(table.standing(into, 'KES')).toMatchObject({ is: 'none' })
  expect(table.agreed()).toEqual(['b'])
})

test('[structure-6] white space at the cut goes with the first part, and a pen set for the clause holds for both', () => {
  const table = talks()
  table.as('CHR').gives('drafting.set', { clause: 'a', drafting: 'pen', holder: 'KES' })
  expect(splits(table, CEASE.length - 1)).toBeUndefined()
  expect(says(table, table.added())).toEqual([LEAVE])
  expect(table.negotiation.pens.clauses.get(table.added() as never)).toEqual({ drafting: 'pen', holder: 'KES' })
})

test('[structure-7] what hangs on words that go to another clause goes with them, and what parties said of the clause stays', () => {
  const table = talks()
  const opens = (exact: string) => {
    table.as('KES').gives('thread.open', { clause: 'a', quote: quote(exact), text: 'When?' })
    return [...table.negotiation.threads.keys()].at(-1) as ThreadId
  }
  const [first, second] = [opens('All fire shall cease'), opens('Troops shall leave the village')]
  table.as('KES').gives('amendment.table', { clause: 'a', on: on(table, 'a'), text: line(`${CEASE}Troops may leave.`) })
  table.as('ORL').gives('amendment.table', { clause: 'a', on: on(table, 'a'), text: line(`Fire may cease. ${LEAVE}`) })
  table.as('KES').gives('amendment.table-deletion', { clause: 'a', on: on(table, 'a') })
  const [late, early, out] = [...table.negotiation.amendments.keys()]
  table.as('KES').accepts('a')
  splits(table)
  const into = table.added()
  const threads = () => [first, second].map((thread) => table.negotiation.threads.get(thread)?.clause)
  const amendments = () =>
    [late, early, out].map((id) => {
      const one = id && table.negotiation.amendments.get(id)
      return one && one.does !== 'insert' ? one.clause : undefined
    })
  expect(threads()).toEqual(['a', into])
  expect(amendments()).toEqual([into, 'a', 'a'])
  const steps = (clause: string): readonly PositionStep[] | undefined =>
    table.negotiation.positions.get(clause as never)?.get('KES' as never)
  expect([steps('a')?.length, steps(into)]).toEqual([1, undefined])
  expect(joins(table, 'a', into, 'as-before')).toBeUndefined()
  expect([threads(), amendments()]).toEqual([
    ['a', 'a'],
    ['a', 'a', 'a'],
  ])
})

test('[structure-7] a milestone goes with the words that promise it, or where whoever splits says it belongs', () => {
  const table = talks()
  const terms = (quoted: string) => ({
    title: quoted,
    performers: ['KES'],
    verifier: 'CHR',
    due: { on: 'day', day: '2027-01-01' },
    evidence: [],
    dependsOn: [],
    remedialSteps: [],
    quote: quoted,
  })
  for (const words of ['All fire', 'leave the village'])
    expect(table.as('KES').gives('milestone.propose', { clause: 'a', terms: terms(words) })).toBeUndefined()
  splits(table)
  const homes = () => [...table.negotiation.milestones.values()].map(({ clause }) => clause)
  expect(homes()).toEqual(['a', table.added()])
  joins(table, 'a', table.added(), 'as-before')
  const [first] = table.negotiation.milestones.keys()
  const stranger = { clause: 'a', on: on(table, 'a'), at: CEASE.length, milestones: ['m-none'] }
  expect(table.as('CHR').gives('clause.split', stranger)).toEqual({ code: 'unknown', what: 'milestone', id: 'm-none' })
  expect(table.as('CHR').gives('clause.split', { ...stranger, milestones: [first] })).toBeUndefined()
  expect(homes()).toEqual([table.added(), table.added()])
})

test('[structure-8] a clause is joined with the next one, which is then out of the text with all that was said of it', () => {
  const table = talks()
  bothAccept(table, 'a', 'b')
  expect(joins(table, 'a', 'c')).toEqual({ code: 'not-neighbours', clause: 'a' })
  expect(joins(table, 'a', 'b', 'as-before')).toMatchObject({ code: 'malformed' })
  expect(joins(table, 'a', 'b', 'running')).toBeUndefined()
  expect(order(table)).toEqual(['a', 'c'])
  expect(says(table, 'a')).toEqual([`${CEASE}${LEAVE} Relief begins.`])
  expect(table.standing('a', 'KES')).toMatchObject({ is: 'lapsed' })
  expect(table.agreed()).toEqual([])
  expect(table.negotiation.positions.get('b' as never)?.size).toBe(2)
})

test('[structure-9] joining undoes a split, and restoring undoes a join: old wordings are back, and consent with them', () => {
  const table = talks()
  bothAccept(table, 'a', 'b')
  splits(table)
  joins(table, 'a', table.added(), 'as-before')
  expect(table.agreed()).toEqual(['a', 'b'])
  joins(table, 'a', 'b', 'apart')
  expect(table.agreed()).toEqual([])
  expect(says(table, 'a')).toHaveLength(2)
  expect(table.as('CHR').gives('clause.restore', { clause: 'b' })).toBeUndefined()
  expect(order(table)).toEqual(['a', 'b', 'c'])
  expect(table.agreed()).toEqual(['a', 'b'])
})

test('[structure-9] a joined clause is not restored once its words were changed where they are, because they would stand twice', () => {
  const table = talks()
  joins(table, 'a', 'b')
  table.as('KES').edits('a', `${CEASE}${LEAVE}\nRelief begins at once.`)
  expect(table.as('CHR').gives('clause.restore', { clause: 'b' })).toEqual({ code: 'joined-and-changed', clause: 'a' })
  table.as('KES').edits('a', 'Fire ceases.\nRelief begins.')
  expect(table.as('CHR').gives('clause.restore', { clause: 'b' })).toBeUndefined()
  expect([says(table, 'a'), says(table, 'b')]).toEqual([['Fire ceases.'], ['Relief begins.']])
  joins(table, 'a', 'b')
  table.as('CHR').gives('clause.withdraw', { clause: 'a' })
  expect(table.as('CHR').gives('clause.restore', { clause: 'b' })).toEqual({ code: 'clause-withdrawn', clause: 'a' })
})

test('[structure-10] a duplicate has the same words, and nobody has said anything of it', () => {
  const table = talks()
  bothAccept(table, 'a')
  table.as('KES').gives('thread.open', { clause: 'a', quote: quote('All fire'), text: 'When?' })
  expect(table.as('CHR').gives('clause.duplicate', { clause: 'a', on: on(table, 'a') })).toBeUndefined()
  const copy = table.added()
  expect(order(table)).toEqual(['a', copy, 'b', 'c'])
  expect(on(table, copy)).toBe(on(table, 'a'))
  expect(table.agreed()).toEqual(['a'])
  expect([...table.negotiation.threads.values()].map(({ clause }) => clause)).toEqual(['a'])
})

test('[structure-11] neither part of a split is empty; frozen clauses stay whole; nothing is done to words that were not read', () => {
  const table = talks()
  for (const at of [0, `${CEASE}${LEAVE}`.length, 9_999]) expect(splits(table, at)).toEqual({ code: 'nothing-to-split', clause: 'a' })
  expect(table.as('KES', 'adviser').gives('clause.split', {})).toEqual({ code: 'not-permitted', power: 'structure' })
  const old = on(table, 'a')
  table.as('KES').edits('a', 'Fire 🕊 ceases.')
  expect(table.as('CHR').gives('clause.split', { clause: 'a', on: old, at: 5 })).toMatchObject({ code: 'text-moved' })
  expect(splits(table, 6)).toEqual({ code: 'nothing-to-split', clause: 'a' })
  expect(table.as('CHR').gives('clause.join', { clause: 'a', next: 'b', on: old, of: on(table, 'b'), seam: 'apart' })).toMatchObject({
    code: 'text-moved',
  })
  table.as('CHR').gives('clause.freeze', { clause: 'b', reason: 'Agreed.' })
  expect(table.as('CHR').gives('clause.split', { clause: 'b', on: on(table, 'b'), at: 7 })).toEqual({ code: 'clause-frozen', clause: 'b' })
  expect(joins(table, 'a', 'b')).toEqual({ code: 'clause-frozen', clause: 'b' })
  expect(joins(table, 'b', 'c')).toEqual({ code: 'clause-frozen', clause: 'b' })
})

test('a cut says how many blocks it went through', () => {
  const words = (text: string): Text[number] => ({ type: 'paragraph', runs: [{ text }] })
  const text: Text = [
    words('Both:'),
    { type: 'list', ordered: true, items: [[words('one'), words('more')], [words('two')]] },
    words('End.'),
  ]
  const through = (at: number) => cutText(text, at)?.through
  // Both:\none\nmore\ntwo\nEnd.
  expect([2, 5, 6, 7, 10, 12, 15, 16, 19].map(through)).toEqual([1, 0, 0, 3, 2, 3, 1, 3, 0])
  expect(cutText(text, 15)?.second).toEqual([{ type: 'list', ordered: true, items: [[words('two')]] }, words('End.')])
})

function line(text: string): Text {
  return [{ type: 'paragraph', runs: [{ text }] }]
}
