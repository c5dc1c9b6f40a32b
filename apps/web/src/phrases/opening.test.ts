import { expect, test } from 'vitest'
import { openingsFor, OFFERED } from './opening.ts'
import { openingsIn } from './openings.ts'

const preambular = openingsIn('en', 'preambular')

test('[phrase-1] openings fit what is begun, whatever its case, and go when one stands whole', () => {
  expect(openingsFor('', preambular)).toHaveLength(OFFERED)
  expect(openingsFor('rec', preambular)).toEqual(['Recalling', 'Recognizing'])
  expect(openingsFor('Noting', preambular)).toEqual(['Noting with appreciation', 'Noting with concern', 'Noting with satisfaction'])
  expect(openingsFor('Recalling', preambular)).toEqual([])
  expect(openingsFor('The Parties', preambular)).toEqual([])
  expect(openingsFor('call', openingsIn('en-GB', 'operative'))).toEqual(['Calls upon'])
})

test('[phrase-1] every list is in order and says nothing twice; a language without a list offers nothing', () => {
  for (const kind of ['preambular', 'operative'] as const) {
    const all = openingsIn('en', kind)
    expect(all).toEqual([...new Set(all)].toSorted((one, other) => one.localeCompare(other, 'en')))
  }
  expect(openingsIn('fr', 'preambular')).toEqual([])
})
