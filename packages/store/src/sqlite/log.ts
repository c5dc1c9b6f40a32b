/**
 * The words of all rooms in the order they came: one row for what one room gained in one commit (why so: `migrations.ts`).
 */
import { SeatId, Timestamp, type RoomId } from '@entente/agreement'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { StoredUpdate } from '../contract.ts'
import { Corrupt } from '../failure.ts'
import type { Connection } from './connection.ts'
import { readable } from './fault.ts'

/** How many rows may wait before the index by room is brought up to date. A room is then found by reading at most so many rows, about a millisecond. */
const MAX_UNPLACED = 4096

const Row = z.object({
  first: z.int(),
  last: z.int(),
  said: z.string(),
  bytes: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array),
  crc: z.int(),
})
type Row = z.infer<typeof Row>

const Unplaced = z.object({ rows: z.int() })
const End = z.object({ last: z.int() })

const Said = z.array(z.tuple([Timestamp, z.union([z.literal('server'), SeatId]), z.array(z.int().min(0)), z.int().min(0)]))
type Said = z.infer<typeof Said>

/** A room as the file knows it. */
export type RoomRow = { readonly id: number; readonly room: RoomId }

export type Log = {
  /** Adds updates after the last one of the room. Must run inside a transaction. */
  append(room: RoomRow, before: number, updates: readonly Omit<StoredUpdate, 'seq'>[]): void
  /** Brings the index up to date when enough rows wait. Must run inside a transaction, after the last `append`. */
  place(): void
  /** A transaction came to nothing, and with it what was counted in it. */
  recount(): void
  /** The number of the room's last update, 0 when there is none. */
  end(room: RoomRow): number
  /** The updates after `seq`, each verified. Throws `Corrupt` when one of them, or the one at `seq`, is missing or damaged. */
  since(room: RoomRow, seq: number): readonly StoredUpdate[]
}

export function openLog({ database }: Connection): Log {
  const insert = database.prepare('INSERT INTO log (room, first, last, said, bytes, crc) VALUES (?, ?, ?, ?, ?, ?)')
  const unplaced = database.prepare('SELECT coalesce(max(n), 0) - (SELECT upto FROM placed) AS rows FROM log')
  // A row that stands twice is the room's trouble when it is loaded, and must not stop the others here.
  const place = database.prepare(`
    INSERT INTO places SELECT room, first, n FROM log WHERE n > (SELECT upto FROM placed) ORDER BY room, first, n
    ON CONFLICT DO NOTHING`)
  const mark = database.prepare('UPDATE placed SET upto = (SELECT max(n) FROM log)')
  const lastUnplaced = database.prepare('SELECT last FROM log WHERE n > (SELECT upto FROM placed) AND room = ? ORDER BY n DESC LIMIT 1')
  const lastPlaced = database.prepare('SELECT last FROM places JOIN log USING (n) WHERE places.room = ? ORDER BY places.first DESC LIMIT 1')
  // The row that holds ?2, if it is placed, and all later ones.
  const placed = database.prepare(`
    SELECT log.first, log.last, log.said, log.bytes, log.crc FROM places JOIN log USING (n)
    WHERE places.room = ?1 AND places.first >= coalesce((SELECT max(first) FROM places WHERE room = ?1 AND first <= ?2), 0)
    ORDER BY places.first`)
  const waiting = database.prepare(
    'SELECT first, last, said, bytes, crc FROM log WHERE n > (SELECT upto FROM placed) AND room = ? ORDER BY n',
  )

  /** How many rows wait, once that was asked. Asking at every commit would be a tenth of what a small one costs. */
  let rows: number | undefined
  const countRows = () => Unplaced.parse(unplaced.get()).rows

  return {
    append({ id, room }, before, updates) {
      const first = before + 1
      const last = before + updates.length
      const said = JSON.stringify(updates.map(({ at, by, clients, bytes }): Said[number] => [at, by, [...clients], bytes.length]))
      const bytes = joined(updates.map((update) => update.bytes))
      rows ??= countRows()
      insert.run(id, first, last, said, bytes, checksum(room, { first, last, said, bytes }))
      rows += 1
    },
    place() {
      rows ??= countRows()
      if (rows < MAX_UNPLACED) return
      place.run()
      mark.run()
      rows = 0
    },
    recount() {
      rows = undefined
    },
    end({ id }) {
      const row = lastUnplaced.get(id) ?? lastPlaced.get(id)
      return row === undefined ? 0 : End.parse(row).last
    },
    since({ id, room }, seq) {
      const [early, late] = [readable(Row, placed.iterate(id, seq)), readable(Row, waiting.iterate(id))]
      const rows = early.whole ? [...early.rows, ...late.rows] : early.rows
      const updates: StoredUpdate[] = []
      // The row that holds `seq` itself shows that nothing is missing between a snapshot and the log.
      let end = Math.max(0, Math.min(seq, rows[0]?.first ?? 1) - 1)
      for (const row of rows) {
        for (const update of read(room, end + 1, row)) if (update.seq > seq) updates.push(update)
        end = row.last
      }
      if (!early.whole || !late.whole) throw new Corrupt(room, 'updates', end + 1, 'unreadable')
      if (end < seq) throw new Corrupt(room, 'updates', end + 1, 'missing')
      return updates
    },
  }
}

/** Takes a row apart. Throws `Corrupt` when it is not the row that starts at `seq`, whole. */
function read(room: RoomId, seq: number, row: Row): readonly StoredUpdate[] {
  if (row.first !== seq) throw new Corrupt(room, 'updates', seq, 'missing')
  if (row.crc !== checksum(room, row)) throw new Corrupt(room, 'updates', seq, 'changed')
  let from = 0
  const updates = Said.parse(JSON.parse(row.said)).map(([at, by, clients, length], index) => {
    const bytes = row.bytes.subarray(from, from + length)
    from += length
    return { seq: seq + index, at, by, clients, bytes }
  })
  if (updates.length !== row.last - row.first + 1 || from !== row.bytes.length) throw new Corrupt(room, 'updates', seq, 'unreadable')
  return updates
}

/** Against a failing disk, not against a person: whoever can change the row can change this too. */
function checksum(room: RoomId, { first, last, said, bytes }: Omit<Row, 'crc'>): number {
  return crc32(bytes, crc32(`${room} ${first} ${last} ${said}`))
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts)
}
