/** Unsaved changes of a document as bytes, for the device to keep. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Unsaved changes as one Yjs update, and how the texts read that they are in. */
export type Words = { readonly update: Uint8Array; readonly texts: ReadonlyMap<string, string> }

export function writeWords({ update, texts }: Words): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint8Array(encoder, update)
  encoding.writeVarUint(encoder, texts.size)
  for (const [root, text] of texts) {
    encoding.writeVarString(encoder, root)
    encoding.writeVarString(encoder, text)
  }
  return encoding.toUint8Array(encoder)
}

export function readWords(bytes: Uint8Array): Words {
  const decoder = decoding.createDecoder(bytes)
  const update = decoding.readVarUint8Array(decoder)
  const texts = new Map<string, string>()
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1)
    texts.set(decoding.readVarString(decoder), decoding.readVarString(decoder))
  return { update, texts }
}
