import { doc, p, table } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import { claim } from './index.ts'

test('[gate-13] a clientID is for one seat: its own again, or one that nobody held and the text has never seen', () => {
  const text = table({ 'clause/1': doc(p('Fire ceases.')) })
  text.clientID = 1
  const seen = [...text.store.clients.keys()][0] ?? 0
  expect(claim(text, 7, 'kestria', 'kestria')).toBeUndefined()
  expect(claim(text, 7, undefined, 'kestria')).toBeUndefined()
  expect(claim(text, 7, 'orlava', 'kestria')).toMatchObject({ code: 'client-id-taken', client: 7 })
  expect(claim(text, seen, undefined, 'kestria')).toMatchObject({ code: 'client-id-taken' })
  expect(claim(text, 1, undefined, 'kestria')).toMatchObject({ code: 'client-id-taken' })
})
