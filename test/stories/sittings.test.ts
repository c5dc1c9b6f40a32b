/** Who attends the table: observers when the chair admits them, and never a closed sitting. */
import { expect, test } from 'vitest'
import { openHouse, VESNA } from './house.ts'

test('[sitting-2] [sitting-3] a closed sitting ends observers’ connections within a second with a code that says so, and lets them read nothing until it is over', async () => {
  const house = await openHouse()
  const [chair, kestria, observer] = await Promise.all(['u-chair', 'u-kes1', 'u-liu1'].map((seat) => house.sit(seat)))
  const token = await house.token('u-liu1')
  const read = async () => (await house.fetch(`/api/negotiations/${VESNA}/export?format=md`, { token })).status
  expect(await read()).toBe(200)
  const from = performance.now()
  expect(await chair?.submit('sitting.open', { kind: 'closed' })).toEqual({ ok: true })
  const ended = await observer?.until(({ connection }) => connection.is === 'ended')
  expect(performance.now() - from).toBeLessThan(1_000)
  expect(ended?.connection).toMatchObject({ code: 4414, reason: 'closed-sitting' })
  expect(await read()).toBe(404)
  expect((await house.fetch(`/api/negotiations/${VESNA}/commitments?format=json`, { token })).status).toBe(404)
  const asked = await house.fetch(`/api/negotiations/${VESNA}/commands/floor.ask`, { method: 'POST', body: '{}', token })
  expect([asked.status, await asked.json()]).toMatchObject([403, { code: 'not-attending' }])
  // All they can learn is that they do not attend.
  const told = async (path: string) => (await (await house.fetch(path, { token })).json()) as never
  expect(await told('/api/me')).toMatchObject({ seats: [{ negotiation: VESNA, attends: false }] })
  const before = await told('/api/negotiations')
  expect(before).toMatchObject([{ id: VESNA, progress: [], needsYou: 0 }])
  expect(kestria?.room.view().connection.is).toBe('live')
  expect(await kestria?.submit('floor.ask', {})).toEqual({ ok: true })

  expect(await told('/api/negotiations')).toEqual(before)
  expect(await chair?.submit('sitting.close', {})).toEqual({ ok: true })
  expect(await told('/api/me')).toMatchObject({ seats: [{ attends: true }] })
  const back = await house.sit('u-liu1')
  expect(back.room.view().negotiation.floor.list.map(({ party }) => party)).toEqual(['KES'])
  expect(await chair?.submit('access.set', { to: 'observers', admitted: false })).toEqual({ ok: true })
  expect((await back.until(({ connection }) => connection.is === 'ended')).connection).toMatchObject({ code: 4415, reason: 'not-admitted' })
})
