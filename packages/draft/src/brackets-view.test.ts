import { expect, test } from 'vitest'
import { bracketView, plainBrackets, readingIn } from './brackets-view.ts'
import { collisions } from './collisions.ts'
import { merged } from './merge.ts'
import { plainText } from './plain.ts'
import { bold, doc, li, ol, p } from './testing.ts'
import type { Text } from './text.ts'

const readings = (texts: Readonly<Record<string, Text>>) => new Map(Object.entries(texts))
const shown = (base: Text, texts: Readonly<Record<string, Text>>) => plainBrackets(bracketView(base, readings(texts)), (party) => party)
const line = (words: string) => doc(p(words))

test('[reading-9] equal readings stand together, words aligned across all delegations', () => {
  const base = line('The Parties shall withdraw their forces within 60 days of signature.')
  const texts = {
    USA: line('The Parties should withdraw all their forces within 30 days of signature.'),
    EU: line('The Parties should withdraw their forces within 30 days of signature.'),
    RUS: line('The Parties may withdraw their forces within 90 days.'),
    UKR: line('The Parties shall withdraw all their forces within 30 days of signature.'),
  }
  expect(shown(base, texts)).toBe(
    'The Parties [shall][USA, EU: should][RUS: may] withdraw [USA, UKR: all ]their forces within [60][USA, EU, UKR: 30][RUS: 90] days of signature[RUS: delete].',
  )
  for (const [party, text] of Object.entries(texts)) expect(readingIn(bracketView(base, readings(texts)), party)).toEqual(text)
})

test('a paragraph that was written anew is one change', () => {
  const base = line(
    'Kestria and Orlava will withdraw the weapons listed in Annex C to a distance of 30 km from the line not later than D+21.',
  )
  const anew = line(
    'The weapons in Annex C are moved by both Parties, first 15 km and then 30 km, from the line of contact not later than D+60.',
  )
  expect(shown(base, { A: anew })).toMatch(/^\[[^\]]*\]\[A: [^\]]*\][^\]]*$/)
})

test('[reading-10] changes of paragraphs and lists are said as such', () => {
  const two = doc(p('Fire ceases. Relief begins.'), p('The Parties meet.'))
  expect(shown(two, { A: doc(p('Fire ceases.'), p('Relief begins.'), p('The Parties meet.')) })).toBe(
    'Fire ceases.[ ][A: split]Relief begins.\nThe Parties meet.',
  )
  expect(shown(two, { A: doc(p('Fire ceases. Relief begins.'), p('And aid.'), p('The Parties meet.')) })).toBe(
    'Fire ceases. Relief begins.[A: ¶ And aid.]\nThe Parties meet.',
  )
  expect(shown(two, { A: doc(p('Fire ceases. Relief begins. The Parties meet.')) })).toContain('[A: join]')
  expect(shown(two, { A: doc(p('Fire ceases. Relief begins.')) })).toBe('Fire ceases. Relief begins.\nThe Parties meet.[A: delete]')
  expect(shown(two, { A: doc(p('Fire ceases. Relief begins.'), ol(li(p('The Parties meet.')))) })).toContain('[A: as an item of level 1]')
  expect(shown(doc(ol(li(p('one')), li(p('two')))), { A: doc(ol(li(p('one'), ol(li(p('two')))))) })).toContain('[A: as an item of level 2]')
  expect(shown(line('all forces'), { A: doc(p(bold('all'), ' forces')) })).toContain('[A: other emphasis or links]')
})

test('[reading-11] changes nobody else came near are carried over, the same words on both sides are listed and never guessed', () => {
  const was = line('The Parties shall withdraw their forces within 60 days of signature.')
  const now = line('The Parties should withdraw their forces within 60 days of signature, under supervision.')
  const wanted = line('The Parties may withdraw their forces within 90 days of signature.')
  const merge = merged(was, now, wanted)
  expect(plainText(merge.text)).toBe('The Parties should withdraw their forces within 90 days of signature, under supervision.')
  expect(merge).toMatchObject({ carried: 1, settled: 0, conflicts: [{ now: [{ text: 'should' }], wanted: [{ text: 'may' }] }] })
  const insisting = merged(was, now, wanted, new Map([[0, 'wanted']]))
  expect(plainText(insisting.text)).toBe('The Parties may withdraw their forces within 90 days of signature, under supervision.')
  expect(merged(was, wanted, wanted)).toMatchObject({ settled: 2, carried: 0, conflicts: [] })
  // Beside each other is too near: who wrote "30 days" has not seen "working days".
  expect(merged(line('within 60 days'), line('within 30 days'), line('within 60 working days')).conflicts).toHaveLength(1)
})

test('[reading-12] readings that change the same words differently collide; equal or distant ones do not', () => {
  const base = line('The Parties shall withdraw their forces within 60 days of signature.')
  const texts = readings({
    A: line('The Parties may withdraw their forces within 60 days of signature.'),
    B: line('The Parties should withdraw their forces within 60 days of signature.'),
    C: line('The Parties may withdraw their forces within 60 days of signature.'),
    D: line('The Parties shall withdraw their forces within 60 days of adoption.'),
  })
  expect([...collisions(base, texts)]).toEqual([
    ['A', ['B']],
    ['B', ['A', 'C']],
    ['C', ['B']],
  ])
})
