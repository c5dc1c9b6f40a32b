import { readFile } from 'node:fs/promises'
import type { Awaited } from '@entente/agreement'
import { expect, test } from 'vitest'
import { deliver, type Letter } from './postman.ts'
import { ADDRESS, northCoast } from './postman.testing.ts'
import { reminderOf } from './reminder.ts'

const about = { title: 'Northern Coast\r\nBcc: everybody@example.org', address: ADDRESS }

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
  const letters: Letter[] = []
  const holders = [
    { person: 'anna', seat: 'u-a1', email: 'anna@mfa.example' },
    { person: 'boris', seat: 'u-b1' },
    { person: 'olga', seat: 'u-ob', email: 'olga@mfa.example' },
  ]
  const { options, turns } = await northCoast(holders, async (letter) => void letters.push(letter))
  expect(await deliver(options)).toBe(1)
  expect(letters).toMatchObject([{ to: 'anna@mfa.example', subject: expect.stringContaining('for you: Northern Coast') as string }])
  expect(await deliver(options)).toBe(0)
  turns('2026-11-24T12:00:00Z')
  expect(await deliver(options)).toBe(0)
  turns('2027-02-05T12:00:00Z')
  expect(await deliver(options)).toBe(1)
  expect(await readFile(options.path, 'utf8')).not.toContain('@')
  const failing = { ...options, path: `${options.path}.other`, send: () => Promise.reject(new Error('refused')) }
  expect(await deliver(failing)).toBe(0)
})
