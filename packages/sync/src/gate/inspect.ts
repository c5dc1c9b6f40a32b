/**
 * The static half of the gate: what an update would do, computed from its bytes and the document before anything is applied.
 *
 * It has to be static. Applying cannot be undone, Yjs may throw half-way, and what a transaction reports as changed is what the update
 * claims, not what happened. Whether the update may do what it would do is for `admit` to say.
 */
import type { Shape } from '@entente/draft'
import * as Y from 'yjs'
import { GateBreach } from './breach.ts'
import { decode, type UpdateFormat } from './decode.ts'
import { Deletions } from './deletions.ts'
import { Horizon } from './horizon.ts'
import { Insertions } from './insertions.ts'
import type { ClockRange, Inspection } from './inspection.ts'
import type { GateLimits } from './limits.ts'
import { Refused, type GateRefusal } from './refusal.ts'
import { Tally } from './tally.ts'

export type GateRules = {
  /** What texts may consist of. */
  readonly shape: Shape
  readonly limits: GateLimits
  /** Version 1 unless said otherwise. */
  readonly format?: UpdateFormat
}

/**
 * Says what an update would do to a document, or why no honest client would send it. Changes nothing. Throws `GateBreach` when the
 * document itself is not sound.
 */
export function inspect(doc: Y.Doc, update: Uint8Array, rules: GateRules): Inspection | GateRefusal {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new GateBreach('pending')
  try {
    return look(doc, update, rules)
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

function look(doc: Y.Doc, update: Uint8Array, { shape, limits, format }: GateRules): Inspection {
  const { sections, deletions, weight } = decode(update, limits, format)
  const horizon = new Horizon(doc, sections)
  const tally = new Tally()
  new Insertions(horizon, tally, shape, limits).lookThrough()
  const deleting = new Deletions(horizon, deletions, tally, limits)
  const deletes = deleting.lookThrough()
  const authors = authorsOf(horizon)
  return {
    kind: 'inspection',
    noop: authors.size === 0 && !deletes,
    typing: deletions.size === 0 && isTyping(horizon),
    authors,
    touches: tally.touches(),
    creates: horizon.planned(),
    unseen: deleting.unseen(),
    weight,
  }
}

function isTyping(horizon: Horizon): boolean {
  const [section] = horizon.sections
  if (section === undefined || horizon.sections.length !== 1 || section.structs[0]?.id.clock !== section.base) return false
  return section.structs.every((struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return false
    const { of, key } = horizon.place(struct)
    return key === null && of.is === 'text' && of.type?._item?.deleted === false
  })
}

function authorsOf({ sections }: Horizon): ReadonlyMap<number, ClockRange> {
  const authors = new Map<number, ClockRange>()
  for (const { client, base, clock } of sections) if (clock > base) authors.set(client, { from: base, to: clock })
  return authors
}
