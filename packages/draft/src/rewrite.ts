/**
 * Changes the shared text so that it reads otherwise, touching only what differs.
 *
 * This is how the server takes an amendment over. Others are typing meanwhile, and comments hang on places in the words; so what stays is
 * never deleted and written again: of a paragraph only the words that differ change, of a list only the items that differ. A paragraph
 * that is to stand elsewhere (in a list, or out of it) has to be made anew, because a shared type cannot be moved.
 */
import * as Y from 'yjs'
import { knows } from './knows.ts'
import { pairings } from './pairing.ts'
import { readText } from './read.ts'
import { rewriteWords } from './rewrite-words.ts'
import { sameText } from './merge.ts'
import type { Block, Text } from './text.ts'
import { element, elementsOf } from './write.ts'

/**
 * Makes the fragment read exactly so, in one transaction. Throws when it holds something this version does not know, because that could
 * only be deleted.
 */
export function rewriteText(fragment: Y.XmlFragment, text: Text): void {
  if (fragment.doc === null) throw new Error('Only a fragment of a document can be rewritten')
  if (!knows(fragment)) throw new Error('The text holds what this version does not know')
  fragment.doc.transact(() => rewriteBlocks(fragment, text))
  if (!sameText(readText(fragment), text)) throw new Error('The text does not read as it should')
}

function rewriteBlocks(holder: Y.XmlFragment, to: readonly Block[]): void {
  rewriteChildren(
    holder,
    readText(holder),
    to,
    (at, before, after) => {
      const node = holder.get(at)
      if (!(node instanceof Y.XmlElement)) throw new Error('A block is not an element')
      if (after.type === 'paragraph') rewriteWords(node, after.runs)
      else if (before.type === 'list') rewriteItems(node, before.items, after.items)
    },
    (block) => elementsOf([block]),
  )
}

function rewriteItems(list: Y.XmlElement, from: readonly (readonly Block[])[], to: readonly (readonly Block[])[]): void {
  rewriteChildren(
    list,
    from.map(asItem),
    to.map(asItem),
    (at, _, { items: [blocks = []] }) => {
      const item = list.get(at)
      if (!(item instanceof Y.XmlElement)) throw new Error('An item is not an element')
      rewriteBlocks(item, blocks)
    },
    ({ items: [blocks = []] }) => [element('listItem', elementsOf(blocks))],
  )
}

/** An item is compared as a list of its own. */
function asItem(blocks: readonly Block[]) {
  return { type: 'list' as const, ordered: false, items: [blocks] }
}

/** From the last child to the first, so that places further up stay what they were. */
function rewriteChildren<Child extends Block>(
  holder: Y.XmlFragment,
  from: readonly Child[],
  to: readonly Child[],
  rewrite: (at: number, before: Child, after: Child) => void,
  made: (child: Child) => Y.XmlElement[],
): void {
  if (holder.length !== from.length) throw new Error('The children of a text are not what was read')
  let at = from.length
  for (const { before, after } of pairings(from, to).toReversed()) {
    if (before !== undefined) at -= 1
    if (before === undefined && after !== undefined) holder.insert(at, made(after))
    else if (before !== undefined && after === undefined) holder.delete(at, 1)
    else if (before !== undefined && after !== undefined && !sameText([before], [after])) rewrite(at, before, after)
  }
}
