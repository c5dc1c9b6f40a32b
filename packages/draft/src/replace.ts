/** Replacing quoted words where they stand, for the server's own edits. People type through an editor. */
import type { Quote } from '@entente/agreement'
import * as Y from 'yjs'
import { insertionsOf } from './delta.ts'

/**
 * Puts other words in the place of the quoted ones, in one transaction, in the marks of the words before. Answers false, with nothing
 * changed, unless they stand in exactly one place, their surroundings taken into account where there are several.
 */
export function replaceWords(fragment: Y.XmlFragment, { exact, prefix, suffix }: Quote, replacement: string): boolean {
  const everywhere = wordsIn(fragment).flatMap((words) => placesIn(words, exact))
  const places =
    everywhere.length > 1 ? everywhere.filter(({ before, after }) => before.endsWith(prefix) && after.startsWith(suffix)) : everywhere
  const [place] = places
  if (place === undefined || places.length > 1) return false
  const change = () => {
    place.words.insert(place.at + exact.length, replacement)
    place.words.delete(place.at, exact.length)
  }
  if (fragment.doc === null) change()
  else fragment.doc.transact(change)
  return true
}

type Place = { readonly words: Y.XmlText; readonly at: number; readonly before: string; readonly after: string }

function placesIn(words: Y.XmlText, exact: string): readonly Place[] {
  const text = insertionsOf(words)
    .map(({ insert }) => (typeof insert === 'string' ? insert : ' '))
    .join('')
  const places: Place[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1))
    places.push({ words, at, before: text.slice(0, at), after: text.slice(at + exact.length) })
  return places
}

function wordsIn(node: Y.XmlFragment | Y.XmlElement | Y.XmlText | Y.XmlHook): readonly Y.XmlText[] {
  if (node instanceof Y.XmlText) return [node]
  return node instanceof Y.XmlFragment ? node.toArray().flatMap(wordsIn) : []
}
