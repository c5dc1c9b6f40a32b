import { readFileSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SeatId, Timestamp, type Awaited } from '@entente/agreement'
import { expect, test } from 'vitest'
import { readSample } from '../sample/sample.ts'
import { stateOf } from '../sample/state.ts'
import { deliver, type Letter, type PostmanOptions } from './postman.ts'
import { reminderOf } from './reminder.ts'

const about = { title: 'Northern Coast\r\nBcc: everybody@example.org', address: 'https://talks.example.org/n/north-coast/milestones' }

test('[mail-1] a reminder counts what waits, and says neither which milestone nor which party', () => {
  const waits: readonly Awaited[] = [
    { is: 'report', milestone: 'ms-14' as never, day: '2026-10-25' as never, late: true },
    { is: 'report', milestone: 'ms-18' as never, day: undefined, late: false },
    { is: 'dispute', milestone: 'ms-13' as never, day: undefined, late: false },
  ]
  const reminder = reminderOf(waits, about)
  expect(reminder?.subject).toBe('3 things wait for you: Northern Coast Bcc: everybody@example.org')
  expect(reminder?.text).toContain('- 2 reports are to be made (1 late)')
  expect(reminder?.text).not.toMatch(/ms-|PT[ABC]/)
  expect(reminderOf([{ is: 'dispute', milestone: 'ms-13' as never, day: undefined, late: false }], about)).toBeUndefined()
  expect(reminderOf([], about)).toBeUndefined()
})

test('[mail-2] a letter goes to whoever has something waiting and an address, once, also after a restart, and again when something else waits a day later', async () => {
  const raw: unknown = JSON.parse(readFileSync(new URL('../../../../samples/north-coast.json', import.meta.url), 'utf8'))
  let now = Timestamp.parse('2026-11-22T12:00:00Z')
  const reading = readSample(raw, { source: 'test', sha256: 'a'.repeat(64), at: now })
  if (!reading.ok) throw new Error(reading.refusal.detail)
  const state = stateOf(reading.sample.table)
  const letters: Letter[] = []
  const holder = (person: string, seat: string) => ({ person, seat: SeatId.parse(seat) })
  const options = {
    store: {
      rooms: { list: async () => ['north-coast/table', 'north-coast/caucus/PTA'] },
      signIn: {
        holdersAt: async () => [holder('anna', 'u-a1'), holder('boris', 'u-b1'), holder('olga', 'u-ob')],
        identitiesOf: async (person: string) => (person === 'boris' ? [] : [{ email: `${person}@mfa.example` }]),
      },
    },
    rooms: { read: async (_: unknown, look: (reading: unknown) => unknown) => look(state) },
    send: async (letter: Letter) => void letters.push(letter),
    path: join(await mkdtemp(join(tmpdir(), 'entente-mail-')), 'reminders.json'),
    log: () => undefined,
    timestamp: () => now,
    addressOf: () => about.address,
  } as unknown as PostmanOptions
  expect(await deliver(options)).toBe(1)
  expect(letters).toMatchObject([{ to: 'anna@mfa.example', subject: expect.stringContaining('for you: Northern Coast') as string }])
  expect(await deliver(options)).toBe(0)
  now = Timestamp.parse('2026-11-24T12:00:00Z')
  expect(await deliver(options)).toBe(0)
  now = Timestamp.parse('2027-02-05T12:00:00Z')
  expect(await deliver(options)).toBe(1)
  expect(await readFile(options.path, 'utf8')).not.toContain('@')
  const failing = { ...options, path: `${options.path}.other`, send: () => Promise.reject(new Error('refused')) }
  expect(await deliver(failing)).toBe(0)
})
