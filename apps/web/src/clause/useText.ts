/**
 * The words of a root, for components: read again only when that root changed.
 *
 * One reader per root, kept as long as its document, so that a hundred clauses cost nothing while one of them is typed in. A root is
 * bound to its type by a transaction, and a transaction tells everybody who listens; so that is done when a component begins to listen,
 * not while it is drawn.
 */
import { readText, type Text } from '@entente/draft'
import { useMemo, useSyncExternalStore } from 'react'
import * as Y from 'yjs'

type Reader<Value = Text> = { readonly get: () => Value; readonly subscribe: (listener: () => void) => () => void }

const readers = new WeakMap<Y.Doc, Map<string, Reader>>()
const noWords: Text = []

/** The words kept under a root name. None while nobody has written there. */
export function useText(doc: Y.Doc, root: string): Text {
  const { subscribe, get } = readerOf(doc, root)
  return useSyncExternalStore(subscribe, get)
}

/** The words of several roots, by their names, which are separated by spaces. The same object until one of them changes. */
export function useTexts(doc: Y.Doc, roots: string): ReadonlyMap<string, Text> {
  const { subscribe, get } = useMemo(() => readerOfAll(doc, roots === '' ? [] : roots.split(' ')), [doc, roots])
  return useSyncExternalStore(subscribe, get)
}

function readerOfAll(doc: Y.Doc, roots: readonly string[]): Reader<ReadonlyMap<string, Text>> {
  const all = roots.map((root) => ({ root, reader: readerOf(doc, root) }))
  let last: ReadonlyMap<string, Text> = new Map()
  return {
    get() {
      const now = new Map(all.map(({ root, reader }) => [root, reader.get()]))
      if (last.size !== now.size || [...now].some(([root, text]) => last.get(root) !== text)) last = now
      return last
    },
    subscribe(listener) {
      const stops = all.map(({ reader }) => reader.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

/** The fragment of a root, if it is bound to its type already. Asking changes nothing. */
export function boundFragment(doc: Y.Doc, root: string): Y.XmlFragment | undefined {
  const type = doc.share.get(root)
  return type instanceof Y.XmlFragment ? type : undefined
}

function readerOf(doc: Y.Doc, root: string): Reader {
  const ofDoc = readers.get(doc) ?? new Map<string, Reader>()
  readers.set(doc, ofDoc)
  const known = ofDoc.get(root)
  if (known !== undefined) return known
  const made = makeReader(doc, root)
  ofDoc.set(root, made)
  return made
}

function makeReader(doc: Y.Doc, root: string): Reader {
  const listeners = new Set<() => void>()
  let text: Text | undefined
  let watched: Y.XmlFragment | undefined

  function watch(fragment: Y.XmlFragment): void {
    watched = fragment
    fragment.observeDeep(() => {
      text = undefined
      for (const listener of listeners) listener()
    })
  }

  return {
    get() {
      const fragment = watched ?? boundFragment(doc, root)
      if (fragment === undefined) return noWords
      if (watched === undefined) watch(fragment)
      return (text ??= readText(fragment))
    },
    subscribe(listener) {
      if (watched === undefined) watch(doc.getXmlFragment(root))
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
