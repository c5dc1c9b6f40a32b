/**
 * What a program might send that means no good or is broken: frames that are nearly right, frames that were right until a byte changed, and
 * bytes that never were a frame.
 */
import { commands } from '@entente/agreement'
import * as Y from 'yjs'
import { rawFrame, rawStates } from '../stories/raw-frame.ts'
import { edit } from './edits.ts'
import { handBuilt, mutated } from './hostile.ts'
import type { Random } from './random.ts'

/** What goes out: a WebSocket message, a text message, or bytes past the WebSocket layer. */
export type Shot =
  | { readonly as: 'message'; readonly bytes: Uint8Array }
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'raw'; readonly bytes: Uint8Array }

export type Arsenal = {
  /** The words as an honest person has them now. */
  readonly doc: Y.Doc
  readonly roots: readonly string[]
  /** Updates that were right when they were made. */
  readonly updates: readonly Uint8Array[]
  /** Inputs of commands that could be right. */
  readonly inputs: readonly unknown[]
  /** Statements that the senders might make. They are never sent as they are. */
  readonly statements: readonly { readonly name: string; readonly input: Readonly<Record<string, unknown>> }[]
}

/** Updates of somebody who edits a copy of the document without sending anything. */
export function someUpdates(doc: Y.Doc, roots: readonly string[], client: number, count: number, random: Random): readonly Uint8Array[] {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  copy.clientID = client
  const updates: Uint8Array[] = [Y.encodeStateAsUpdate(copy)]
  copy.on('update', (update: Uint8Array) => updates.push(update))
  while (updates.length < count) edit(copy.getXmlFragment(random.any(roots) ?? ''), random)
  return updates
}

/** One shot by a connection that writes under `own`. */
export function anyShot(arsenal: Arsenal, own: number, random: Random): Shot {
  const kind = random.below(1_000)
  if (kind < 420) return message(rawFrame.update(anyUpdate(arsenal, own, random)))
  if (kind < 500) return message(mutated(rawFrame.update(anyUpdate(arsenal, own, random)), random))
  if (kind < 520) return message(rawFrame.step2(anyUpdate(arsenal, own, random)))
  if (kind < 540) return message(rawFrame.step1(random.chance(0.3) ? Y.encodeStateVector(arsenal.doc) : anyBytes(40, random)))
  if (kind < 640) return message(anyAwareness(own, random))
  if (kind < 660) return message(mutated(anyAwareness(own, random), random))
  if (kind < 840) return message(anyCommand(arsenal, random))
  if (kind < 890) return message(mutated(anyCommand(arsenal, random), random))
  if (kind < 970) return message(anyBytes(60, random))
  if (kind < 975) return message(rawFrame.queryAwareness())
  if (kind < 977) return message(new Uint8Array(random.pick([0, 1 << 16, (1 << 20) + 1])))
  if (kind < 985) return { as: 'text', text: random.word() }
  return { as: 'raw', bytes: anyWebSocketFrame(random) }
}

function message(bytes: Uint8Array): Shot {
  return { as: 'message', bytes }
}

function anyUpdate({ doc, roots, updates }: Arsenal, own: number, random: Random): Uint8Array {
  if (random.chance(0.55)) return handBuilt(doc, own, roots, random)
  const update = random.any(updates) ?? new Uint8Array()
  return random.chance(0.9) ? mutated(update, random) : update
}

function anyAwareness(own: number, random: Random): Uint8Array {
  const states = Array.from({ length: random.below(10) }, () => ({
    client: random.chance(0.8) ? own : random.below(2 ** 31),
    clock: random.below(1_000),
    state: random.pick([null, {}, { caret: 1 }, 'words', { name: '<b>' }, { deep: [[[[[[]]]]]] }]),
  }))
  return rawFrame.awareness(rawStates(states))
}

/** Half a character, and what is deeper than a recursive reader of shapes survives. */
const poisons = [() => 'a \ud83d b', () => nested(4_000)] as const

/** A statement that would be recorded, were it not for one value in it. */
function poisoned({ statements }: Arsenal, random: Random): Uint8Array {
  const { name = '', input = {} } = random.any(statements) ?? {}
  const field = random.any(Object.keys(input)) ?? ''
  return rawFrame.message({
    kind: 'command',
    request: String(random.below(2 ** 31)),
    name,
    input: { ...input, [field]: random.pick(poisons)() },
  })
}

function nested(depth: number): unknown {
  let text: unknown[] = [{ type: 'paragraph', runs: [{ text: 'deep' }] }]
  for (let level = 0; level < depth; level += 1) text = [{ type: 'list', ordered: true, items: [text] }]
  return text
}

function anyCommand(arsenal: Arsenal, random: Random): Uint8Array {
  if (random.chance(0.05)) return poisoned(arsenal, random)
  const { inputs } = arsenal
  const name = random.chance(0.9)
    ? random.any(Object.keys(commands))
    : random.pick(['constructor', '__proto__', 'toString', '', 'x'.repeat(65)])
  // Deeper than a recursive reader or writer survives.
  if (random.chance(0.01))
    return rawFrame.json(`{"kind":"command","request":"1","name":"${name}","input":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)
  return rawFrame.message({
    kind: random.chance(0.97) ? 'command' : 'welcome',
    request: random.chance(0.9) ? String(random.below(2 ** 31)) : random.pick(['', 'a b', '__proto__', 'x'.repeat(65)]),
    name,
    input: random.chance(0.5) ? anyValue(random, 0) : random.any(inputs),
    ...(random.chance(0.02) && { by: 'server' }),
  })
}

const values = ['clause/x', 'c-1', '', null, true, -1, 1e308, 'x'.repeat(9_000), '\ud800', '2026-11-22T00:00:00Z', '0'.repeat(64)] as const
const names = ['clause', 'on', 'position', 'stance', 'terms', 'thread', 'text', 'milestone', '__proto__', 'constructor', 'quote'] as const

function anyValue(random: Random, depth: number): unknown {
  if (depth === 4 || random.chance(0.3)) return random.pick(values)
  if (random.chance(0.3)) return Array.from({ length: random.below(4) }, () => anyValue(random, depth + 1))
  return Object.fromEntries(Array.from({ length: random.below(6) }, () => [random.pick(names), anyValue(random, depth + 1)]))
}

function anyBytes(most: number, random: Random): Uint8Array {
  const bytes = Uint8Array.from({ length: random.below(most) }, () => random.below(256))
  if (bytes.length > 1 && random.chance(0.7)) bytes[0] = random.below(5)
  if (bytes.length > 2 && bytes[0] === 0 && random.chance(0.7)) bytes[1] = random.below(3)
  return bytes
}

/** A frame of the WebSocket protocol with any first byte, any length and any mask, or no frame at all. */
function anyWebSocketFrame(random: Random): Uint8Array {
  if (random.chance(0.3)) return anyBytes(40, random)
  const payload = anyBytes(40, random)
  const length = random.chance(0.8) ? payload.length : random.below(128)
  return Uint8Array.from([random.below(256), length + (random.chance(0.8) ? 128 : 0), 0, 0, 0, 0, ...payload])
}
