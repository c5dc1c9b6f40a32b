import { shape } from '@entente/draft'
import { doc, p, table } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { gateLimits, inspect } from '../gate/index.ts'
import { keepNeighboursTrue } from './neighbours.ts'

/**
 * The case of yjs issue 794: words that undo has restored once are deleted again with the paragraph they stand in, and restored again
 * with it. Answers what the gate says to everything the writer sent, and how both copies read.
 */
function undoTwice(truthful: boolean): { readonly codes: readonly string[]; readonly here: string; readonly there: string } {
  const server = table({ 'clause/1': doc(p('start')) })
  const writer = new Y.Doc()
  Y.applyUpdate(writer, Y.encodeStateAsUpdate(server))
  writer.clientID = 2
  if (truthful) keepNeighboursTrue(writer)
  const codes: string[] = []
  writer.on('update', (update: Uint8Array) => {
    const outcome = inspect(server, update, { shape, limits: gateLimits })
    codes.push(outcome.kind === 'refusal' ? outcome.code : outcome.kind)
    if (outcome.kind === 'inspection') Y.applyUpdate(server, update)
  })
  const fragment = writer.getXmlFragment('clause/1')
  const undo = new Y.UndoManager(fragment, { captureTimeout: 0 })
  const paragraph = fragment.get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('No words')
  text.insert(5, ' one two')
  text.delete(5, 8)
  undo.undo()
  text.insert(9, 'XY')
  text.delete(5, 10)
  undo.undo()
  fragment.delete(0, 1)
  undo.undo()
  return { codes, here: fragment.toJSON(), there: server.getXmlFragment('clause/1').toJSON() }
}

test('[gate-15] what undo restores is described by the neighbours it has, and the gate lets it in', () => {
  const { codes, here, there } = undoTwice(true)
  expect(new Set(codes)).toEqual(new Set(['inspection']))
  expect(there).toBe(here)
})

test('without that, Yjs describes it by neighbours that never stood side by side', () => {
  expect(undoTwice(false).codes).toContain('forged')
})
