import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openAsked, PATIENCE } from './asked.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[copy-4] a command is not waited for longer than a person would wait for the next connection', async () => {
  const asked = openAsked()
  const answer = asked.ask('r1')
  asked.lost({ code: 'connection-lost' })
  vi.advanceTimersByTime(PATIENCE - 1)
  asked.lost({ code: 'storage-unavailable' })
  vi.advanceTimersByTime(1)
  expect(await answer).toEqual({ ok: false, refusal: { code: 'connection-lost' } })
})

test('[copy-4] a command whose connection was never lost is not answered by a journal that catches up', async () => {
  const asked = openAsked()
  const answer = asked.ask('r1')
  asked.caughtUp()
  asked.answered('r1', { ok: true })
  asked.answered('r1', { ok: false, refusal: { code: 'nothing-new' } })
  expect(await answer).toEqual({ ok: true })
})
