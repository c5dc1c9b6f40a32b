/**
 * Carets and selections on their way through the server.
 *
 * They are relayed as they came: the server checks that a state is small, parses, and names only the clientID of the connection it came
 * over, keeps the newest of each, and sends what changed a few times a second. It never looks inside. Who a clientID is, everybody learns
 * from the lease table; what a state claims about its author is nobody's concern.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Limits } from '../limits.ts'

export type Awareness = {
  /**
   * Takes a message in. `strangers` counts the states in it that name somebody else; they are dropped and the rest is taken.
   * Undefined when the message is not an awareness update or over a limit.
   */
  readonly receive: (client: number, update: Uint8Array) => { readonly strangers: number } | undefined
  /** The author has left. */
  readonly leave: (client: number) => void
  /** What changed since the last time, as one update; undefined when nothing did. */
  readonly changes: () => Uint8Array | undefined
  /** Everybody's newest state, for somebody who has just come; undefined when nobody has one. */
  readonly all: () => Uint8Array | undefined
}

type State = {
  readonly clock: number
  /** Client, clock and state as they stand in an update. */
  readonly bytes: Uint8Array
}

export function relayAwareness(limits: Pick<Limits, 'awarenessBytes' | 'awarenessClients'>): Awareness {
  const states = new Map<number, State>()
  const changed = new Map<number, Uint8Array>()

  const take = (client: number, { clock, state, bytes }: Slice) => {
    const known = states.get(client)
    if (known !== undefined && (clock < known.clock || (clock === known.clock && state !== null))) return
    if (known === undefined && state === null) return
    if (state === null) states.delete(client)
    else states.set(client, { clock, bytes })
    changed.set(client, bytes)
  }

  return {
    receive(client, update) {
      const slices = update.byteLength <= limits.awarenessBytes ? slicesOf(update, limits.awarenessClients) : undefined
      if (slices === undefined) return undefined
      const own = slices.filter((slice) => slice.client === client)
      for (const slice of own) take(client, slice)
      return { strangers: slices.length - own.length }
    },
    leave(client) {
      const known = states.get(client)
      if (known === undefined) return
      states.delete(client)
      // With the clock it had: a receiver then forgets the state, and accepts the next one of the same author if he comes back.
      changed.set(client, writeSlice(client, known.clock, 'null'))
    },
    changes() {
      if (changed.size === 0) return undefined
      const update = joined([...changed.values()])
      changed.clear()
      return update
    },
    all: () => (states.size === 0 ? undefined : joined(Array.from(states.values(), ({ bytes }) => bytes))),
  }
}

type Slice = { readonly client: number; readonly clock: number; readonly state: unknown; readonly bytes: Uint8Array }

/** Takes an awareness update of y-protocols apart without decoding more than it must. */
function slicesOf(update: Uint8Array, most: number): readonly Slice[] | undefined {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > most) return undefined
    const slices: Slice[] = []
    for (let index = 0; index < count; index += 1) {
      const from = decoder.pos
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
      slices.push({ client, clock, state, bytes: update.slice(from, decoder.pos) })
    }
    return decoding.hasContent(decoder) ? undefined : slices
  } catch (error) {
    // lib0's errors for bytes that end too early, and SyntaxError for what is not JSON.
    if (error instanceof Error) return undefined
    throw error
  }
}

function writeSlice(client: number, clock: number, json: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, json)
  })
}

function joined(slices: readonly Uint8Array[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, slices.length)
    for (const slice of slices) encoding.writeUint8Array(encoder, slice)
  })
}
