import { createHash } from 'node:crypto'
import { ClauseId } from '@entente/agreement'
import { readingOf, readRoot, rootName, writeText, type Content } from '@entente/draft'
import { doc, p } from '@entente/draft/testing'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { compareCopy, type Copy } from './copy.ts'

const beside: Omit<Content, 'text'> = { kind: 'operative', heading: 'Fire', milestones: [] }

/** A room with a text for each of these clauses, and how each reads. */
function room(clauses: Readonly<Record<string, string>>): Copy {
  const words = new Y.Doc()
  for (const [clause, text] of Object.entries(clauses)) writeText(words.getXmlFragment(`clause/${clause}`), doc(p(text)))
  const reads = Object.keys(clauses).map((name) => {
    const root = { kind: 'clause', clause: ClauseId.parse(name) } as const
    return { root: rootName(root), beside, fingerprint: readingOf({ ...beside, text: readRoot(words, root) }).fingerprint }
  })
  return { bytes: Y.encodeStateAsUpdate(words), reads }
}

const talks = room({ ceasefire: 'Fire ceases.', relief: 'Relief begins.' })

test('[room-16] a copy is faithful when every text reads as the room does, and none is there besides', () => {
  expect(compareCopy(talks)).toEqual({ is: 'faithful', sha256: createHash('sha256').update(talks.bytes).digest('hex') })
  const { bytes } = room({ ceasefire: 'Fire ceases!', relief: 'Relief begins.' })
  expect(compareCopy({ ...talks, bytes })).toEqual({ is: 'unfaithful', fault: 'readings' })
  expect(compareCopy({ ...talks, bytes: room({ ceasefire: 'Fire ceases.' }).bytes })).toEqual({ is: 'unfaithful', fault: 'readings' })
  expect(compareCopy({ ...talks, reads: talks.reads.slice(1) })).toEqual({ is: 'unfaithful', fault: 'texts' })
})

test('[room-16] a copy that is no whole document is not faithful', () => {
  expect(compareCopy({ ...talks, bytes: talks.bytes.subarray(0, -4) })).toMatchObject({ is: 'unfaithful' })
  const words = new Y.Doc()
  Y.applyUpdate(words, talks.bytes)
  const before = Y.encodeStateVector(words)
  words.getXmlFragment('clause/ceasefire').push([new Y.XmlElement('paragraph')])
  expect(compareCopy({ ...talks, bytes: Y.encodeStateAsUpdate(words, before) })).toMatchObject({ is: 'unfaithful' })
})
