/** Words that go with a node whose deletion does not name them: found before, not named afterwards, and gone all the same. */
import { shape } from '@entente/draft'
import { doc, p, table } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { gateLimits, inspect, openIntake, type Inspection } from './index.ts'

const rules = { shape, limits: gateLimits }

function copyOf(of: Y.Doc, clientID: number): Y.Doc {
  const copy = new Y.Doc()
  copy.clientID = clientID
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(of))
  return copy
}

function wordsOf(of: Y.Doc): Y.XmlText {
  const paragraph = of.getXmlFragment('clause/1').get(0)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(words instanceof Y.XmlText)) throw new Error('There are no words')
  return words
}

/** What one change of a copy is, as one update. */
function changing(copy: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(copy)
  let update: Uint8Array | undefined
  const note = (made: Uint8Array) => void (update = made)
  copy.on('update', note)
  copy.transact(change)
  copy.off('update', note)
  return update ?? Y.encodeStateAsUpdate(copy, before)
}

test('[gate-18] a deletion that is passed on names no words its author did not have; they are gone for everybody all the same', () => {
  const server = table({ 'clause/1': doc(p('Fire ceases.'), p('Roads open.')) })
  const [typist, remover, reader] = [copyOf(server, 20), copyOf(server, 30), copyOf(server, 40)]
  const sent: Uint8Array[] = []
  const intake = openIntake<undefined>(server, (_, together) => sent.push(together))
  const take = (update: Uint8Array): Inspection => {
    const inspection = intake.inspect(update, rules)
    if (inspection.kind === 'refusal') throw new Error(inspection.rule)
    intake.take({ by: undefined, update, inspection })
    intake.settle()
    return inspection
  }
  // Put in from behind, so that their order in the text is not that of their clocks.
  for (const [at, words] of [
    [5, 'soon '],
    [17, ' Then'],
    [0, 'All '],
  ] as const)
    take(changing(typist, () => wordsOf(typist).insert(at, words)))
  const seen = sent.slice(0, 1).map((update) => Y.applyUpdate(remover, update))
  expect(seen).toHaveLength(1)
  const { unseen } = take(changing(remover, () => remover.getXmlFragment('clause/1').delete(0, 1)))
  expect(unseen).toEqual(
    new Map([
      [
        20,
        [
          { clock: 5, end: 10 },
          { clock: 10, end: 14 },
        ],
      ],
    ]),
  )
  const named = Y.decodeUpdate(sent.at(-1) ?? new Uint8Array()).ds.clients.get(20)
  expect(named).toMatchObject([{ clock: 0, len: 5 }])
  for (const update of sent) Y.applyUpdate(reader, update)
  for (const copy of [server, reader]) expect(copy.getXmlFragment('clause/1').toJSON()).toBe('<paragraph>Roads open.</paragraph>')
  expect(Y.encodeStateAsUpdate(reader)).toEqual(Y.encodeStateAsUpdate(server))
})

test('[gate-18] words that come into a node that is gone are not reported to its remover: who typed them has been sent the deletion', () => {
  const server = table({ 'clause/1': doc(p('Fire ceases.')) })
  const typist = copyOf(server, 20)
  server.getXmlFragment('clause/1').delete(0, 1)
  const inspection = inspect(
    server,
    changing(typist, () => wordsOf(typist).insert(0, 'All ')),
    rules,
  )
  expect(inspection).toMatchObject({ kind: 'inspection', unseen: new Map() })
})
