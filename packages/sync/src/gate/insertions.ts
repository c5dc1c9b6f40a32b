/**
 * Looks through the insertions of an update in an order in which Yjs could apply them, and finds the place of each.
 *
 * Yjs looks up what an insertion builds on even when it knows the insertion already, and it may split words and create texts while
 * looking. So what is known is checked like what is new, all but its content.
 */
import type { Shape } from '@entente/draft'
import * as Y from 'yjs'
import type { Struct } from './decode.ts'
import type { Horizon, Progress } from './horizon.ts'
import type { GateLimits } from './limits.ts'
import { Lists, type Unit } from './lists.ts'
import { NOWHERE, placeIn, samePlace, type Location, type Place } from './location.ts'
import { refuse } from './refusal.ts'
import { fits } from './shape.ts'
import { cutsCharacter } from './surrogates.ts'
import type { Tally } from './tally.ts'
import { plainKey } from './value.ts'

export class Insertions {
  readonly #horizon: Horizon
  readonly #tally: Tally
  readonly #shape: Shape
  readonly #limits: GateLimits
  readonly #lists: Lists
  /** The authors whose next insertion waits for another author's. */
  readonly #waiting: Progress[] = []

  constructor(horizon: Horizon, tally: Tally, shape: Shape, limits: GateLimits) {
    this.#horizon = horizon
    this.#tally = tally
    this.#shape = shape
    this.#limits = limits
    this.#lists = new Lists(horizon, limits)
  }

  /** Looks at every insertion. Refuses by throwing `Refused`. */
  lookThrough(): void {
    for (const section of this.#horizon.sections) {
      for (let struct = section.structs[section.next]; struct !== undefined; struct = section.structs[section.next])
        this.#look(section, struct)
    }
  }

  #look(section: Progress, struct: Struct): void {
    if (struct.id.clock > section.clock) refuse('pending', 'gap')
    const end = struct.id.clock + struct.length
    if (struct instanceof Y.Item) {
      this.#waiting.push(section)
      this.#meetNeeds(struct)
      this.#waiting.pop()
      const left = this.#find(struct.origin)
      const right = this.#find(struct.rightOrigin)
      const place = this.#place(struct, left, right)
      if (end > section.clock) this.#insert(section, struct, place, left, right)
    }
    if (end > section.clock) section.clock = end
    section.next += 1
  }

  /** Looks first at all that an insertion builds on. */
  #meetNeeds(item: Y.Item): void {
    const parent: unknown = item.parent
    if (item.origin !== null) this.#reach(item, item.origin)
    if (item.rightOrigin !== null) this.#reach(item, item.rightOrigin)
    if (parent instanceof Y.ID) this.#reach(item, parent)
  }

  #reach(item: Y.Item, id: Y.ID): void {
    // Yjs does not check this case and throws half-way through.
    if (id.client === item.id.client && id.clock >= item.id.clock) refuse('forged', 'builds on itself')
    while (!this.#horizon.knows(id)) {
      const section = this.#horizon.section(id.client)
      const struct = section?.structs[section.next]
      // An author who waits already would wait for itself.
      if (section === undefined || struct === undefined || this.#waiting.includes(section)) {
        return refuse('pending', 'builds on what is not known')
      }
      this.#look(section, struct)
    }
  }

  #find(id: Y.ID | null): Found | undefined {
    return id === null ? undefined : { struct: this.#horizon.find(id), id }
  }

  /** Where Yjs would put the item: with its left neighbour, else with its right, else in the parent it names. */
  #place(item: Y.Item, left: Found | undefined, right: Found | undefined): Place {
    if (left !== undefined && cutsCharacter(left.struct, left.id.clock - left.struct.id.clock + 1)) refuse('surrogate', 'left neighbour')
    if (right !== undefined && cutsCharacter(right.struct, right.id.clock - right.struct.id.clock)) refuse('surrogate', 'right neighbour')
    if (left === undefined) return right === undefined ? this.#placeInParent(item) : this.#horizon.place(right.struct)
    const place = this.#horizon.place(left.struct)
    if (right !== undefined && !samePlace(place, this.#horizon.place(right.struct))) refuse('forged', 'neighbours in two places')
    return place
  }

  #placeInParent(item: Y.Item): Place {
    const parent: unknown = item.parent
    if (item.parentSub !== null) plainKey(item.parentSub)
    if (typeof parent === 'string') return placeIn(this.#horizon.root(parent), item.parentSub)
    if (!(parent instanceof Y.ID)) throw new TypeError('An item without neighbours names no parent')
    const holder = this.#horizon.find(parent)
    // The parent was deleted, and collected since.
    if (holder instanceof Y.GC || holder.content instanceof Y.ContentDeleted) return NOWHERE
    if (!(holder.content instanceof Y.ContentType)) return refuse('forged', 'parent holds no others')
    if (this.#horizon.place(holder) === NOWHERE) return NOWHERE
    return placeIn(this.#horizon.node(holder, holder.content.type), item.parentSub)
  }

  /** What is new: an item, or the rest of one of which the first part is known. */
  #insert(section: Progress, item: Y.Item, place: Place, left: Found | undefined, right: Found | undefined): void {
    const known = section.clock - item.id.clock
    const behind = known > 0 ? this.#continued(section, item, place, known) : left
    const words = item.content instanceof Y.ContentString ? item.content.str : ''
    if (words.length > this.#limits.run) refuse('too-large', 'words')
    if (!words.isWellFormed()) refuse('surrogate', 'half a character')
    if (place === NOWHERE) return this.#horizon.put(item, NOWHERE, undefined)
    if (!fits(this.#shape, place, item.content)) refuse('schema', 'content in this place')
    this.#horizon.put(item, place, item.content instanceof Y.ContentType ? this.#node(place.of, item.content) : undefined)
    this.#lists.insert(item, known, place, unit(behind), unit(right))
    this.#tally.inserted(place.of.root, words === '' ? 0 : words.length - known)
  }

  /** Yjs links the rest of an item behind the part it knows, whatever place and left neighbour the item names. */
  #continued(section: Progress, item: Y.Item, place: Place, known: number): Found {
    const id = Y.createID(section.client, section.clock - 1)
    const struct = this.#horizon.find(id)
    if (!samePlace(this.#horizon.place(struct), place)) refuse('forged', 'continues in another place')
    if (cutsCharacter(item, known)) refuse('surrogate', 'continues inside a character')
    return { struct, id }
  }

  #node(parent: Location, content: Y.ContentType): Location {
    const node = parent.below(content.type)
    if (node.depth > this.#limits.depth) refuse('too-deep', 'nodes')
    return node
  }
}

/** A unit by its id, with the struct that holds it. */
type Found = { readonly struct: Struct; readonly id: Y.ID }

function unit(found: Found | undefined): Unit | undefined {
  return found?.struct instanceof Y.Item ? { item: found.struct, id: found.id } : undefined
}
