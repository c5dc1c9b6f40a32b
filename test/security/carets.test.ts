/** Attacks with carets and selections over real sockets. The ids are those of the threat model's case list. */
import { expect, test } from 'vitest'
import { rawFrame, rawStates } from '../stories/raw-frame.ts'
import { attackerAt, table, undisturbed, untilCarets, type Attacker } from './attacker.ts'

test('[A1] nobody moves or removes another’s caret', async () => {
  const { house, witness, attacker, own } = await table()
  const theirs = witness.room.doc().clientID
  const third = await house.sit('u-mer1')
  const caretOf = (client: number): unknown => third.room.awareness().getStates().get(client)
  witness.room.awareness().setLocalState({ caret: 4 })
  await untilCarets(third, (carets) => carets.has(theirs))
  await undisturbed(witness, async () => {
    for (const state of [{ caret: 1 }, null]) attacker.send(rawFrame.awareness(rawStates([{ client: theirs, clock: 1_000, state }])))
    attacker.send(
      rawFrame.awareness(
        rawStates([
          { client: theirs, clock: 2_000, state: null },
          { client: own, clock: 1, state: { caret: 9 } },
        ]),
      ),
    )
    await untilCarets(third, (carets) => carets.has(own))
  })
  expect([caretOf(theirs), caretOf(own)]).toEqual([{ caret: 4 }, { caret: 9 }])
})

test('[A2] who somebody is comes from the lease, whatever their awareness says', async () => {
  const { house, witness, attacker, own } = await table()
  const third = await house.sit('u-mer1')
  const claim = { user: { name: 'Ingrid Solheim-Varga', party: 'CHR', seat: 'u-chair', color: '#6b5b95' } }
  await undisturbed(witness, async () => {
    attacker.send(rawFrame.awareness(rawStates([{ client: own, clock: 1, state: claim }])))
    await untilCarets(third, (carets) => carets.has(own))
  })
  expect(third.room.view().presence.filter(({ client }) => client === own)).toEqual([{ client: own, seat: 'u-kes2', party: 'KES' }])
  expect(third.room.view().presence.some(({ seat }) => seat === 'u-chair')).toBe(false)
})

test('[A3] an awareness state that is huge, nested or one of a thousand ends the connection; markup in it is data', async () => {
  const { house, witness, attacker, own } = await table()
  const third = await house.sit('u-mer1')
  const markup = { name: '<img src=x onerror=alert(1)>' }
  attacker.send(rawFrame.awareness(rawStates([{ client: own, clock: 1, state: markup }])))
  await untilCarets(third, (carets) => carets.has(own))
  expect(third.room.awareness().getStates().get(own)).toEqual(markup)
  const send = async (frames: readonly Uint8Array[], by: Attacker) => {
    for (const frame of frames) by.send(frame)
    return by.ended()
  }
  const of = (client: number, state: unknown, clock = 2) => rawFrame.awareness(rawStates([{ client, clock, state }]))
  await undisturbed(witness, async () => {
    const one = await attackerAt(house, 'u-kes2')
    expect(await send([of(one.doc.clientID, { name: 'x'.repeat(1_000_000) })], one)).toEqual({ code: 4407, reason: 'malformed' })
    const two = await attackerAt(house, 'u-kes2')
    expect(
      await send([rawFrame.awareness(rawStates(Array.from({ length: 9 }, (_, clock) => ({ client: own, clock, state: {} }))))], two),
    ).toMatchObject({ code: 4407 })
    const three = await attackerAt(house, 'u-kes2')
    const storm = Array.from({ length: 1_000 }, (_, clock) => of(three.doc.clientID, { clock }, clock + 1))
    expect(await send(storm, three)).toEqual({ code: 4529, reason: 'rate-limited' })
  })
  // Those who are gone leave no caret behind.
  await untilCarets(third, (carets) => [...carets.keys()].every((client) => client === own))
})
