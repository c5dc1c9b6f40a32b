/**
 * Looks through the deletions of an update and counts those that have an effect.
 *
 * A client that reconnects sends every deletion it has ever seen. Only what takes away something that still stands is a change.
 */
import * as Y from 'yjs'
import type { Range, Struct } from './decode.ts'
import { indexOf, type Horizon } from './horizon.ts'
import type { GateLimits } from './limits.ts'
import { NOWHERE, type Location, type Place } from './location.ts'
import { refuse } from './refusal.ts'
import { firstBehind } from './search.ts'
import { cutsCharacter } from './surrogates.ts'
import type { Tally } from './tally.ts'
import { without } from './without.ts'

export class Deletions {
  readonly #horizon: Horizon
  readonly #ranges: ReadonlyMap<number, readonly Range[]>
  readonly #tally: Tally
  readonly #limits: GateLimits
  /** How many items would go from each run of words. */
  readonly #fromWords = new Map<Location, number>()
  readonly #unseen = new Map<number, Range[]>()
  #effective = false

  constructor(horizon: Horizon, ranges: ReadonlyMap<number, readonly Range[]>, tally: Tally, limits: GateLimits) {
    this.#horizon = horizon
    this.#ranges = ranges
    this.#tally = tally
    this.#limits = limits
  }

  /** Looks at every deletion and answers whether any has an effect. Refuses by throwing `Refused`. */
  lookThrough(): boolean {
    for (const [client, ranges] of this.#ranges) {
      const known = this.#horizon.clock(client)
      const section = this.#horizon.section(client)
      const base = section?.base ?? known
      const stored = this.#horizon.doc.store.clients.get(client) ?? []
      let reached = 0
      for (const { clock, end } of ranges) {
        if (end > known) refuse('pending', 'deletes what is not known')
        if (clock < base) reached = this.#look(stored, clock, Math.min(end, base), reached)
        if (end > base && section !== undefined) this.#look(section.structs, Math.max(clock, base), end)
      }
    }
    for (const [words, items] of this.#fromWords) this.#checkCleaning(words, items)
    return this.#effective
  }

  /** Words that would go with a node, of which the update does not say that they go: whoever deleted the node had not seen them. Ascending. */
  unseen(): ReadonlyMap<number, readonly Range[]> {
    for (const ranges of this.#unseen.values()) ranges.sort((a, b) => a.clock - b.clock)
    return this.#unseen
  }

  /** Looks at the structs between two clocks, beginning with the one at `index` or later. Answers where it ended. */
  #look(structs: readonly Struct[], from: number, to: number, index = 0): number {
    let at = indexOf(structs, from, index)
    for (let struct = structs[at]; struct !== undefined && struct.id.clock < to; struct = structs[++at]) {
      if (struct instanceof Y.GC || struct.deleted || struct.content instanceof Y.ContentDeleted) continue
      if (cutsCharacter(struct, from - struct.id.clock) || cutsCharacter(struct, to - struct.id.clock)) {
        refuse('surrogate', 'deletion inside a character')
      }
      const place = this.#horizon.place(struct)
      if (place === NOWHERE) continue
      this.#effective = true
      this.#count(struct, Math.min(to, struct.id.clock + struct.length) - Math.max(from, struct.id.clock), place)
    }
    // The last one may reach into the next range.
    return Math.max(at - 1, 0)
  }

  /** Counts the words that would go: those deleted themselves, and those inside a node that is deleted. */
  #count(item: Y.Item, units: number, place: Place): void {
    if (place.of.is === 'text') this.#fromWords.set(place.of, (this.#fromWords.get(place.of) ?? 0) + 1)
    this.#tally.deleted(place.of.root, item.id.client, item.content instanceof Y.ContentString ? units : 0)
    if (!(item.content instanceof Y.ContentType)) return
    const node = this.#horizon.node(item, item.content.type)
    for (let child = item.content.type._start; child !== null; child = child.right) {
      const left = child.deleted ? 0 : child.length - this.#named(child)
      if (left === 0) continue
      this.#count(child, left, node.inside)
      if (child.content instanceof Y.ContentString) this.#overlooks(child)
    }
  }

  /** Notes what of an item is not among the deletions themselves. */
  #overlooks({ id: { client, clock }, length }: Y.Item): void {
    const overlooked = this.#unseen.get(client) ?? []
    overlooked.push(...without({ clock, end: clock + length }, this.#ranges.get(client) ?? []))
    this.#unseen.set(client, overlooked)
  }

  /** How many units of an item are among the deletions themselves, and counted there. */
  #named({ id: { client, clock }, length }: Y.Item): number {
    const ranges = this.#ranges.get(client) ?? []
    const end = clock + length
    let named = 0
    for (let index = firstBehind(ranges, clock, (range) => range.end); index < ranges.length; index += 1) {
      const range = ranges[index]
      if (range === undefined || range.clock >= end) break
      named += Math.min(range.end, end) - Math.max(range.clock, clock)
    }
    return named
  }

  /**
   * For each item that goes from a run of words with marks, Yjs looks through everything deleted around it for marks to clean away. A
   * few bytes that delete tens of thousands of items would keep everybody's copy busy for many seconds.
   */
  #checkCleaning(words: Location, going: number): void {
    if (going === 1 || !this.#horizon.hasMarks(words)) return
    let around = going
    for (let item = words.type?._start ?? null; item !== null; item = item.right) if (item.deleted || !item.countable) around += 1
    if (going * around > this.#limits.cleaning) refuse('too-large', 'steps to clean up after deletions')
  }
}
