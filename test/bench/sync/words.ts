/**
 * What the load types, as bytes: Yjs updates that Entente's gate lets in, made without a Y.Doc because hundreds of writers share one core.
 *
 * All targets get the same bytes. A document begins with `foundation`, the first words of an empty clause; everybody then writes into its one
 * text, each at the end of their own run.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { rootName, writeText } from '@entente/draft'
import type { ClauseId } from '@entente/agreement'
import * as Y from 'yjs'

/** A place in a Yjs document. */
export type Id = { readonly client: number; readonly clock: number }

/** The empty clause: one paragraph, and in it the text in which everybody types. */
export function foundation(clause: ClauseId, client: number): { readonly update: Uint8Array; readonly text: Id } {
  const doc = new Y.Doc()
  doc.clientID = client
  writeText(doc.getXmlFragment(rootName({ kind: 'clause', clause })), [])
  return { update: Y.encodeStateAsUpdate(doc), text: { client, clock: 1 } }
}

/** Somebody who types "x", again and again, at the end of what they have typed. */
export class Typist {
  readonly client: number
  readonly #text: Id
  #clock = 0

  constructor(client: number, text: Id) {
    this.client = client
    this.#text = text
  }

  /** How much was typed so far. */
  get clock(): number {
    return this.#clock
  }

  next(): Uint8Array {
    const clock = this.#clock
    this.#clock += 1
    return one(this.client, clock, (encoder) => {
      if (clock === 0) writeInText(encoder, this.#text)
      else writeAfter(encoder, { client: this.client, clock: clock - 1 })
      encoding.writeVarString(encoder, 'x')
    })
  }
}

/**
 * Text that was written by many insertions in the middle: `runs` runs of `RUN` characters, each begun after the first character of the one
 * before, so that Yjs cannot keep them as one.
 */
export function grown(client: number, text: Id, runs: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, runs)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 0)
    for (let run = 0; run < runs; run += 1) {
      if (run === 0) writeInText(encoder, text)
      else writeAfter(encoder, { client, clock: (run - 1) * RUN })
      encoding.writeVarString(encoder, english(run * RUN, RUN))
    }
    encoding.writeVarUint(encoder, 0)
  })
}

/** Characters of one run of `grown`. */
export const RUN = 50

/**
 * One insertion of `length` characters into the text, as the first of its author or after what he wrote before. `instead` goes with it: so many
 * of the author's characters before them.
 */
export function pasted(client: number, clock: number, text: Id, length: number, instead = 0): Uint8Array {
  return one(
    client,
    clock,
    (encoder) => {
      if (clock === 0) writeInText(encoder, text)
      else writeAfter(encoder, { client, clock: clock - 1 })
      encoding.writeVarString(encoder, 'x'.repeat(length))
    },
    instead,
  )
}

const PROSE =
  'The Parties shall withdraw all heavy weapons to the lines shown on the annexed map within thirty days, and shall notify the Joint Commission of each movement no later than the day before. '

/** `length` characters of English, from anywhere in an endless text. */
export function english(from: number, length: number): string {
  const start = from % PROSE.length
  return PROSE.repeat(Math.ceil((start + length) / PROSE.length)).slice(start, start + length)
}

const STRING = 4
const HAS_ORIGIN = 0x80
const PARENT_IS_ID = 0

/** An update with one insertion; `write` says where it goes and what it holds. With it go so many of the author's characters before it. */
function one(client: number, clock: number, write: (encoder: encoding.Encoder) => void, instead = 0): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    write(encoder)
    encoding.writeVarUint(encoder, instead === 0 ? 0 : 1)
    if (instead === 0) return
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clock - instead)
    encoding.writeVarUint(encoder, instead)
  })
}

function writeInText(encoder: encoding.Encoder, text: Id): void {
  encoding.writeUint8(encoder, STRING)
  encoding.writeVarUint(encoder, PARENT_IS_ID)
  writeId(encoder, text)
}

function writeAfter(encoder: encoding.Encoder, origin: Id): void {
  encoding.writeUint8(encoder, STRING | HAS_ORIGIN)
  writeId(encoder, origin)
}

function writeId(encoder: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

/** Tells of each author in an update from which clock to which it brings insertions. Reads runs of words itself and asks Yjs for anything else. */
export function eachAuthor(update: Uint8Array, tell: (client: number, from: number, to: number) => void): void {
  const found: [client: number, from: number, to: number][] = []
  const decoder = decoding.createDecoder(update)
  for (let sections = decoding.readVarUint(decoder); sections > 0; sections -= 1) {
    const structs = decoding.readVarUint(decoder)
    const client = decoding.readVarUint(decoder)
    const from = decoding.readVarUint(decoder)
    let to = from
    for (let index = 0; index < structs; index += 1) {
      const length = wordsAt(decoder)
      if (length === undefined) return askYjs(update, tell)
      to += length
    }
    found.push([client, from, to])
  }
  for (const author of found) tell(...author)
}

/** The length of the run of words that begins here; undefined when it is something else. */
function wordsAt(decoder: decoding.Decoder): number | undefined {
  const info = decoding.readUint8(decoder)
  if ((info & 0x1f) !== STRING) return undefined
  const neighbours = (info & 0x80 ? 1 : 0) + (info & 0x40 ? 1 : 0)
  if (neighbours === 0 && decoding.readVarUint(decoder) !== PARENT_IS_ID) return undefined
  for (let ids = Math.max(1, neighbours); ids > 0; ids -= 1) {
    decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
  }
  return decoding.readVarString(decoder).length
}

function askYjs(update: Uint8Array, tell: (client: number, from: number, to: number) => void): void {
  const { from, to } = Y.parseUpdateMeta(update)
  for (const [client, end] of to) tell(client, from.get(client) ?? end, end)
}
