/**
 * Who was sent what, when it was due, and when a probe had it.
 *
 * Every writer numbers what he sends; a number is delivered to a probe when that or a later one has arrived there. Latency counts from
 * the moment the number was due, so a server that stalls cannot hide it by slowing the load down.
 */

/** What one writer was to send: the moments, by number. */
export class Sent {
  readonly due: number[] = []

  /** Says that the next one is due now. Answers its number. */
  add(at: number): number {
    return this.due.push(at) - 1
  }
}

export type Window = { from: number; to: number }

/** One receiver who notes everything. */
export class Probe {
  readonly latencies: number[] = []
  /** Numbers that were passed over, and can never come any more. */
  passed = 0
  readonly #of: ReadonlyMap<number, Sent>
  readonly #next = new Map<number, number>()
  readonly #window: Window

  /** `of` are the writers other than himself, by clientID. */
  constructor(of: ReadonlyMap<number, Sent>, window: Window) {
    this.#of = of
    this.#window = window
  }

  /** The numbers from `from` up to, not including, `to` have come. */
  arrived(client: number, from: number, to: number, now: number): void {
    const sent = this.#of.get(client)
    if (sent === undefined) return
    let next = this.#next.get(client) ?? 0
    if (from > next) {
      this.passed += from - next
      next = from
    }
    for (; next < to; next += 1) {
      const due = sent.due[next]
      if (due !== undefined && due >= this.#window.from && due < this.#window.to) this.latencies.push(now - due)
    }
    this.#next.set(client, next)
  }

  /** How many have not come. */
  missing(): number {
    let missing = this.passed
    for (const [client, { due }] of this.#of) missing += due.length - (this.#next.get(client) ?? 0)
    return missing
  }
}

/** The value below which so many of a hundred lie; NaN of none. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = Float64Array.from(values).toSorted()
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredths) / 100))] ?? Number.NaN
}

export function percentiles(values: readonly number[]) {
  return { p50: percentile(values, 50), p95: percentile(values, 95), p99: percentile(values, 99) }
}
