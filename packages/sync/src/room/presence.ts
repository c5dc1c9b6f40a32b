/**
 * Who is at the table: one line per connection, from the server's leases. What changes is told a few times a second, not at once.
 *
 * When everybody comes at the same time, the whole list would be written out for each of them. So the list is written as it stood when
 * changes were told last, once for all who come until the next time; with it they get what has changed since.
 */
import { writeMessage } from '../frames.ts'
import type { Presence } from '../messages.ts'
import { outgoing, type Outgoing } from './socket.ts'

export type PresenceList = {
  readonly join: (who: Presence) => void
  readonly leave: (client: number) => void
  /** Who came and left since the last time; undefined when nobody did. */
  readonly changes: () => Outgoing | undefined
  /** Everybody, for somebody who has just come and hears of all changes from now on. */
  readonly all: () => readonly Outgoing[]
}

export function presenceList(): PresenceList {
  /** Those the others have been told of. */
  const here = new Map<number, Presence>()
  const joined = new Map<number, Presence>()
  const left = new Set<number>()
  let listed: Outgoing | undefined
  return {
    join(who) {
      joined.set(who.client, who)
    },
    leave(client) {
      if (joined.delete(client) || here.delete(client)) left.add(client)
      listed = undefined
    },
    changes() {
      if (joined.size === 0 && left.size === 0) return undefined
      const frame = written([...joined.values()], [...left])
      for (const [client, who] of joined) here.set(client, who)
      joined.clear()
      left.clear()
      listed = undefined
      return frame
    },
    all() {
      if (here.size > 0) listed ??= written([...here.values()], [])
      return [...(listed === undefined ? [] : [listed]), ...(joined.size === 0 ? [] : [written([...joined.values()], [])])]
    },
  }
}

function written(joined: readonly Presence[], left: readonly number[]): Outgoing {
  return outgoing(writeMessage({ kind: 'presence', joined, left }))
}
