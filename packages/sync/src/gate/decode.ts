/**
 * From bytes to what they claim: the first half of the gate, which needs no document.
 *
 * Yjs's own lazy reader does the reading (the eager one allocates whatever number the first bytes name), through decoders that count and
 * refuse on the way. So nothing is built that would be refused for its kind or number afterwards, and no other reading of the same bytes
 * exists: what Yjs decides silently, such as which of two sections of one author it keeps, is refused here.
 */
import type { Decoder } from 'lib0/decoding'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { MAX_CLIENT, MAX_CLOCK, type GateLimits } from './limits.ts'
import { refuse, Refused } from './refusal.ts'
import { parseValue, plainKey, readValue } from './value.ts'

export type Struct = Y.Item | Y.GC

/** The insertions of one author: one after the other, without a gap. Never empty. */
export type Section = { readonly client: number; readonly structs: readonly Struct[] }

/** One run of deleted clocks, from `clock` up to but not including `end`. */
export type Range = { readonly clock: number; readonly end: number }

export type Decoded = {
  readonly sections: readonly Section[]
  /** Ascending and without overlap for each author. */
  readonly deletions: ReadonlyMap<number, readonly Range[]>
  /** What reading it cost: insertions and ranges of deletions. */
  readonly weight: number
}

/** Version 1 is what travels; version 2 is Yjs's other encoding of the same. */
export type UpdateFormat = 'v1' | 'v2'

/** Takes an update apart. Refuses by throwing `Refused`. */
export function decode(update: Uint8Array, limits: GateLimits, format: UpdateFormat = 'v1'): Decoded {
  if (update.byteLength > limits.bytes) refuse('too-large', 'bytes')
  const reading = new Reading(limits)
  current = reading
  const { structs, ds } = read(update, format)
  reading.end()
  return {
    sections: reading.sections(structs),
    deletions: ds.clients.size === 0 ? NO_DELETIONS : rangesOf(ds),
    weight: reading.weight(),
  }
}

function read(update: Uint8Array, format: UpdateFormat): ReturnType<typeof Y.decodeUpdateV2> {
  try {
    return Y.decodeUpdateV2(update, format === 'v1' ? BoundedDecoderV1 : BoundedDecoderV2)
  } catch (error) {
    if (error instanceof Refused) throw error
    // Whatever else stops Yjs, lib0 or the JSON parser: these bytes are not an update. Their messages may quote words of the text.
    if (error instanceof Error) refuse('malformed', 'not an update')
    throw error
  }
}

/** The reading under way. Yjs makes the decoder itself and keeps it, and it reads without interruption. */
let current: Reading

/** Counts and refuses while Yjs reads. */
class Reading {
  readonly limits: GateLimits
  #structs = 0
  #ranges = 0
  /** Who wrote each section, and at which struct it starts. */
  readonly #clients: number[] = []
  readonly #starts: number[] = []
  #bytes: Decoder | undefined

  constructor(limits: GateLimits) {
    this.limits = limits
  }

  begin(bytes: Decoder): void {
    this.#bytes = bytes
  }

  section(client: number): number {
    if (client > MAX_CLIENT) refuse('malformed', 'clientID')
    if (this.#clients.length === this.limits.sections) refuse('too-large', 'authors')
    // Yjs keeps the last section of an author and drops the others.
    if (this.#clients.includes(client)) refuse('malformed', 'repeated section')
    this.#closeSection()
    this.#clients.push(client)
    this.#starts.push(this.#structs)
    return client
  }

  struct(info: number): number {
    this.#structs += 1
    if (this.#structs > this.limits.structs) refuse('too-large', 'insertions')
    switch (info & KIND) {
      case KINDS.gc:
      case KINDS.deleted:
      case KINDS.string:
      case KINDS.format:
      case KINDS.type:
      case KINDS.any:
        return info
      case KINDS.json:
      case KINDS.binary:
      case KINDS.embed:
      case KINDS.doc:
        return refuse('schema', 'kind of content')
      case KINDS.skip:
        return refuse('pending', 'skip')
      default:
        return refuse('malformed', 'kind of content')
    }
  }

  type(reference: number): number {
    if (reference === XML_ELEMENT || reference === XML_TEXT) return reference
    return reference <= XML_TEXT ? refuse('schema', 'kind of type') : refuse('malformed', 'kind of type')
  }

  range(length: number): number {
    this.#ranges += 1
    if (this.#ranges > this.limits.deletions) refuse('too-large', 'deletions')
    return length
  }

  /** Called when Yjs has read all it wants. */
  end(): void {
    this.#closeSection()
    if (this.#bytes === undefined || decoding.hasContent(this.#bytes)) refuse('malformed', 'trailing bytes')
  }

  #closeSection(): void {
    if (this.#starts.at(-1) === this.#structs) refuse('malformed', 'empty section')
  }

  weight(): number {
    return this.#structs + this.#ranges
  }

  sections(structs: readonly (Struct | Y.Skip)[]): readonly Section[] {
    return this.#clients.map((client, index) => {
      const own: Struct[] = []
      const end = this.#starts[index + 1] ?? structs.length
      for (let at = this.#starts[index] ?? end; at < end; at += 1) {
        const struct = structs[at]
        if (struct === undefined || struct instanceof Y.Skip) throw new TypeError('A section has what was refused')
        if (struct.length === 0) refuse('malformed', 'empty insertion')
        own.push(struct)
      }
      const last = own.at(-1)
      if (last === undefined || last.id.clock + last.length > MAX_CLOCK) refuse('malformed', 'clock of an insertion')
      return { client, structs: own }
    })
  }
}

/** The five bits of a struct's first byte that say what it holds, and their meaning. */
const KIND = 0b11111
const KINDS = { gc: 0, deleted: 1, json: 2, binary: 3, string: 4, embed: 5, format: 6, type: 7, any: 8, doc: 9, skip: 10 } as const
/** How Yjs numbers the shared types we use; 0 to 6 exist. */
const XML_ELEMENT = 3
const XML_TEXT = 6

class BoundedDecoderV1 extends Y.UpdateDecoderV1 {
  constructor(decoder: Decoder) {
    super(decoder)
    current.begin(decoder)
  }
  override readClient(): number {
    return current.section(super.readClient())
  }
  override readInfo(): number {
    return current.struct(super.readInfo())
  }
  override readTypeRef(): number {
    return current.type(super.readTypeRef())
  }
  override readKey(): string {
    return plainKey(super.readKey())
  }
  override readAny(): unknown {
    return readValue(this.restDecoder, current.limits)
  }
  override readJSON(): unknown {
    return parseValue(decoding.readVarString(this.restDecoder), current.limits)
  }
  override readDsLen(): number {
    return current.range(super.readDsLen())
  }
}

class BoundedDecoderV2 extends Y.UpdateDecoderV2 {
  constructor(decoder: Decoder) {
    super(decoder)
    current.begin(decoder)
  }
  override readClient(): number {
    return current.section(super.readClient())
  }
  override readInfo(): number {
    return current.struct(super.readInfo())
  }
  override readTypeRef(): number {
    return current.type(super.readTypeRef())
  }
  override readKey(): string {
    return plainKey(super.readKey())
  }
  override readAny(): unknown {
    return readValue(this.restDecoder, current.limits)
  }
  override readJSON(): unknown {
    return readValue(this.restDecoder, current.limits)
  }
  override readDsLen(): number {
    return current.range(super.readDsLen())
  }
}

const NO_DELETIONS: ReadonlyMap<number, readonly Range[]> = new Map()

function rangesOf(deletes: ReturnType<typeof Y.decodeUpdateV2>['ds']): ReadonlyMap<number, readonly Range[]> {
  const ranges = new Map<number, readonly Range[]>()
  for (const [client, items] of deletes.clients) {
    let last = 0
    ranges.set(
      client,
      items.map(({ clock, len }) => {
        const end = clock + len
        if (len === 0) refuse('malformed', 'empty deletion')
        if (clock < last) refuse('malformed', 'order of deletions')
        if (end > MAX_CLOCK) refuse('malformed', 'clock of a deletion')
        last = end
        return { clock, end }
      }),
    )
  }
  return ranges
}
