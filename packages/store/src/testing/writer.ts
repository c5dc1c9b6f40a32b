/**
 * A process that writes to a store without end, and says so on its output once it is told that something is durable:
 *
 *     open
 *     saved talks/table 12 3 <hash of entry 3>
 *     leased talks/table 4123412345
 *     fault disk-full
 *
 * Everything it says has to be in the store whatever happens to it afterwards. After a fault it reads its rooms again and goes on.
 */
import { writeSync } from 'node:fs'
import { StoreFault, StoreInUse } from '../failure.ts'
import { openSqliteStore } from '../sqlite.ts'
import { kes, minute, resumed, table, type Scribe } from '../testing.ts'

const [path = '', seed = '1'] = process.argv.slice(2)
const rooms = ['talks', 'annex', 'caucus'].map(table)
const say = (line: string) => writeSync(1, `${line}\n`)
// A limit on the size of files is told by this signal, which ends a process that does not listen.
process.on('SIGXFSZ', () => undefined)

let state = Number(seed) >>> 0 || 1
/** Xorshift: from 0 to `below` − 1. */
const draw = (below: number) => {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) % below
}

try {
  await write()
} catch (error) {
  if (!(error instanceof StoreInUse)) throw error
  say(error.code)
}

async function write() {
  const store = openSqliteStore({ path })
  for (const room of rooms) await store.rooms.create(room, minute(0))
  let scribes = await Promise.all(rooms.map((room) => resumed(store, room)))
  say('open')
  for (;;) {
    try {
      const growths = scribes
        .filter(() => draw(3) > 0)
        .map((scribe) => scribe.next({ updates: draw(4), entries: draw(20) === 0 ? 1 + draw(2) : 0 }))
      await store.rooms.commit({ rooms: growths })
      for (const { room, expect, updates, entries } of growths) {
        const entry = entries.at(-1)
        say(`saved ${room} ${expect.update + updates.length} ${entry?.seq ?? 0} ${entry?.hash ?? '-'}`)
      }
      if (draw(50) === 0) await lease(scribes[0])
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error
      say(`fault ${error.reason}`)
      scribes = await Promise.all(rooms.map((room) => resumed(store, room)))
    }
    // Lets a signal in.
    await new Promise((resolve) => setImmediate(resolve))
  }

  async function lease(scribe: Scribe | undefined) {
    if (scribe === undefined) return
    for (const client of await store.rooms.lease(scribe.room, kes, 2)) say(`leased ${scribe.room} ${client}`)
  }
}
