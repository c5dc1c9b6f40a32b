/**
 * Whether something may stand where an update puts it, by the tables of `draft`.
 *
 * This is what protects readers: an editor deletes for everybody, in the name of whoever merely opens the text, any node or mark that it
 * does not know.
 */
import { DOCUMENT, TEXT, type Shape } from '@entente/draft'
import * as Y from 'yjs'
import type { AnyType, Location, Place } from './location.ts'

/** Whether an item with this content may be inserted at this place. */
export function fits(shape: Shape, place: Place, content: Y.Item['content']): boolean {
  if (place.key !== null) return fitsAttribute(shape, place.of, place.key, content)
  // Inserted and deleted again before anybody saw it.
  if (content instanceof Y.ContentDeleted) return true
  if (place.of.is === 'text') {
    return content instanceof Y.ContentString || (content instanceof Y.ContentFormat && fitsMark(shape, content.key, content.value))
  }
  return content instanceof Y.ContentType && fitsChild(shape, place.of, content.type)
}

function fitsChild(shape: Shape, parent: Location, child: AnyType): boolean {
  const allowed = shape.children.get(parent.is === 'root' ? DOCUMENT : parent.name)
  if (allowed === undefined) return false
  if (child instanceof Y.XmlText) return allowed.has(TEXT)
  // An element that calls itself "text" is not one.
  return child instanceof Y.XmlElement && child.nodeName !== TEXT && allowed.has(child.nodeName)
}

function fitsMark(shape: Shape, mark: string, value: unknown): boolean {
  const check = shape.marks.get(mark)
  return check !== undefined && (value === null || check(value))
}

function fitsAttribute(shape: Shape, node: Location, attribute: string, content: Y.Item['content']): boolean {
  const check = shape.attributes.get(node.name)?.get(attribute)
  if (check === undefined) return false
  if (content instanceof Y.ContentDeleted) return true
  return content instanceof Y.ContentAny && content.arr.length === 1 && check(content.arr[0])
}
