import { expect, test } from 'vitest'
import { admit, NOTHING, type Inspection, type Policy } from './index.ts'

const touch = { inserted: 1, deleted: 0, deletedOf: new Map() }
const typed: Inspection = { ...NOTHING, noop: false, authors: new Map([[2, { from: 0, to: 1 }]]), touches: new Map([['clause/1', touch]]) }

const policy: Policy = {
  readOnly: false,
  owns: (client) => client === 2,
  leased: (client) => client <= 3,
  knownRoot: (root) => root !== 'clause/unknown',
  mayWrite: (root) => root !== 'clause/frozen',
}

test('[gate-3] what is written in one’s own name where one may write is admitted', () => {
  expect(admit(typed, policy)).toBeUndefined()
})

test.each([
  [3, 'forged-author'],
  [4, 'author-unbound'],
])('[gate-2] nobody writes under clientID %i that is not theirs: %s', (client, code) => {
  expect(admit({ ...typed, authors: new Map([[client, { from: 0, to: 1 }]]) }, policy)).toMatchObject({ code, client })
})

test('[gate-3] one text that one may not write is enough', () => {
  const both = {
    ...typed,
    touches: new Map([
      ['clause/1', touch],
      ['clause/frozen', touch],
    ]),
  }
  expect(admit(both, policy)).toMatchObject({ code: 'forbidden-root', root: 'clause/frozen' })
})

test('[gate-4] a text comes into being only if it is on record and the seat may write it, also when nothing else would change', () => {
  expect(admit({ ...NOTHING, creates: new Set(['clause/unknown']) }, policy)).toMatchObject({
    code: 'forbidden-root',
    root: 'clause/unknown',
  })
  expect(admit({ ...NOTHING, creates: new Set(['clause/frozen']) }, policy)).toMatchObject({
    code: 'forbidden-root',
    root: 'clause/frozen',
  })
  expect(admit({ ...NOTHING, creates: new Set(['clause/5']) }, policy)).toBeUndefined()
})

test('[gate-4] a text that is no longer on record is not written, though the document has it', () => {
  expect(admit({ ...typed, touches: new Map([['clause/unknown', touch]]) }, policy)).toMatchObject({ code: 'forbidden-root' })
})

test('[gate-12] a seat that writes nowhere may still send what is known already', () => {
  const observer = { ...policy, readOnly: true }
  expect(admit(typed, observer)).toMatchObject({ code: 'read-only' })
  expect(admit(NOTHING, observer)).toBeUndefined()
})
