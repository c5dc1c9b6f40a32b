/**
 * Who wrote which words, by the clientIDs that the words carry.
 *
 * Yjs keeps with every character the clientID that put it there, the gate lets nobody write under a clientID that is not theirs, and the
 * server keeps whose it is. So this cannot be forged and costs nothing to keep.
 */
import * as Y from 'yjs'

/** Neighbouring words of one paragraph written under one clientID. `clock` is that of the first character, in UTF-16 units. */
export type WrittenWords = { readonly text: string; readonly client: number; readonly clock: number }

/** The words of a fragment, paragraph by paragraph in reading order, with who wrote them. Changes nothing. */
export function writersOf(fragment: Y.XmlFragment): readonly (readonly WrittenWords[])[] {
  return fragment.toArray().flatMap(paragraphsIn)
}

function paragraphsIn(node: Y.XmlElement | Y.XmlText | Y.XmlHook): readonly (readonly WrittenWords[])[] {
  if (node instanceof Y.XmlText) return [wordsIn(node)]
  if (node instanceof Y.XmlHook) return []
  if (node.nodeName !== 'paragraph') return node.toArray().flatMap(paragraphsIn)
  return [node.toArray().flatMap((child) => (child instanceof Y.XmlText ? wordsIn(child) : []))]
}

function wordsIn(text: Y.XmlText): readonly WrittenWords[] {
  const words: WrittenWords[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    const last = words.at(-1)
    if (last !== undefined && last.client === client && last.clock + last.text.length === clock)
      words[words.length - 1] = { ...last, text: last.text + item.content.str }
    else words.push({ text: item.content.str, client, clock })
  }
  return words
}
