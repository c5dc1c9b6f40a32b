/** Puts a whole room into the store at once: its first entries, and its first words under a clientID leased to the server. */
import type { Timestamp } from '@entente/agreement'
import type { Store } from '@entente/store'
import * as Y from 'yjs'
import type { SampleRoom } from './sample/sample.ts'
import { documentOf, journalOf } from './sample/state.ts'

/** Nothing is written when the room exists already. */
export async function createRoom({ rooms }: Pick<Store, 'rooms'>, room: SampleRoom, at: Timestamp): Promise<'created' | 'exists'> {
  if ((await rooms.create(room.room, at)) === 'exists') return 'exists'
  const updates = room.texts.size === 0 ? [] : [await firstWords({ rooms }, room, at)]
  await rooms.commit({ rooms: [{ room: room.room, epoch: 1, expect: { update: 0, entry: 0 }, updates, entries: journalOf(room) }] })
  return 'created'
}

async function firstWords({ rooms }: Pick<Store, 'rooms'>, room: SampleRoom, at: Timestamp) {
  const [client] = await rooms.lease(room.room, 'server', 1)
  if (client === undefined) throw new Error('The store leased nothing')
  return { at, by: 'server' as const, clients: [client], bytes: Y.encodeStateAsUpdate(documentOf(room, client)) }
}
