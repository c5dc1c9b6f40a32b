/**
 * Which clientIDs to lease. Yjs tells two authors apart by nothing else, so an id is drawn at random and never given twice in a room.
 */
import type { RoomId } from '@entente/agreement'
import { MAX_LEASE, type Random } from './contract.ts'

/** Draws before we say that the source of randomness repeats itself. A room would need hundreds of millions of leases to get here honestly. */
const MAX_DRAWS = 256

/** The largest clientID. Yjs takes four times as many, but engines keep larger numbers in objects of their own, and each insertion names up to three. */
const LARGEST = 2 ** 30 - 1

/** `count` different clientIDs that nobody in the room has. Throws a `RangeError` for a count beyond `MAX_LEASE`. */
export function freshClients(count: number, random: Random, isTaken: (client: number) => boolean): readonly number[] {
  if (!Number.isInteger(count) || count < 1 || count > MAX_LEASE)
    throw new RangeError(`Between 1 and ${MAX_LEASE} clientIDs can be leased at once, not ${count}`)
  const fresh = new Set<number>()
  for (let draws = 0; fresh.size < count; draws += 1) {
    if (draws === count * MAX_DRAWS) throw new Error('The source of randomness repeats itself')
    const client = random() & LARGEST
    // Zero is what a missing author looks like.
    if (client !== 0 && !isTaken(client)) fresh.add(client)
  }
  return [...fresh]
}

/** What is thrown at a writer who leases an id that the room has seen before. */
export function alreadyLeased(room: RoomId, client: number): TypeError {
  return new TypeError(`${room} has leased ${client} before`)
}

/** Random numbers from the platform's generator. */
export const platformRandom: Random = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
