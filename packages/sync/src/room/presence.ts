/** Who is at the table: one line per connection, from the server's leases. What changes is told a few times a second, not at once. */
import { writeMessage } from '../frames.ts'
import type { Presence } from '../messages.ts'

export type PresenceList = {
  readonly join: (who: Presence) => void
  readonly leave: (client: number) => void
  /** Who came and left since the last time, as one frame; undefined when nobody did. */
  readonly changes: () => Uint8Array | undefined
  /** Everybody, for somebody who has just come. */
  readonly all: () => Uint8Array
}

export function presenceList(): PresenceList {
  const here = new Map<number, Presence>()
  const joined = new Map<number, Presence>()
  const left = new Set<number>()
  return {
    join(who) {
      here.set(who.client, who)
      joined.set(who.client, who)
      left.delete(who.client)
    },
    leave(client) {
      if (!here.delete(client)) return
      joined.delete(client)
      left.add(client)
    },
    changes() {
      if (joined.size === 0 && left.size === 0) return undefined
      const frame = writeMessage({ kind: 'presence', joined: [...joined.values()], left: [...left] })
      joined.clear()
      left.clear()
      return frame
    },
    all: () => writeMessage({ kind: 'presence', joined: [...here.values()], left: [] }),
  }
}
