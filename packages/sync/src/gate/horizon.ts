/**
 * What the document would know while an update is being applied: all that it holds, and of the update as much as has been looked at.
 *
 * Nothing is applied. The insertions looked at so far are remembered beside the document, each with the place it would get.
 */
import * as Y from 'yjs'
import type { Section, Struct } from './decode.ts'
import { Location, locationOf, placeOf, NOWHERE, type AnyType, type Place } from './location.ts'
import { firstBehind } from './search.ts'

/** An author's insertions and how far they have been looked at. */
export type Progress = {
  readonly client: number
  readonly structs: readonly Struct[]
  /** The author's clock in the document. */
  readonly base: number
  /** The author's clock once everything before `structs[next]` were applied. */
  clock: number
  next: number
}

export class Horizon {
  readonly doc: Y.Doc
  readonly sections: readonly Progress[]
  readonly #places = new Map<Struct, Place>()
  readonly #nodes = new Map<Struct, Location>()
  readonly #roots = new Map<string, Location>()
  readonly #marked = new Set<Location>()

  constructor(doc: Y.Doc, sections: readonly Section[]) {
    this.doc = doc
    this.sections = sections.map(({ client, structs }) => {
      const base = Y.getState(doc.store, client)
      return { client, structs, base, clock: base, next: 0 }
    })
  }

  /** The part of the update in an author's name. */
  section(client: number): Progress | undefined {
    // An update names a handful of authors; a list is faster than a map here.
    for (const section of this.sections) if (section.client === client) return section
    return undefined
  }

  /** The first clock of an author that is not known yet. */
  clock(client: number): number {
    return this.section(client)?.clock ?? Y.getState(this.doc.store, client)
  }

  /** Nothing has a clock below 0, but version 2 of the encoding can say so. */
  knows(id: Y.ID): boolean {
    return id.clock >= 0 && id.clock < this.clock(id.client)
  }

  /** The struct that holds an id which is known. */
  find(id: Y.ID): Struct {
    const section = this.section(id.client)
    const structs = section !== undefined && id.clock >= section.base ? section.structs : this.doc.store.clients.get(id.client)
    const struct = structs?.[indexOf(structs, id.clock)]
    if (struct === undefined) throw new RangeError('Looked for something that is not known')
    return struct
  }

  /** The place of a struct that is known. */
  place(struct: Struct): Place {
    return this.#places.get(struct) ?? (struct instanceof Y.Item ? placeOf(struct) : NOWHERE)
  }

  /** The node that an item which is known opens. */
  node(item: Y.Item, type: AnyType): Location {
    return this.#nodes.get(item) ?? locationOf(type)
  }

  /** The root of that name. One that the document lacks is the same location each time it is asked for. */
  root(name: string): Location {
    const type = this.doc.share.get(name)
    if (type !== undefined) return locationOf(type)
    const planned = this.#roots.get(name) ?? new Location(undefined, name, 'root', '', 0)
    this.#roots.set(name, planned)
    return planned
  }

  /** The roots that were asked for and are not in the document. */
  planned(): ReadonlySet<string> {
    return this.#roots.size === 0 ? NONE : new Set(this.#roots.keys())
  }

  /** Whether a run of words has marks, or would have. */
  hasMarks(words: Location): boolean {
    return this.#marked.has(words) || (words.type instanceof Y.Text && words.type._hasFormatting)
  }

  /** Remembers where an insertion would go, and what node it opens. */
  put(item: Y.Item, place: Place, node: Location | undefined): void {
    this.#places.set(item, place)
    if (item.content instanceof Y.ContentFormat) this.#marked.add(place.of)
    if (node !== undefined) this.#nodes.set(item, node)
  }
}

const NONE: ReadonlySet<string> = new Set()

/** The index of the first struct that ends behind `clock`, at `from` or later. */
export function indexOf(structs: readonly Struct[], clock: number, from = 0): number {
  return firstBehind(structs, clock, (struct) => struct.id.clock + struct.length, from)
}
