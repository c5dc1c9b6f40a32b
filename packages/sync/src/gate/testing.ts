/**
 * Builds updates that no client writes, byte by byte, for the tests of the gate. Nothing is checked: what is asked for is what is written.
 */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** What an insertion holds: its kind, as the first byte of a struct has it, its length in clocks, and how its bytes are written. */
export type Content = { readonly kind: number; readonly length: number; readonly write: (encoder: Y.UpdateEncoderV1) => void }

export type Insertion = {
  readonly content: Content
  readonly origin?: Y.ID | undefined
  readonly right?: Y.ID | undefined
  /** A root by name or a node by id. Written only without neighbours, as Yjs reads it only then. */
  readonly parent?: string | Y.ID | undefined
  readonly key?: string | undefined
}

export type ForgedSection = {
  readonly client: number
  readonly clock: number
  readonly insertions: readonly Insertion[]
  /** Claims this many insertions instead of the true number. */
  readonly claims?: number
}

export type ForgedDeletions = { readonly client: number; readonly ranges: readonly (readonly [clock: number, length: number])[] }

/** An update with these sections and deletions. `claims` is the number of sections in its first bytes, if it is to be wrong. */
export function forge(
  sections: readonly ForgedSection[],
  deletions: readonly ForgedDeletions[] = [],
  claims = sections.length,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const rest = encoder.restEncoder
  encoding.writeVarUint(rest, claims)
  for (const section of sections) {
    encoding.writeVarUint(rest, section.claims ?? section.insertions.length)
    encoder.writeClient(section.client)
    encoding.writeVarUint(rest, section.clock)
    for (const insertion of section.insertions) writeInsertion(encoder, insertion)
  }
  encoding.writeVarUint(rest, deletions.length)
  for (const { client, ranges } of deletions) {
    encoding.writeVarUint(rest, client)
    encoding.writeVarUint(rest, ranges.length)
    for (const [clock, length] of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(length)
    }
  }
  return encoder.toUint8Array()
}

/** One author's insertions. */
export function forgeOne(client: number, clock: number, ...insertions: readonly Insertion[]): Uint8Array {
  return forge([{ client, clock, insertions }])
}

const ORIGIN = 0x80
const RIGHT = 0x40
const KEY = 0x20

function writeInsertion(encoder: Y.UpdateEncoderV1, { content, origin, right, parent, key }: Insertion): void {
  if (content.kind === GC || content.kind === SKIP) {
    encoder.writeInfo(content.kind)
    content.write(encoder)
    return
  }
  encoder.writeInfo(content.kind | (origin ? ORIGIN : 0) | (right ? RIGHT : 0) | (key === undefined ? 0 : KEY))
  if (origin) encoder.writeLeftID(origin)
  if (right) encoder.writeRightID(right)
  if (!origin && !right) {
    encoder.writeParentInfo(!(parent instanceof Y.ID))
    if (parent instanceof Y.ID) encoder.writeLeftID(parent)
    else encoder.writeString(parent ?? '')
    if (key !== undefined) encoder.writeString(key)
  }
  content.write(encoder)
}

const GC = 0
const SKIP = 10

const one = (kind: number, write: Content['write']): Content => ({ kind, length: 1, write })

export const content = {
  words: (words: string): Content => ({ kind: 4, length: words.length, write: (encoder) => encoder.writeString(words) }),
  mark: (key: string, value: unknown): Content =>
    one(6, (encoder) => {
      encoder.writeKey(key)
      encoder.writeJSON(value)
    }),
  node: (name: string): Content =>
    one(7, (encoder) => {
      encoder.writeTypeRef(3)
      encoder.writeKey(name)
    }),
  text: (): Content => one(7, (encoder) => encoder.writeTypeRef(6)),
  /** Y.Array 0, Y.Map 1, Y.Text 2, fragment 4, hook 5. */
  type: (reference: number): Content =>
    one(7, (encoder) => {
      encoder.writeTypeRef(reference)
      if (reference === 5) encoder.writeKey('hook')
    }),
  any: (...values: readonly unknown[]): Content => ({
    kind: 8,
    length: values.length,
    write: (encoder) => {
      encoder.writeLen(values.length)
      for (const value of values) encoder.writeAny(value)
    },
  }),
  json: (value: unknown): Content =>
    one(2, (encoder) => {
      encoder.writeLen(1)
      encoder.writeString(JSON.stringify(value))
    }),
  binary: (): Content => one(3, (encoder) => encoder.writeBuf(new Uint8Array(2))),
  embed: (): Content => one(5, (encoder) => encoder.writeJSON({ image: 'x' })),
  document: (): Content =>
    one(9, (encoder) => {
      encoder.writeString('sub')
      encoder.writeAny({})
    }),
  deleted: (length: number): Content => ({ kind: 1, length, write: (encoder) => encoder.writeLen(length) }),
  collected: (length: number): Content => ({ kind: GC, length, write: (encoder) => encoder.writeLen(length) }),
  skip: (length: number): Content => ({ kind: SKIP, length, write: ({ restEncoder }) => encoding.writeVarUint(restEncoder, length) }),
  /** Any bytes under any kind. */
  raw: (kind: number, ...bytes: readonly number[]): Content =>
    one(kind, ({ restEncoder }) => encoding.writeUint8Array(restEncoder, Uint8Array.from(bytes))),
}

export function id(client: number, clock: number): Y.ID {
  return Y.createID(client, clock)
}
