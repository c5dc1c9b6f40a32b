import { shape } from '@entente/draft'
import { doc, p, table } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyInspected, gateLimits, GateBreach, inspect, type Inspection } from './index.ts'
import { content, forgeOne, id } from './testing.ts'

function open(): { readonly server: Y.Doc; readonly update: Uint8Array; readonly inspection: Inspection } {
  const server = table({ 'clause/1': doc(p('Fire ceases.')) })
  const copy = new Y.Doc()
  copy.clientID = 2
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(server))
  const before = Y.encodeStateVector(copy)
  copy.getXmlFragment('clause/1').insert(1, [new Y.XmlElement('paragraph')])
  const update = Y.encodeStateAsUpdate(copy, before)
  const inspection = inspect(server, update, { shape, limits: gateLimits })
  if (inspection.kind === 'refusal') throw new Error(inspection.rule)
  return { server, update, inspection }
}

function breach(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    if (error instanceof GateBreach) return error.code
    throw error
  }
  return undefined
}

test('[gate-11] what does as predicted is applied, with its origin', () => {
  const { server, update, inspection } = open()
  const origins: unknown[] = []
  server.on('update', (_: Uint8Array, origin: unknown) => origins.push(origin))
  applyInspected(server, update, inspection, 'a connection')
  expect(server.getXmlFragment('clause/1').length).toBe(2)
  expect(origins).toEqual(['a connection'])
})

test('[gate-11] a text that comes into being has its kind at once', () => {
  const { server } = open()
  const update = forgeOne(2, 0, { content: content.node('paragraph'), parent: 'clause/2' })
  const inspection = inspect(server, update, { shape, limits: gateLimits })
  if (inspection.kind === 'refusal') throw new Error(inspection.rule)
  applyInspected(server, update, inspection, undefined)
  expect(server.share.get('clause/2')).toBeInstanceOf(Y.XmlFragment)
})

test.each<[string, (inspection: Inspection) => Inspection]>([
  ['other-authors', (inspection) => ({ ...inspection, authors: new Map() })],
  ['other-authors', (inspection) => ({ ...inspection, authors: new Map([[2, { from: 0, to: 2 }]]) })],
  ['other-authors', (inspection) => ({ ...inspection, authors: new Map([...inspection.authors, [3, { from: 0, to: 1 }]]) })],
  ['other-roots', (inspection) => ({ ...inspection, touches: new Map() })],
])('[gate-11] anything but the prediction is a breach: %s', (code, falsified) => {
  const { server, update, inspection } = open()
  expect(breach(() => applyInspected(server, update, falsified(inspection), undefined))).toBe(code)
})

test('[gate-11] a text nobody foresaw, something left waiting, and an exception half-way are breaches', () => {
  const { server, inspection } = open()
  const elsewhere = forgeOne(2, 0, { content: content.node('paragraph'), parent: 'clause/2' })
  expect(
    breach(() =>
      applyInspected(
        server,
        elsewhere,
        { ...inspection, touches: new Map([['clause/2', { inserted: 0, deleted: 0, deletedOf: new Map() }]]) },
        undefined,
      ),
    ),
  ).toBe('new-root')
  const gap = forgeOne(3, 7, { content: content.node('paragraph'), parent: 'clause/1' })
  expect(breach(() => applyInspected(open().server, gap, inspection, undefined))).toBe('pending')
  const throws = forgeOne(4, 0, { content: content.words('x'), origin: id(4, 9) })
  expect(breach(() => applyInspected(open().server, throws, inspection, undefined))).toBe('apply-threw')
})
