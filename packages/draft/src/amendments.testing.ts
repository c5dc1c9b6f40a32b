/** Amendments by chance, for tests: what people make of a text with an editor, as texts. */
import { Transform } from '@tiptap/pm/transform'
import type { Node } from '@tiptap/pm/model'
import { change, randomOf, type Random } from './acts.testing.ts'
import { textOfNode } from './editing.testing.ts'
import { joinedRuns } from './runs.ts'
import { schema } from './schema.ts'
import type { Block, Text } from './text.ts'

export { randomOf, type Random }

const WORDS = [
  'Parties',
  'shall',
  'may',
  'withdraw',
  'heavy',
  'weapons',
  '30',
  'km',
  '🕊',
  'cafe\u0301',
  '👩‍🚒',
  'вогонь',
  'إطلاق',
  '停火',
  'and',
]

/** A text of a few paragraphs, some in lists. */
export function anyNode(random: Random): Node {
  const words = () => schema.text(Array.from({ length: 1 + random(8) }, () => WORDS[random(WORDS.length)] ?? '').join(' ') + '.')
  const paragraph = () => schema.node('paragraph', null, random(10) === 0 ? [] : words())
  const list = (): Node =>
    schema.node(
      random(2) === 0 ? 'orderedList' : 'bulletList',
      null,
      Array.from({ length: 1 + random(3) }, () => schema.node('listItem', null, random(5) === 0 ? [paragraph(), list()] : [paragraph()])),
    )
  const blocks = Array.from({ length: 1 + random(3) }, () => (random(4) === 0 ? list() : paragraph()))
  const tr = new Transform(schema.node('doc', null, blocks))
  for (let marks = random(3); marks > 0; marks -= 1) change(tr, random)
  return tr.doc
}

/** The text after a few acts with an editor. */
export function amended(node: Node, random: Random, most = 4): Node {
  const tr = new Transform(node)
  for (let acts = 1 + random(most); acts > 0; acts -= 1) change(tr, random)
  return tr.doc
}

/** An editor's document as the reader tells it. */
export function read(node: Node): Text {
  return joined(textOfNode(node))
}

function joined(text: Text): Text {
  return text.map((block): Block =>
    block.type === 'paragraph' ? { ...block, runs: joinedRuns(block.runs) } : { ...block, items: block.items.map(joined) },
  )
}
