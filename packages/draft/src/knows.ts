/**
 * Whether this version understands everything in a fragment.
 *
 * Asked before an editor is mounted: the binding deletes for everybody what it does not know, also in an editor that is read only. When
 * the answer is no, the text is shown without an editor.
 */
import * as Y from 'yjs'
import { insertionsOf } from './delta.ts'
import { DOCUMENT, shape, TEXT } from './shape.ts'

/** Whether every node, mark and attribute of the fragment is one that `shape` allows there. Changes nothing. */
export function knows(fragment: Y.XmlFragment): boolean {
  return holdsOnlyKnown(fragment, DOCUMENT)
}

function holdsOnlyKnown(node: Y.XmlFragment, name: string): boolean {
  const allowed = shape.children.get(name)
  return allowed !== undefined && node.toArray().every((child) => allowed.has(nameOf(child)) && knowsChild(child))
}

function knowsChild(child: Y.XmlElement | Y.XmlText | Y.XmlHook): boolean {
  if (child instanceof Y.XmlText) return Object.keys(child.getAttributes()).length === 0 && knowsMarks(child)
  if (child instanceof Y.XmlHook) return false
  const checks = shape.attributes.get(child.nodeName)
  const attributes = Object.entries<unknown>(child.getAttributes())
  return attributes.every(([key, value]) => checks?.get(key)?.(value) === true) && holdsOnlyKnown(child, child.nodeName)
}

function knowsMarks(text: Y.XmlText): boolean {
  return insertionsOf(text).every(
    ({ insert, attributes = {} }) =>
      typeof insert === 'string' && Object.entries(attributes).every(([mark, value]) => shape.marks.get(mark)?.(value) === true),
  )
}

function nameOf(child: Y.XmlElement | Y.XmlText | Y.XmlHook): string {
  if (child instanceof Y.XmlText) return TEXT
  return child instanceof Y.XmlHook ? '' : child.nodeName
}
