/** Who says that they are typing where. Worked out once per change of awareness, however many clauses ask. */
import type { PartyId } from '@entente/agreement'
import type { Presence, Room } from '@entente/sync/client'
import { useCallback, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { useRoom } from '../room/useRoom.ts'
import { readCaretState } from './caret-sharing.ts'

/** The parties of others that type in a root, as a list with spaces: a plain value, so that nothing is drawn again for nothing. */
export function typingIn(root: string, states: ReadonlyMap<number, unknown>, presence: readonly Presence[], own: number): string {
  const people = new Map(presence.map(({ client, party }) => [client, party]))
  const parties = [...states].flatMap(([client, state]) =>
    client !== own && readCaretState(state).root === root ? (people.get(client) ?? []) : [],
  )
  return [...new Set<PartyId>(parties)].toSorted().join(' ')
}

/** The parties that type in a root now. */
export function useTyping(root: string): readonly string[] {
  const room = useRoom()
  const subscribe = useCallback((listener: () => void) => follow(room, listener), [room])
  const parties = useSyncExternalStore(subscribe, () => {
    const awareness = room.awareness()
    return awareness.getStates().size < 2 ? '' : typingIn(root, awareness.getStates(), room.view().presence, awareness.clientID)
  })
  return parties === '' ? nobody : parties.split(' ')
}

const nobody: readonly string[] = []

/** Listens to the awareness of a room, also to the one that takes its place after a refusal. */
function follow(room: Room, listener: () => void): () => void {
  let awareness: Awareness = room.awareness()
  awareness.on('change', listener)
  const stop = room.subscribe(() => {
    if (room.awareness() === awareness) return
    awareness.off('change', listener)
    awareness = room.awareness()
    awareness.on('change', listener)
    listener()
  })
  return () => {
    awareness.off('change', listener)
    stop()
  }
}
