import { bold, doc, p, table } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { content, forgeOne, id } from '../gate/testing.ts'
import { leaveCleaningToServer } from './cleaning.ts'

/** What a copy that only receives sends in its own name, when a mark arrives that marks nothing. */
function sentByReader(prepare: (reader: Y.Doc) => void): readonly Uint8Array[] {
  const server = table({ 'clause/1': doc(p('Fire ', bold('ceases'), '.')) })
  const reader = new Y.Doc()
  prepare(reader)
  Y.applyUpdate(reader, Y.encodeStateAsUpdate(server), 'server')
  const sent: Uint8Array[] = []
  reader.on('update', (update: Uint8Array, origin: unknown) => void (origin === 'server' || sent.push(update)))
  const first = [...server.store.clients.values()]
    .flat()
    .find((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString)
  const { client, clock } = first?.id ?? id(0, 0)
  Y.applyUpdate(reader, forgeOne(9, 0, { content: content.mark('italic', null), right: id(client, clock) }), 'server')
  return sent
}

test('[gate-16] a copy that only receives never deletes anything, superfluous marks included', () => {
  expect(sentByReader(leaveCleaningToServer)).toEqual([])
})

test('without that, Yjs deletes them in the reader’s name', () => {
  expect(sentByReader(() => undefined)).toHaveLength(1)
})
