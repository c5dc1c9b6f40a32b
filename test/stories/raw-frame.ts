/**
 * The frames, byte by byte, written from the section "Frames" of docs/protocol.md: nothing of Entente is imported.
 */

export type RawFrame =
  | { readonly is: 'step-1' | 'step-2' | 'update' | 'awareness'; readonly bytes: Uint8Array }
  | { readonly is: 'message'; readonly json: string }

const SYNC = ['step-1', 'step-2', 'update'] as const

export function readRawFrame(data: Uint8Array): RawFrame {
  let at = 0
  const number = () => {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      const byte = data[at]
      if (byte === undefined) throw new Error('The frame ends too early')
      at += 1
      value += (byte & 127) * shift
      if (byte < 128) return value
    }
  }
  const bytes = () => {
    const length = number()
    at += length
    return data.subarray(at - length, at)
  }
  const frame = ((): RawFrame => {
    const type = number()
    if (type === 4) return { is: 'message', json: new TextDecoder('utf-8', { fatal: true }).decode(bytes()) }
    if (type === 1) return { is: 'awareness', bytes: bytes() }
    const is = type === 0 ? SYNC[number()] : undefined
    if (is === undefined) throw new Error(`A frame of type ${type}`)
    return { is, bytes: bytes() }
  })()
  if (at !== data.length) throw new Error('Bytes after the end of a frame')
  return frame
}

export const rawFrame = {
  step1: (stateVector: Uint8Array) => join([0, 0], stateVector),
  step2: (update: Uint8Array) => join([0, 1], update),
  update: (update: Uint8Array) => join([0, 2], update),
  awareness: (states: Uint8Array) => join([1], states),
  queryAwareness: () => Uint8Array.of(3),
  message: (message: unknown) => rawFrame.json(JSON.stringify(message)),
  json: (text: string): Uint8Array => join([4], new TextEncoder().encode(text)),
}

/** An awareness update. A state of `null` takes it away. */
export function rawStates(states: readonly { readonly client: number; readonly clock: number; readonly state: unknown }[]): Uint8Array {
  const parts = states.flatMap(({ client, clock, state }) => [
    ...varUint(client),
    ...varUint(clock),
    ...join([], new TextEncoder().encode(JSON.stringify(state))),
  ])
  return Uint8Array.from([...varUint(states.length), ...parts])
}

function join(head: readonly number[], bytes: Uint8Array): Uint8Array {
  const start = [...head, ...varUint(bytes.length)]
  const frame = new Uint8Array(start.length + bytes.length)
  frame.set(start)
  frame.set(bytes, start.length)
  return frame
}

function varUint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varUint(Math.floor(value / 128))]
}
