/** Awareness states as an editor sends them, as bytes: about 220 bytes with their frame. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Where somebody's caret is, for the `clock`th time. */
export function caret(client: number, clock: number): Uint8Array {
  const at = { type: null, tname: null, item: { client, clock: clock % 1_000 }, assoc: 0 }
  const state = { user: { name: 'Adviser', color: '#1f4e79', party: 'D1' }, cursor: { anchor: at, head: at } }
  return awareness([{ client, clock, json: JSON.stringify(state) }])
}

export type State = { readonly client: number; readonly clock: number; readonly json: string }

/** An awareness update of y-protocols. The JSON need not be any. */
export function awareness(states: readonly State[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, states.length)
    for (const { client, clock, json } of states) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  })
}

/** Tells the newest clock of each client in an awareness update. */
export function eachState(update: Uint8Array, tell: (client: number, clock: number) => void): void {
  const decoder = decoding.createDecoder(update)
  for (let states = decoding.readVarUint(decoder); states > 0; states -= 1) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const length = decoding.readVarUint(decoder)
    decoder.pos += length
    tell(client, clock)
  }
}
