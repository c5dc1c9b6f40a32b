/** Rows of the store that somebody or the disk has changed: found, named, and nobody else's trouble. Attack cases D10 and D14. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { NegotiationId, Timestamp, tableOf } from '@entente/agreement'
import type { StartOptions } from '@entente/server/start'
import { expect, test } from 'vitest'
import { openHouse, VESNA } from '../stories/house.ts'
import { openStage, saved } from './stage.ts'

const COAST = NegotiationId.parse('north-coast')

/** Changes the file as nothing of ours could. */
function tamper(data: string, statements: string) {
  const database = new DatabaseSync(join(data, 'entente.db'))
  for (const trigger of ['entries_stay', 'entries_hold', 'log_stays', 'log_holds']) database.exec(`DROP TRIGGER IF EXISTS ${trigger}`)
  database.exec(`PRAGMA foreign_keys = OFF; ${statements}`)
  database.close()
}

const table = `(SELECT id FROM rooms WHERE room = '${tableOf(VESNA)}')`

test.each([
  ['an entry was removed', `DELETE FROM entries WHERE room = ${table} AND seq = 5`, /entries do not hold at 5/],
  [
    'an entry was changed',
    `UPDATE entries SET entry = replace(entry, '2026', '2027') WHERE room = ${table} AND seq = 7`,
    /entries do not hold at 7/,
  ],
  [
    'two entries changed places',
    `UPDATE entries SET seq = 1000 + seq WHERE room = ${table} AND seq IN (8, 9); UPDATE entries SET seq = 1017 - seq WHERE seq > 1000`,
    /entries do not hold at 8/,
  ],
  [
    'an update was changed',
    `UPDATE log SET bytes = zeroblob(length(bytes)) WHERE room = ${table} AND first = 1`,
    /updates do not hold at 1/,
  ],
])('[D10] [D14] [durable-9] %s: the room is named and closed, the others are served', { timeout: 60_000 }, async (_, change, says) => {
  const stage = await openStage()
  await stage.begin()
  const [kestria, coast] = [await stage.sit('u-kes1'), await stage.sit('u-a1', COAST)]
  kestria.insert('c6', 0, '<one>')
  await saved(kestria)
  await stage.end('SIGTERM')
  tamper(stage.data, change)
  const told = await stage.entente('doctor')
  expect([told.code, told.err]).toEqual([1, expect.stringMatching(says) as string])
  expect(told.out).toContain(`${tableOf(COAST)}: `)
  await stage.begin()
  const ended = await kestria.until(({ connection }) => connection.is === 'ended', 20_000)
  expect(ended.connection).toMatchObject({ is: 'ended', code: 4406, reason: 'quarantined' })
  const clause = [...coast.room.view().readings.keys()][0] ?? ''
  coast.insert(clause, 0, '<served>')
  await saved(coast)
})

test('[D14] [durable-9] a poisoned document stops itself and nothing else, in every life of the server', { timeout: 60_000 }, async () => {
  const events: Parameters<StartOptions['log']>[0][] = []
  const house = await openHouse({ log: (event) => void events.push(event) })
  const kestria = await house.sit('u-kes1')
  const coast = await house.sit('u-a1', COAST)
  await house.besides(async ({ rooms }) => {
    const stored = await rooms.load(tableOf(VESNA))
    if (stored === undefined) throw new Error('There is no table')
    const update = { at: Timestamp.parse(new Date().toISOString()), by: 'server' as const, clients: [], bytes: Uint8Array.of(9, 9, 9, 9) }
    const last = stored.updates.at(-1)?.seq ?? stored.snapshot?.uptoUpdate ?? 0
    const expected = { update: last, entry: stored.entries.length }
    await rooms.commit({ rooms: [{ room: stored.room, epoch: stored.epoch, expect: expected, updates: [update], entries: [] }] })
  })
  await kestria.until(({ connection }) => connection.is === 'ended' && connection.code === 4406, 20_000)
  await house.restart()
  const quarantined = () => events.filter(({ event }) => event === 'room-quarantined').map(({ room }) => room)
  await expect.poll(quarantined).toEqual([tableOf(VESNA), tableOf(VESNA)])
  const clause = [...coast.room.view().readings.keys()][0] ?? ''
  coast.insert(clause, 0, '<served>')
  await coast.until(({ unsaved, connection }) => unsaved === 0 && connection.is === 'live', 20_000)
  expect((await house.fetch('/healthz')).status).toBe(200)
})

test(
  '[D10] [durable-10] a journal that lost its end verifies by itself; a browser that has seen the end tells',
  { timeout: 60_000 },
  async () => {
    const stage = await openStage()
    await stage.begin()
    const kestria = await stage.sit('u-kes1')
    expect(await kestria.states('c6', { stance: 'objects', reason: 'Not these words' })).toEqual({ ok: true })
    const { seq } = kestria.room.view().record.head
    await stage.end('SIGTERM')
    tamper(stage.data, `DELETE FROM entries WHERE room = ${table} AND seq = ${seq}`)
    expect(await stage.entente('doctor')).toMatchObject({ code: 0 })
    await stage.begin()
    const ended = await kestria.until(({ connection }) => connection.is === 'ended', 20_000)
    expect(ended.connection).toMatchObject({ reason: 'chain-broken' })
    expect(ended.record.chain).toEqual({ is: 'broken', seq })
  },
)
