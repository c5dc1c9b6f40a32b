import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { texts } from './arbitrary.testing.ts'
import { compare, comparedWords, type Difference } from './compare.ts'
import { summary } from './summary.ts'
import { bold, bracket, doc, li, link, ol, p } from './testing.ts'
import type { Text } from './text.ts'
import { wordingOf } from './wording.ts'

const wording = (text: Text) => wordingOf({ kind: 'operative', heading: '', text, milestones: [] })
const between = (before: Text, after: Text) => compare(wording(before), wording(after))

/** `-deleted-`, `+inserted+`, a line for each block. */
function shown(differences: readonly Difference[]): readonly string[] {
  const sign = { same: '', deleted: '-', inserted: '+' }
  const lines = Map.groupBy(differences, ({ block }) => block)
  return Array.from(lines.values(), (pieces) =>
    pieces.map(({ kind, text }) => `${sign[kind]}${text === '\n' ? '¶' : text}${sign[kind]}`).join(''),
  )
}

const manyWords = (stem: string) => doc(p(Array.from({ length: 5_000 }, (_, index) => `${stem}${index}`).join(' ')))

test('added and deleted words are shown where they stand', () => {
  const [shall, all] = [
    doc(p('The Parties shall withdraw their weapons.')),
    doc(p('The Parties shall withdraw their weapons and its sensors.')),
  ]
  expect(shown(between(shall, all))).toEqual(['The Parties shall withdraw their weapons+ and its sensors+.'])
  expect(shown(between(all, shall))).toEqual(['The Parties shall withdraw their weapons- and its sensors-.'])
})

test('a phrase that was replaced reads as one change', () => {
  expect(shown(between(doc(p('not less than 30 km from the line')), doc(p('not less than 15 miles from the line'))))).toEqual([
    'not less than -30 km-+15 miles+ from the line',
  ])
  expect(
    shown(between(doc(p('within 1,000 metres of the parties’ border')), doc(p('within 1,500 metres of the parties’ border')))),
  ).toEqual(['within -1,000-+1,500+ metres of the parties’ border'])
})

test('brackets that open or close are changes, emphasis is none', () => {
  expect(shown(between(doc(p('within 30 km of it')), doc(p('within ', bracket('30 km'), ' of ', bold('it')))))).toEqual([
    'within +[+30 km+]+ of it',
  ])
})

test('whole paragraphs come and go as such', () => {
  const two = doc(p('One.'), ol(li(p('Two.'))))
  const three = doc(p('One.'), p('Between.'), ol(li(p('Two.'))))
  expect(shown(between(two, three))).toEqual(['One.¶', '+Between.++¶+', 'Two.'])
  expect(shown(between(three, two))).toEqual(['One.¶', '-Between.--¶-', 'Two.'])
  expect(shown(between(doc(), doc(p('One.'))))).toEqual(['+One.+'])
})

test('paragraphs stay apart, however little stands between the changes', () => {
  expect(shown(between(doc(p('30 km'), p('90 days')), doc(p('30 miles'), p('60 days'))))).toEqual(['30 -km-+miles+¶', '-90-+60+ days'])
})

test('a paragraph that was split shows its new end', () => {
  expect(shown(between(doc(p('Fire ceases. Relief begins.')), doc(p('Fire ceases.'), p('Relief begins.'))))).toEqual([
    'Fire ceases.- -+¶+',
    'Relief begins.',
  ])
})

test('scripts without spaces are compared letter by letter', () => {
  expect(shown(between(doc(p('双方应当停火')), doc(p('双方可以停火'))))).toEqual(['双方-应当-+可以+停火'])
  expect(shown(between(doc(p('يتوقف إطلاق النار فورا')), doc(p('يتوقف إطلاق النار غدا'))))).toEqual(['يتوقف إطلاق النار -فورا-+غدا+'])
})

test('a rewritten text counts as replaced, and takes no longer for it', () => {
  expect(between(manyWords('a'), manyWords('b')).map(({ kind }) => kind)).toEqual(['deleted', 'inserted'])
})

test('what is not words has no differences here', () => {
  expect(shown(between(doc(p('see the ', link('map'))), doc(ol(li(p('see the map'))))))).toEqual(['see the map'])
})

test('[wording-8] a comparison holds both wordings whole', () => {
  fc.assert(
    fc.property(texts, texts, (one, other) => {
      const [before, after] = [wording(one), wording(other)]
      const differences = compare(before, after)
      const side = (left: 'inserted' | 'deleted') => differences.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')
      expect(side('inserted')).toBe(comparedWords(before))
      expect(side('deleted')).toBe(comparedWords(after))
      expect(differences.every(({ text }) => text === '\n' || (text !== '' && !text.includes('\n')))).toBe(true)
    }),
  )
})

test('[wording-8] equal wordings have no differences', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(compare(wording(text), wording(text)).filter(({ kind }) => kind !== 'same')).toEqual([])
    }),
  )
})

test('a summary names the words, three changes at most, each shortened', () => {
  const before = doc(p('One two three four five six seven eight nine ten.'))
  expect(summary(between(before, doc(p('One three four five six seven eight nine ten.'))))).toEqual({
    changes: [{ kind: 'deleted', text: 'two' }],
    more: 0,
  })
  expect(summary(between(before, doc(p('Eins two three vier five six sieben eight nine zehn and so on.'))))).toEqual({
    changes: [
      { kind: 'replaced', text: 'One', by: 'Eins' },
      { kind: 'replaced', text: 'four', by: 'vier' },
      { kind: 'replaced', text: 'seven', by: 'sieben' },
    ],
    more: 1,
  })
  const long = 'and all vessels, aircraft and vehicles that carry sensors, weapons or the means to direct them'
  expect(summary(between(doc(p('Weapons.')), doc(p(`Weapons ${long}.`)))).changes).toEqual([
    { kind: 'inserted', text: 'and all vessels, aircraft and … or the means to direct them' },
  ])
  const chinese = '停火'.repeat(40)
  expect(summary(between(doc(), doc(p(chinese)))).changes).toEqual([
    { kind: 'inserted', text: `${chinese.slice(0, 29)} … ${chinese.slice(-29)}` },
  ])
  expect(summary(between(before, before))).toEqual({ changes: [], more: 0 })
  expect(summary(between(doc(p('One two')), doc(p('One'), p('two'))))).toEqual({ changes: [], more: 0 })
})
