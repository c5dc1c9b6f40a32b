/** Whether a clientID may be written under from now on. */
import * as Y from 'yjs'
import type { GateRefusal } from './refusal.ts'

/**
 * Why a seat may not have a clientID, or undefined when it may: it holds the id already, or nobody ever held it and the text has never
 * seen it. Two authors of one clientID would have a text that reads differently in different places, for ever.
 */
export function claim<Seat>(doc: Y.Doc, client: number, holder: Seat | undefined, seat: Seat): GateRefusal | undefined {
  if (holder === seat) return undefined
  if (holder !== undefined) return { kind: 'refusal', code: 'client-id-taken', rule: 'clientID of somebody else', client }
  if (client === doc.clientID || Y.getState(doc.store, client) > 0) {
    return { kind: 'refusal', code: 'client-id-taken', rule: 'clientID in the text', client }
  }
  return undefined
}
