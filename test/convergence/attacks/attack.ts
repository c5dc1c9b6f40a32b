/** What an attack is, and what the attacks are made from. */
import type { GateCode, GateLimits, UpdateFormat } from '@entente/sync/gate'
import * as Y from 'yjs'
import { copyOf } from '../oracle.ts'
import type { Person } from '../person.ts'
import type { Random } from '../random.ts'
import { OPEN, type Table } from '../table.ts'

export type Attack = {
  readonly by: Person
  readonly update: Uint8Array
  readonly format?: UpdateFormat
  readonly limits?: GateLimits
  /** One of these has to be the answer. */
  readonly codes: readonly GateCode[]
}

/** Makes attacks of one kind for a document as it stands; none when it offers no opportunity. */
export type Kind = (table: Table, by: Person, random: Random) => readonly Attack[]

/** What somebody's editor would send after editing a fresh copy in a way it should not. */
export function edited(table: Table, client: number, change: (doc: Y.Doc) => void): Edited {
  const copy = copyOf(table.server)
  copy.clientID = client
  let update: Uint8Array = new Uint8Array([0, 0])
  let updateV2: Uint8Array = new Uint8Array([0, 0])
  copy.on('update', (v1: Uint8Array) => {
    update = v1
  })
  copy.on('updateV2', (v2: Uint8Array) => {
    updateV2 = v2
  })
  copy.transact(() => change(copy))
  return { copy, update, updateV2 }
}

export type Edited = { readonly copy: Y.Doc; readonly update: Uint8Array; readonly updateV2: Uint8Array }

/** The items that stand, in texts that everybody may write unless others are named. */
export function standing(doc: Y.Doc, roots: readonly string[] = OPEN): readonly Y.Item[] {
  const items: Y.Item[] = []
  const collect = (type: Y.ContentType['type']): void => {
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted) continue
      items.push(item)
      if (item.content instanceof Y.ContentType) collect(item.content.type)
    }
  }
  for (const root of roots) collect(doc.getXmlFragment(root))
  return items
}

/** The words somebody wrote last, if they still stand. */
export function ownLast(table: Table, client: number): Y.Item | undefined {
  const clock = Y.getState(table.server.store, client)
  return standing(table.server).find(
    (item) => item.id.client === client && item.content instanceof Y.ContentString && item.id.clock + item.length === clock,
  )
}
