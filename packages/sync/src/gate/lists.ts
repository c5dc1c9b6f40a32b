/**
 * The document's lists as they would be while an update is applied, without applying it.
 *
 * Yjs describes an insertion by the two neighbours it was made between. From that it works out where the insertion belongs among whatever
 * others have inserted there meanwhile. Two things can go wrong that Yjs does not check:
 *
 * - The two never stood side by side: they stand the wrong way round, or with something in between by which one of them was placed. Then
 *   the insertion ends up in different places in different copies, for ever and unnoticed. Each unit was itself placed between two
 *   neighbours, so each says what was beside it when it came: the two stood side by side exactly if nothing between them now was the
 *   right neighbour of the left one or the left neighbour of the right one.
 * - Working it out takes steps, and a few kilobytes can ask for minutes of them. So the steps are taken here first, and counted.
 */
import * as Y from 'yjs'
import type { Horizon } from './horizon.ts'
import type { GateLimits } from './limits.ts'
import type { Location, Place } from './location.ts'
import { refuse } from './refusal.ts'
import { firstBehind } from './search.ts'

/** One unit of a list: its id, and the item that holds it. */
export type Unit = { readonly item: Y.Item; readonly id: Y.ID }

/** Units of one item that still stand together: from one offset up to but not including another. */
type Piece = {
  readonly item: Y.Item
  readonly from: number
  to: number
  /** What follows in the list; `undefined` as long as that is what follows the item in the document. */
  next: Piece | null | undefined
}

export class Lists {
  readonly #horizon: Horizon
  readonly #limits: GateLimits
  /** The pieces of the items that were looked at, in the order of their units. */
  readonly #pieces = new Map<Y.Item, Pieces>()
  /** How the lists begin that begin otherwise than in the document. */
  readonly #starts = new Map<Location, Map<string | null, Piece>>()
  #steps = 0

  constructor(horizon: Horizon, limits: GateLimits) {
    this.#horizon = horizon
    this.#limits = limits
  }

  /**
   * Puts an item, from the unit at offset `from` on, where Yjs would put it. `undefined` for a neighbour is the start or the end of the
   * list. Refuses by throwing `Refused`.
   */
  insert(item: Y.Item, from: number, place: Place, leftUnit: Unit | undefined, rightUnit: Unit | undefined): void {
    // In this order: cutting before the right one may take from the left one, if they are the wrong way round.
    const right = rightUnit === undefined ? null : this.#startingWith(rightUnit)
    const left = leftUnit === undefined ? null : this.#endingWith(leftUnit)
    if (!this.#stoodSideBySide(left, right)) refuse('forged', 'neighbours that never stood side by side')
    const piece: Piece = { item, from, to: item.length, next: undefined }
    const after = this.#follow(left, place) === right ? left : this.#settle(piece, place, left, right)
    piece.next = this.#follow(after, place)
    this.#pieces.set(item, [piece])
    if (after === null) this.#begin(place, piece)
    else after.next = piece
  }

  #stoodSideBySide(left: Piece | null, right: Piece | null): boolean {
    if (left === null) return right === null || originOf(right) === null
    const { rightOrigin } = left.item
    if (right === null) return rightOrigin === null
    const origin = originOf(right)
    if (isUnit(right, right.from, rightOrigin) || isUnit(left, left.to - 1, origin)) return true
    for (let between = this.#next(left); between !== null; between = this.#next(between)) {
      if (between === right) return true
      if (holds(between, origin) || holds(between, rightOrigin)) return false
      this.#step()
    }
    return false
  }

  /** The piece behind which a piece belongs among what was inserted at the same point: Yjs's own rule, step by step. */
  #settle(piece: Piece, place: Place, left: Piece | null, right: Piece | null): Piece | null {
    const origin = originOf(piece)
    const passed = new Set<Piece>()
    const rivals = new Set<Piece>()
    let after = left
    for (let other = this.#follow(left, place); other !== null && other !== right; other = this.#next(other)) {
      this.#step()
      passed.add(other)
      rivals.add(other)
      const source = originOf(other)
      if (Y.compareIDs(source, origin)) {
        const isBefore = other.item.id.client < piece.item.id.client
        if (!isBefore && Y.compareIDs(piece.item.rightOrigin, other.item.rightOrigin)) break
        if (!isBefore) continue
      } else {
        const sourcePiece = source === null ? undefined : this.#holding(source)
        if (sourcePiece === undefined || !passed.has(sourcePiece)) break
        if (rivals.has(sourcePiece)) continue
      }
      after = other
      rivals.clear()
    }
    return after
  }

  #step(): void {
    this.#steps += 1
    if (this.#steps > this.#limits.steps) refuse('too-large', 'steps to find the places of insertions')
  }

  /** What comes behind a piece, or first in the list. */
  #follow(piece: Piece | null, place: Place): Piece | null {
    if (piece !== null) return this.#next(piece)
    const begun = this.#starts.get(place.of)?.get(place.key)
    if (begun !== undefined) return begun
    const first = firstItem(place)
    return first === null ? null : this.#piecesOf(first)[0]
  }

  #next(piece: Piece): Piece | null {
    if (piece.next !== undefined) return piece.next
    return piece.item.right === null ? null : this.#piecesOf(piece.item.right)[0]
  }

  #begin(place: Place, piece: Piece): void {
    const starts = this.#starts.get(place.of) ?? new Map<string | null, Piece>()
    this.#starts.set(place.of, starts.set(place.key, piece))
  }

  /** The piece that ends with a unit; a longer one is cut behind it. */
  #endingWith({ item, id }: Unit): Piece {
    const pieces = this.#piecesOf(item)
    const offset = id.clock - item.id.clock
    const index = indexAt(pieces, offset)
    const piece = pieces[index] ?? pieces[0]
    if (offset + 1 < piece.to) cut(pieces, index, piece, offset + 1)
    return piece
  }

  /** The piece that starts with a unit; a longer one is cut before it. */
  #startingWith({ item, id }: Unit): Piece {
    const pieces = this.#piecesOf(item)
    const offset = id.clock - item.id.clock
    const index = indexAt(pieces, offset)
    const piece = pieces[index] ?? pieces[0]
    return offset > piece.from ? cut(pieces, index, piece, offset) : piece
  }

  #holding(id: Y.ID): Piece | undefined {
    const item = this.#horizon.find(id)
    if (!(item instanceof Y.Item)) return undefined
    const pieces = this.#piecesOf(item)
    return pieces[indexAt(pieces, id.clock - item.id.clock)]
  }

  #piecesOf(item: Y.Item): Pieces {
    const kept = this.#pieces.get(item)
    if (kept !== undefined) return kept
    const pieces: Pieces = [{ item, from: 0, to: item.length, next: undefined }]
    this.#pieces.set(item, pieces)
    return pieces
  }
}

/** Never empty. */
type Pieces = [Piece, ...Piece[]]

function cut(pieces: Pieces, index: number, piece: Piece, offset: number): Piece {
  const rest: Piece = { item: piece.item, from: offset, to: piece.to, next: piece.next }
  pieces.splice(index + 1, 0, rest)
  piece.to = offset
  piece.next = rest
  return rest
}

function indexAt(pieces: Pieces, offset: number): number {
  return firstBehind(pieces, offset, (piece) => piece.to)
}

/** The unit behind which a piece was placed when it came. */
function originOf({ item, from }: Piece): Y.ID | null {
  return from === 0 ? item.origin : Y.createID(item.id.client, item.id.clock + from - 1)
}

function isUnit({ item }: Piece, offset: number, id: Y.ID | null): boolean {
  return id !== null && id.client === item.id.client && id.clock === item.id.clock + offset
}

function holds({ item, from, to }: Piece, id: Y.ID | null): boolean {
  return id !== null && id.client === item.id.client && id.clock >= item.id.clock + from && id.clock < item.id.clock + to
}

function firstItem({ of: { type }, key }: Place): Y.Item | null {
  if (type === undefined) return null
  if (key === null) return type._start
  let item = type._map.get(key) ?? null
  while (item !== null && item.left !== null) item = item.left
  return item
}
