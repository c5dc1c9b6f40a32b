import { createMemoryStore } from '@entente/store/memory'
import { StoreFault } from '@entente/store'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { INVITATION_KEPT, keepTidy, SESSION_KEPT } from './tidying.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[sign-in-9] what is over is forgotten at the start and every six hours, by the limits of their names', async () => {
  const { signIn } = createMemoryStore()
  const asked: string[] = []
  const spied = {
    forgetSessions: async (overBy: string) => asked.push(`sessions ${overBy}`),
    forgetInvitations: async (overBy: string) => asked.push(`invitations ${overBy}`),
  }
  expect(Object.keys(signIn)).toEqual(expect.arrayContaining(Object.keys(spied)))
  const start = Date.parse('2026-11-22T12:00:00.000Z')
  vi.setSystemTime(start)
  const stop = keepTidy(spied, Date.now, () => undefined)
  await vi.advanceTimersByTimeAsync(1)
  const at = (ms: number) => new Date(ms).toISOString()
  expect(asked).toEqual([`sessions ${at(start - SESSION_KEPT)}`, `invitations ${at(start - INVITATION_KEPT)}`])
  await vi.advanceTimersByTimeAsync(6 * 3_600_000)
  expect(asked).toHaveLength(4)
  stop()
  await vi.advanceTimersByTimeAsync(7 * 86_400_000)
  expect(asked).toHaveLength(4)
})

test('a disk that takes nothing is said and tried again', async () => {
  const said: unknown[] = []
  const full = {
    forgetSessions: () => Promise.reject(new StoreFault('disk-full', 'full')),
    forgetInvitations: async () => 0,
  }
  const stop = keepTidy(full, Date.now, (event) => said.push(event))
  await vi.advanceTimersByTimeAsync(6 * 3_600_000)
  expect(said).toEqual([
    { event: 'not-tidied', fault: 'disk-full' },
    { event: 'not-tidied', fault: 'disk-full' },
  ])
  stop()
})
