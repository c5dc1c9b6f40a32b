/** Seals what a device keeps: AES-GCM, bound to whose words they are and of what, so that no record can pass for another. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** Unsaved changes as one Yjs update, and how the texts read that they are in. */
export type Words = { readonly update: Uint8Array; readonly texts: ReadonlyMap<string, string> }

export type Seal = {
  readonly close: (words: Words, label: string) => Promise<Uint8Array<ArrayBuffer>>
  /** Undefined when they were sealed with another key or under another label. */
  readonly open: (sealed: Uint8Array<ArrayBuffer>, label: string) => Promise<Words | undefined>
}

/** Bytes of the initialisation vector, which stands before the sealed bytes (NIST SP 800-38D, section 5.2.1.1). */
const IV = 12

/** `key` is 32 bytes in base64url. Undefined where the page is not served securely: browsers have no cryptography there. */
export async function makeSeal(key: string): Promise<Seal | undefined> {
  // Not there outside secure contexts, whatever the types say.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle
  if (subtle === undefined) return undefined
  const secret = await subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const how = (iv: Uint8Array<ArrayBuffer>, label: string) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(label) })
  return {
    async close(words, label) {
      const iv = crypto.getRandomValues(new Uint8Array(IV))
      const sealed = new Uint8Array(await subtle.encrypt(how(iv, label), secret, write(words)))
      const both = new Uint8Array(IV + sealed.byteLength)
      both.set(iv)
      both.set(sealed, IV)
      return both
    },
    async open(sealed, label) {
      try {
        return read(new Uint8Array(await subtle.decrypt(how(sealed.slice(0, IV), label), secret, sealed.slice(IV))))
      } catch (error) {
        // "The operation failed for an operation-specific reason" is all that WebCrypto says of a wrong key.
        if (error instanceof DOMException) return undefined
        throw error
      }
    },
  }
}

function write({ update, texts }: Words): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint8Array(encoder, update)
  encoding.writeVarUint(encoder, texts.size)
  for (const [root, text] of texts) {
    encoding.writeVarString(encoder, root)
    encoding.writeVarString(encoder, text)
  }
  return encoding.toUint8Array(encoder)
}

function read(bytes: Uint8Array): Words {
  const decoder = decoding.createDecoder(bytes)
  const update = decoding.readVarUint8Array(decoder)
  const texts = new Map<string, string>()
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1)
    texts.set(decoding.readVarString(decoder), decoding.readVarString(decoder))
  return { update, texts }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
}
