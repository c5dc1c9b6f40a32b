/** The postman of the sample negotiation on the northern coast, for tests: real statements, and whoever the test seats. */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SeatId, Timestamp } from '@entente/agreement'
import { onTestFinished } from 'vitest'
import { readSample } from '../sample/sample.ts'
import { stateOf } from '../sample/state.ts'
import type { PostmanOptions, Send } from './postman.ts'

/** Where the milestones are shown. */
export const ADDRESS = 'https://talks.example.org/n/north-coast/milestones'

/** The address of a person, and their seat; nobody vouches for an address that is missing. */
export type Holder = { readonly person: string; readonly seat: string; readonly email?: string }

export async function northCoast(holders: readonly Holder[], send: Send) {
  let now = Timestamp.parse('2026-11-22T12:00:00Z')
  const raw: unknown = JSON.parse(readFileSync(new URL('../../../../samples/north-coast.json', import.meta.url), 'utf8'))
  const reading = readSample(raw, { source: 'test', sha256: 'a'.repeat(64), at: now })
  if (!reading.ok) throw new Error(reading.refusal.detail)
  const state = stateOf(reading.sample.table)
  const folder = await mkdtemp(join(tmpdir(), 'entente-mail-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const faults: unknown[] = []
  const options = {
    store: {
      rooms: { list: async () => ['north-coast/table', 'north-coast/caucus/PTA'] },
      signIn: {
        holdersAt: async () => holders.map(({ person, seat }) => ({ person, seat: SeatId.parse(seat) })),
        identitiesOf: async (person: string) =>
          holders.flatMap((one) => (one.person === person && one.email ? [{ email: one.email }] : [])),
      },
    },
    rooms: { read: async (_: unknown, look: (reading: unknown) => unknown) => look(state) },
    send,
    path: join(folder, 'reminders.json'),
    log: (event: unknown) => void faults.push(event),
    timestamp: () => now,
    addressOf: () => ADDRESS,
  } as unknown as PostmanOptions
  return {
    options,
    /** What was logged. */
    faults,
    /** It is this moment from now on. */
    turns: (moment: string) => void (now = Timestamp.parse(moment)),
  }
}
