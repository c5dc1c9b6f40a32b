/**
 * Values inside an update: what a mark says, what an attribute is set to.
 *
 * They are bounded while they are read, not after: a few bytes can otherwise become a nesting that no reader survives, or a key that
 * changes the prototype of what carries it.
 */
import * as decoding from 'lib0/decoding'
import type { GateLimits } from './limits.ts'
import { refuse } from './refusal.ts'

/** Tags of lib0's `Any` encoding that contain further values. */
const OBJECT = 118
const ARRAY = 117

/** Reads one value in lib0's `Any` encoding, refusing depth and forbidden keys before they are built. */
export function readValue(decoder: decoding.Decoder, limits: GateLimits, depth = 0): unknown {
  const tag = decoding.peekUint8(decoder)
  if (tag !== OBJECT && tag !== ARRAY) return plainText(decoding.readAny(decoder))
  if (depth === limits.valueDepth) refuse('too-deep', 'nested value')
  decoder.pos += 1
  const length = decoding.readVarUint(decoder)
  // Every element takes at least a byte, so a length that lies ends at the end of the bytes.
  if (tag === ARRAY) {
    const array: unknown[] = []
    for (let index = 0; index < length; index += 1) array.push(readValue(decoder, limits, depth + 1))
    return array
  }
  const object: Record<string, unknown> = {}
  for (let index = 0; index < length; index += 1) {
    const key = plainKey(decoding.readVarString(decoder))
    object[key] = readValue(decoder, limits, depth + 1)
  }
  return object
}

/** Parses one value in JSON, under the same rules. Throws `SyntaxError` when it is not JSON. */
export function parseValue(json: string, limits: GateLimits): unknown {
  if (json.length > limits.value) refuse('too-large', 'value of a mark')
  const value: unknown = JSON.parse(json)
  checkNested(value, limits, 0)
  return value
}

/** Lets a name pass that is harmless as a key of an object. */
export function plainKey(key: string): string {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') refuse('malformed', 'forbidden key')
  return key
}

function checkNested(value: unknown, limits: GateLimits, depth: number): void {
  plainText(value)
  if (typeof value !== 'object' || value === null) return
  if (depth === limits.valueDepth) refuse('too-deep', 'nested value of a mark')
  for (const [key, part] of Object.entries(value)) {
    plainKey(key)
    checkNested(part, limits, depth + 1)
  }
}

function plainText(value: unknown): unknown {
  if (typeof value === 'string' && !value.isWellFormed()) refuse('surrogate', 'half a character in a value')
  return value
}
