/** Attacks with bytes that no client writes, that lack what they build on, or that are too many. */
import { gateLimits, type GateLimits } from '@entente/sync/gate'
import { content, forge, forgeOne, id, type Insertion } from '@entente/sync/gate/testing'
import * as Y from 'yjs'
import { element } from '../edits.ts'
import { OPEN } from '../table.ts'
import { edited, type Kind } from './attack.ts'

export const malformed: Kind = (table, by, random) => {
  const client = by.doc.clientID
  const clock = Y.getState(table.server.store, client)
  const parent = random.pick(OPEN)
  const words = (text: string): Insertion => ({ content: content.words(text), parent })
  const good = forgeOne(client, clock, words('x'))
  const update = random.pick([
    Uint8Array.from([...good, 0]),
    good.slice(0, -1),
    forge([
      { client, clock, insertions: [words('a')] },
      { client, clock: clock + 1, insertions: [words('b')] },
    ]),
    forge([
      { client, clock, insertions: [words('a')] },
      { client: client + 1, clock: 0, insertions: [] },
    ]),
    forge([{ client, clock, insertions: [words('a')] }], [], 2),
    forge([{ client, clock, insertions: [words('a')], claims: 2 ** 25 - 1 }]),
    forgeOne(client, clock, words('')),
    forgeOne(client, clock, { content: content.collected(0) }),
    forgeOne(client, 2 ** 53 - 9, words('far')),
    forgeOne(client, clock, { content: content.collected(2 ** 40) }),
    forgeOne(2 ** 33, 0, words('x')),
    forgeOne(client, clock, { content: content.node('paragraph'), parent, key: '__proto__' }),
    forgeOne(client, clock, { content: content.node('constructor'), parent }),
    forgeOne(client, clock, { content: content.mark('link', JSON.parse('{"__proto__":{}}')), parent }),
    forgeOne(client, clock, { content: content.raw(8, 1, 118, 1, 9, ...Buffer.from('__proto__'), 118, 0), parent }),
    forgeOne(client, clock, { content: content.raw(31), parent }),
    forgeOne(client, clock, { content: content.type(9), parent }),
    forge([], [{ client: 1_000, ranges: [[0, 0]] }]),
    forge([], [{ client: 1_000, ranges: [[0, 2 ** 40]] }]),
    forge(
      [],
      [
        {
          client: 1_000,
          ranges: [
            [5, 1],
            [2, 1],
          ],
        },
      ],
    ),
  ])
  return [{ by, update, codes: ['malformed'] }]
}

export const pending: Kind = (table, by, random) => {
  const client = by.doc.clientID
  const clock = Y.getState(table.server.store, client)
  const other = table.chair.doc.clientID
  const parent = random.pick(OPEN)
  const unknown = id(other, Y.getState(table.server.store, other) + random.below(3))
  const update = random.pick([
    forgeOne(client, clock + 1, { content: content.words('x'), parent }),
    forgeOne(client, clock, { content: content.words('x'), origin: unknown }),
    forgeOne(client, clock, { content: content.words('x'), right: unknown }),
    forgeOne(client, clock, { content: content.words('x'), parent: unknown }),
    forgeOne(client, clock, { content: content.skip(2) }, { content: content.words('x'), parent }),
    forge([], [{ client: unknown.client, ranges: [[unknown.clock, 1]] }]),
  ])
  return [{ by, update, codes: ['pending'] }]
}

/** An update that is allowed, with a limit at what it needs less one. */
export const overTheLimit: Kind = (table, by, random) => {
  const { update } = edited(table, by.doc.clientID, (doc) => {
    const fragment = doc.getXmlFragment(random.pick(OPEN))
    if (fragment.length > 0) fragment.delete(0, 1)
    const words = new Y.XmlText()
    words.applyDelta([{ insert: 'words', attributes: { bold: {} } }])
    fragment.insert(0, [element('paragraph', [words]), element('paragraph', [])])
  })
  const { structs, ds } = Y.decodeUpdate(update)
  const ranges = [...ds.clients.values()].flat().length
  const over: Partial<GateLimits>[] = [
    { bytes: update.length - 1 },
    { structs: structs.length - 1 },
    { sections: 0 },
    { run: 4 },
    { value: 1 },
  ]
  if (ranges > 0) over.push({ deletions: ranges - 1 })
  return [{ by, update, limits: { ...gateLimits, ...random.any(over) }, codes: ['too-large'] }]
}
