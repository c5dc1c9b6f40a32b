/**
 * How clauses read while the document is not in memory.
 *
 * Their fingerprints and brackets are kept, because every look at what is agreed needs them. Their words are in the room's bytes already;
 * the few who want to see them have the document built for it.
 */
import type { ClauseId, Reading, Readings } from '@entente/agreement'

/** The same readings without their words. `again` reads them anew, when somebody asks and before anything of them has changed. */
export function atRest(readings: Readings, again: () => Readings): Readings {
  return new Map(Array.from(readings, ([clause, reading]) => [clause, new RestingReading(clause, reading, again)]))
}

class RestingReading implements Reading {
  readonly fingerprint: Reading['fingerprint']
  readonly openBrackets: number
  readonly #clause: ClauseId
  readonly #again: () => Readings

  constructor(clause: ClauseId, { fingerprint, openBrackets }: Reading, again: () => Readings) {
    this.fingerprint = fingerprint
    this.openBrackets = openBrackets
    this.#clause = clause
    this.#again = again
  }

  get text(): Reading['text'] {
    return this.#awake().text
  }

  get wording(): Reading['wording'] {
    return this.#awake().wording
  }

  #awake(): Reading {
    const reading = this.#again().get(this.#clause)
    // Whoever keeps a reading longer than the call it was made for would else be shown other words under its name.
    if (reading?.fingerprint !== this.fingerprint) throw new Error(`The words of ${this.#clause} have changed since they were at rest`)
    return reading
  }
}
