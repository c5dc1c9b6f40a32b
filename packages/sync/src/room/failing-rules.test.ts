/** Rules that fail, which is our mistake: whoever asked is told, and nobody else notices. */
import { ClauseId, type decideByName } from '@entente/agreement'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openHouse } from '../testing.ts'

const FAILS = 'The rules fail over this.'

vi.mock(import('@entente/agreement'), async (load) => {
  const agreement = await load()
  const failing: typeof decideByName = (name, situation, raw) => {
    if (JSON.stringify(raw).includes(FAILS)) throw new RangeError('Our mistake')
    return agreement.decideByName(name, situation, raw)
  }
  return { ...agreement, decideByName: failing }
})

test('[room-26] where the rules fail over a statement, whoever made it is told, nothing is recorded, and everybody stays', async () => {
  const house = await openHouse('KES ORL', { ceasefire: 'Fire ceases.' })
  onTestFinished(() => house.close())
  const kestria = await house.connect('KES-head')
  const orlava = await house.connect('ORL-head')
  const on = kestria.room.view().readings.get(ClauseId.parse('ceasefire'))?.fingerprint
  const recorded = (await house.entries()).length
  const objection = { clause: 'ceasefire', on, position: { stance: 'objects', reason: FAILS } }
  expect(await kestria.gives('position.take', objection)).toEqual({ ok: false, refusal: { code: 'internal' } })
  expect((await house.entries()).length).toBe(recorded)
  expect(house.log.filter(({ event }) => event === 'statement-failed' || event === 'room-fenced')).toEqual([
    { event: 'statement-failed', room: expect.anything() as unknown, seat: 'KES-head', command: 'position.take', fault: 'RangeError' },
  ])
  for (const delegate of [kestria, orlava]) {
    expect(delegate.room.view().connection).toEqual({ is: 'live' })
    expect(await delegate.accepts('ceasefire')).toEqual({ ok: true })
  }
})
