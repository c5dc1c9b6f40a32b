/** Seals what a device keeps: AES-GCM, bound to whose words they are and of what, so that no record can pass for another. */

export type Seal = {
  readonly close: (bytes: Uint8Array<ArrayBuffer>, label: string) => Promise<Uint8Array<ArrayBuffer>>
  /** Undefined when they were sealed with another key or under another label. */
  readonly open: (sealed: Uint8Array<ArrayBuffer>, label: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
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
    async close(bytes, label) {
      const iv = crypto.getRandomValues(new Uint8Array(IV))
      const sealed = new Uint8Array(await subtle.encrypt(how(iv, label), secret, bytes))
      const both = new Uint8Array(IV + sealed.byteLength)
      both.set(iv)
      both.set(sealed, IV)
      return both
    },
    async open(sealed, label) {
      try {
        return new Uint8Array(await subtle.decrypt(how(sealed.slice(0, IV), label), secret, sealed.slice(IV)))
      } catch (error) {
        // "The operation failed for an operation-specific reason" is all that WebCrypto says of a wrong key.
        if (error instanceof DOMException) return undefined
        throw error
      }
    },
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
}
