import { shape } from '@entente/draft'
import { bold, doc, p, table } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { gateLimits, inspect, type GateLimits } from './index.ts'

/** An update with four insertions by one author, five characters, one mark of two, and one range of deletions. */
function open(): { readonly server: Y.Doc; readonly update: Uint8Array } {
  const server = table({ 'clause/1': doc(p('Fire ', bold('ceases'), '.')) })
  const copy = new Y.Doc()
  copy.clientID = 2
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(server))
  let update: Uint8Array = new Uint8Array()
  copy.on('update', (one: Uint8Array) => {
    update = one
  })
  const paragraph = copy.getXmlFragment('clause/1').get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('No words')
  copy.transact(() => {
    text.insert(0, 'Heavy')
    text.delete(5, 2)
    copy.getXmlFragment('clause/1').insert(1, [new Y.XmlElement('paragraph')])
    text.format(0, 2, { italic: {} })
  })
  return { server, update }
}

const needs = (update: Uint8Array): Partial<GateLimits> => ({
  bytes: update.length,
  structs: 5,
  sections: 1,
  deletions: 1,
  run: 3,
  value: 4,
  depth: 1,
})

test.each(['bytes', 'structs', 'sections', 'deletions', 'run', 'value', 'depth'] as const)(
  '[gate-10] what an update has of %s is taken up to the limit and refused above',
  (limit) => {
    const { server, update } = open()
    const need = needs(update)[limit] ?? 0
    const ask = (value: number) => inspect(server, update, { shape, limits: { ...gateLimits, [limit]: value } })
    expect(ask(need)).toMatchObject({ kind: 'inspection' })
    expect(ask(need - 1)).toMatchObject({ code: limit === 'depth' ? 'too-deep' : 'too-large' })
  },
)

test('[gate-1] whatever bytes arrive, the answer is an answer', () => {
  const { server, update } = open()
  const seen = new Set<string>()
  const ask = (bytes: Uint8Array) => {
    for (const format of ['v1', 'v2'] as const) {
      const outcome = inspect(server, bytes, { shape, limits: gateLimits, format })
      seen.add(outcome.kind === 'refusal' ? outcome.code : outcome.kind)
    }
  }
  for (const whole of [update, Y.convertUpdateFormatV1ToV2(update)]) {
    for (let at = 0; at < whole.length; at += 1) {
      ask(whole.slice(0, at))
      for (const byte of [0, 1, 2, 7, 10, 63, 64, 127, 128, 200, 255]) ask(whole.with(at, byte))
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining(['inspection', 'malformed', 'pending', 'schema', 'forged']))
})

test('[gate-1] a refusal quotes no words of the text', () => {
  const { server } = open()
  const json = Buffer.from('secret words')
  const update = Uint8Array.from([1, 1, 2, 0, 0x46, 1, 0, 1, 0, 4, ...Buffer.from('bold'), json.length, ...json, 0])
  expect(JSON.stringify(inspect(server, update, { shape, limits: gateLimits }))).not.toContain('secret')
})
