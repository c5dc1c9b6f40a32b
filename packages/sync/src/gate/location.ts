/**
 * Where an insertion belongs: in which text, in which node, under which attribute.
 *
 * An update names only the nearest neighbour or parent of what it inserts; everything above has to be looked up in the document. The
 * answer for a node never changes while it lives, so it is kept with the node.
 */
import * as Y from 'yjs'

/** A shared type of any kind. Nothing here looks at what it holds. */
export type AnyType = Y.ContentType['type']

/** A node that others can be put in. Two locations are the same node exactly when they are the same object. */
export class Location {
  /** The name of the text it is part of. */
  readonly root: string
  readonly is: 'root' | 'element' | 'text' | 'unknown'
  /** Of an element: its node name. */
  readonly name: string
  /** A root is 0, its paragraphs 1. */
  readonly depth: number
  /** The node itself; `undefined` for a root that the document does not have yet. */
  readonly type: AnyType | undefined
  /** The place of its children. */
  readonly inside: Place

  constructor(type: AnyType | undefined, root: string, is: Location['is'], name: string, depth: number) {
    this.type = type
    this.root = root
    this.is = is
    this.name = name
    this.depth = depth
    this.inside = { of: this, key: null }
  }

  /** The location of a node put in here. */
  below(type: AnyType): Location {
    const depth = this.depth + 1
    if (type instanceof Y.XmlText) return new Location(type, this.root, 'text', '', depth)
    if (type instanceof Y.XmlElement) return new Location(type, this.root, 'element', type.nodeName, depth)
    return new Location(type, this.root, 'unknown', '', depth)
  }
}

/** A node's list of children, or (`key`) one of its attributes. */
export type Place = { readonly of: Location; readonly key: string | null }

/** What is inserted here is never seen by anybody: its surroundings are deleted and collected. */
export const NOWHERE: Place = new Location(undefined, '', 'unknown', '', 0).inside

export function samePlace(one: Place, other: Place): boolean {
  return one === other || (one.of === other.of && one.key === other.key)
}

export function placeIn(location: Location, key: string | null): Place {
  return key === null ? location.inside : { of: location, key }
}

const known = new WeakMap<AnyType, Location>()

/** The location of a type that is in the document. */
export function locationOf(type: AnyType): Location {
  const kept = known.get(type)
  if (kept !== undefined) return kept
  const item = type._item
  const location = item === null ? rootLocation(Y.findRootTypeKey(type), type) : locationOf(parentOf(item)).below(type)
  known.set(type, location)
  return location
}

/** The place of an item that is in the document. */
export function placeOf(item: Y.Item): Place {
  return placeIn(locationOf(parentOf(item)), item.parentSub)
}

function rootLocation(name: string, type: AnyType): Location {
  // A root that nobody has asked for by its kind yet is a bare AbstractType.
  const untyped = type.constructor === Y.AbstractType
  return new Location(type, name, untyped || type.constructor === Y.XmlFragment ? 'root' : 'unknown', '', 0)
}

/** The parent of an item that is in the document. There it is always a type; only in an update can it still be an id. */
export function parentOf(item: Y.Item): AnyType {
  if (item.parent instanceof Y.AbstractType) return item.parent
  throw new TypeError('An item of the document has no parent')
}
