/** Cutting a shared text in two and putting it together: exactly, and with nobody's typing lost in what stays. */
import { bareText, BracketId, cutText, joinedText, renamed, saysTheSame, type Text } from '@entente/agreement'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anyNode, randomOf, read } from './amendments.testing.ts'
import { addEnding, keepBeginning } from './ends.ts'
import { readText } from './read.ts'
import { writeText } from './write.ts'

function shared(text: Text): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('clause/a')
  writeText(fragment, text)
  return fragment
}

test('[structure-12] what was cut and put together again is the same text, in memory and in the shared document', () => {
  const seen = new Set<number>()
  for (let seed = 1; seed <= 1_500; seed += 1) {
    const random = randomOf(seed)
    const text = read(anyNode(random))
    const at = random(bareText(text).length + 1)
    const cut = cutText(text, at)
    if (cut === undefined) continue
    seen.add(cut.through)
    const { first, second, through } = cut
    expect(saysTheSame(joinedText(first, second, through), text), `seed ${seed}: put together as texts`).toBe(true)
    const fragment = shared(text)
    keepBeginning(fragment, at)
    expect(saysTheSame(readText(fragment), first), `seed ${seed}: the beginning is kept`).toBe(true)
    addEnding(fragment, second, through)
    expect(saysTheSame(readText(fragment), text), `seed ${seed}: put together in the document`).toBe(true)
    const apart = shared(first)
    addEnding(apart, second, 0)
    expect(readText(apart), `seed ${seed}: apart`).toEqual(readText(shared([...first, ...second])))
  }
  expect([...seen].toSorted((a, b) => a - b).slice(0, 4), 'cuts between paragraphs, in one, between items, and in an item').toEqual([
    0, 1, 2, 3,
  ])
})

test('[structure-13] what others type in what stays is kept, and so is the place of a comment there', () => {
  let typed = 0
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = randomOf(seed)
    const server = shared(read(anyNode(random)))
    const client = new Y.Doc()
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server.doc as Y.Doc))
    const words = client.getXmlFragment('clause/a')
    const [paragraph] = words.toArray()
    const line = paragraph instanceof Y.XmlElement && paragraph.nodeName === 'paragraph' ? paragraph.get(0) : undefined
    const bare = bareText(readText(server))
    const at = random(bare.length + 1)
    const cut = cutText(readText(server), at)
    if (!(line instanceof Y.XmlText) || line.length < 4 || cut === undefined) continue
    const place = Y.createRelativePositionFromTypeIndex(line, 1)
    const kept = Math.min(at, line.length)
    line.insert(1, 'TYPED')
    keepBeginning(server, at)
    Y.applyUpdate(server.doc as Y.Doc, Y.encodeStateAsUpdate(client))
    expect(bareText(readText(server)), `seed ${seed}`).toContain('TYPED')
    if (kept < 2) continue
    const found = Y.createAbsolutePositionFromRelativePosition(place, server.doc as Y.Doc)
    expect(found?.index, `seed ${seed}: the comment is at its character`).toBe(6)
    typed += 1
  }
  expect(typed).toBeGreaterThan(50)
})

test('brackets that stand in two clauses have a name of their own in the second', () => {
  const [mine, other] = [BracketId.parse('b1'), BracketId.parse('b2')]
  const text: Text = [{ type: 'paragraph', runs: [{ text: '30 km', bracket: { id: mine, kind: 'contested' } }, { text: ' apart' }] }]
  expect(renamed(text, [{ bracket: mine, as: other }])).toEqual([
    { type: 'paragraph', runs: [{ text: '30 km', bracket: { id: other, kind: 'contested' } }, { text: ' apart' }] },
  ])
  expect(saysTheSame(text, renamed(text, [{ bracket: mine, as: other }]))).toBe(true)
})
