/** Adds up what an update would do to each text, while it is looked through. */
import type { Touch } from './inspection.ts'

export class Tally {
  readonly #touches = new Map<string, Counting>()

  /** What is counted for a text. A text is touched as soon as it is counted for, if only 0. */
  #touch(root: string): Counting {
    const kept = this.#touches.get(root)
    if (kept !== undefined) return kept
    const counting: Counting = { inserted: 0, deleted: 0, deletedOf: new Map() }
    this.#touches.set(root, counting)
    return counting
  }

  inserted(root: string, characters: number): void {
    this.#touch(root).inserted += characters
  }

  deleted(root: string, client: number, characters: number): void {
    const counting = this.#touch(root)
    if (characters === 0) return
    counting.deleted += characters
    counting.deletedOf.set(client, (counting.deletedOf.get(client) ?? 0) + characters)
  }

  touches(): ReadonlyMap<string, Touch> {
    return this.#touches
  }
}

type Counting = { inserted: number; deleted: number; readonly deletedOf: Map<number, number> }
