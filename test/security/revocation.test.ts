/**
 * A right that is withdrawn is gone: within a second from every socket of every room, and for whatever is sent later. The ids are those of the
 * threat model's case list.
 */
import { roomName, Timestamp } from '@entente/agreement'
import type { Store } from '@entente/store'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { browserOf, join } from '../stories/founding.ts'
import { openHouse, VESNA } from '../stories/house.ts'
import { enter, type RawClient, type RawEnd } from '../stories/raw-client.ts'
import { rawFrame } from '../stories/raw-frame.ts'
import { updateFor } from './attacker.ts'
import { fullHouse, type FullHouse, type Sitting } from './full-house.ts'

const SECOND = 1_000

/** A member of Kestria's delegation with a socket to every room in which the seat has a place. */
async function everywhere(witness: readonly [string, 'head' | 'negotiator'] = ['KES', 'head']) {
  const full = await fullHouse()
  const chair = full.who('chair', 'head')
  const { body } = await full.say(chair, 'clause.add', { section: 'operative', kind: 'operative', heading: 'One' })
  expect(body).toContain('seq')
  const group = roomName(await full.group(['KES', 'ORL']))
  const rooms = ['table', 'caucus/KES', group.kind === 'group' ? `group/${group.group}` : ''] as const
  const who = full.who('KES', 'negotiator')
  const sockets = await Promise.all(rooms.map((room) => full.enter(who, room)))
  const table = await full.enter(full.who(...witness))
  const added = table.entries.map(({ fact }) => fact as { readonly kind: string; readonly clause?: string })
  const clause = added.find(({ kind }) => kind === 'clause-added')?.clause ?? ''
  return { full, who, rooms, sockets, witness: table, clause }
}

/**
 * Withdraws a right, then writes on from every socket as fast as it goes. Answers how the sockets ended, in order; fails when one of them
 * stayed open longer than a second, or when anything sent after the withdrawal was answered was taken.
 */
async function withdrawn(
  { sockets, witness, clause }: Awaited<ReturnType<typeof everywhere>>,
  withdraw: () => Promise<unknown>,
): Promise<readonly (RawEnd | undefined)[]> {
  await withdraw()
  const began = performance.now()
  for (const client of sockets) writeOn(client, clause)
  const ends = await Promise.all(sockets.map((client) => client.ended()))
  expect(performance.now() - began).toBeLessThan(SECOND)
  for (const client of sockets) writeOn(client, clause)
  const asked = await witness.say('position.withdraw', { clause: 'no-such' })
  expect(asked.ok).toBe(false)
  expect(JSON.stringify(witness.doc.getXmlFragment(`clause/${clause}`).toJSON())).not.toContain('Too late')
  return ends
}

function writeOn(client: RawClient, clause: string): void {
  if (client.socket.readyState !== client.socket.OPEN) return
  const update = updateFor(client.doc, client.doc.clientID, (copy) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Too late')])
    copy.getXmlFragment(`clause/${clause}`).push([paragraph])
  })
  client.send(rawFrame.update(update))
}

async function comesBack(full: FullHouse, who: Sitting, rooms: readonly string[]) {
  const again = await Promise.all(rooms.map((room) => full.enter(who, room)))
  return again.map((client) => [client.end()?.code, client.heard.length])
}

const all = (code: number, reason: string) => [0, 1, 2].map(() => ({ code, reason }))

test('[T7] a seat that is withdrawn loses its connections in every room within a second, writes nothing more and cannot come back', async () => {
  const at = await everywhere()
  const { full, who, rooms } = at
  const ends = await withdrawn(at, async () => {
    const { status } = await full.say(full.who('chair', 'head'), 'seat.withdraw', { seat: who.seat, reason: 'Recalled' })
    expect(status).toBe(200)
  })
  expect(ends).toEqual(all(4403, 'not-allowed'))
  expect(await comesBack(full, who, rooms)).toEqual([
    [4403, 0],
    [4404, 0],
    [4404, 0],
  ])
  for (const room of rooms) expect((await full.say(who, 'thread.open', { clause: at.clause, text: 'Still here' }, room)).status).toBe(404)
})

test('[T7] a party that withdraws from the talks loses the connections of all its seats in every room within a second', async () => {
  const at = await everywhere(['ORL', 'head'])
  const { full, who, rooms } = at
  const head = full.who('KES', 'head')
  const ofHead = await full.enter(head, 'caucus/KES')
  const ends = await withdrawn(at, async () => {
    const { status } = await full.say(full.who('chair', 'head'), 'party.withdraw', { party: 'KES', reason: 'Recalled by its government' })
    expect(status).toBe(200)
  })
  expect(ends).toEqual(all(4403, 'not-allowed'))
  expect(await ofHead.ended()).toEqual({ code: 4403, reason: 'not-allowed' })
  for (const one of [who, head]) {
    expect(await comesBack(full, one, rooms)).toEqual([
      [4403, 0],
      [4404, 0],
      [4404, 0],
    ])
    expect((await full.say(one, 'thread.open', { clause: at.clause, text: 'Still here' }, 'table')).status).toBe(404)
  }
})

test('[T7] a session that is ended loses its connections in every room within a second, from whichever device', async () => {
  const at = await everywhere()
  const { full, who, rooms } = at
  const ends = await withdrawn(at, async () => {
    const answer = await full.house.fetch('/api/sign-out/everywhere', { method: 'POST', token: who.token })
    expect(answer.status).toBe(204)
  })
  expect(ends).toEqual(all(4401, 'not-signed-in'))
  expect(await comesBack(full, who, rooms)).toEqual([
    [4401, 0],
    [4401, 0],
    [4401, 0],
  ])
})

test('[T7] whoever takes a seat with a newer link takes it from the one before, in every room within a second', async () => {
  const at = await everywhere()
  const { full, who, rooms } = at
  const head = full.who('KES', 'head')
  const ends = await withdrawn(at, async () => {
    const renewed = await full.house.fetch(`/api/negotiations/${full.negotiation}/seats/${who.seat}/invitation`, {
      method: 'POST',
      token: head.token,
      body: '{}',
    })
    const { url } = (await renewed.json()) as { readonly url: string }
    await join(full.house, url, 'Somebody new', browserOf(full.house, 'Somebody new'))
  })
  expect(ends).toEqual(all(4403, 'not-allowed'))
  expect((await comesBack(full, who, rooms)).map(([code]) => code)).toEqual([4404, 4404, 4404])
})

test('[T7] a party that leaves a group loses all its connections to it and keeps the others', async () => {
  const at = await everywhere()
  const { full, who, sockets, rooms } = at
  const [table, caucus, group] = sockets
  const began = performance.now()
  expect((await full.say(full.who('KES', 'head'), 'group.leave', { reason: 'Overtaken' }, rooms[2])).status).toBe(200)
  expect(await group?.ended()).toEqual({ code: 4403, reason: 'not-allowed' })
  expect(performance.now() - began).toBeLessThan(SECOND)
  expect([table?.end(), caucus?.end()]).toEqual([undefined, undefined])
  expect((await full.enter(who, rooms[2])).end()).toEqual({ code: 4404, reason: 'not-found' })
  expect((await full.enter(full.who('ORL', 'head'), rooms[2])).end()).toBeUndefined()
})

test('[T7] what is decided is decided on the rights as they are: a role that reads only writes nothing with its next frame', async () => {
  const { full, who, sockets, clause, witness } = await everywhere()
  const [table] = sockets
  if (table === undefined) throw new Error('Nobody came')
  expect((await full.say(full.who('KES', 'head'), 'seat.move', { seat: who.seat, party: 'KES', role: 'observer' })).status).toBe(200)
  writeOn(table, clause)
  expect(await table.ended()).toEqual({ code: 4413, reason: 'update-refused' })
  expect(table.refused()?.code).toBe('read-only')
  const again = await full.enter(who)
  expect(await again.say('thread.open', { clause, text: 'May I?' })).toMatchObject({ refusal: { code: 'not-permitted' } })
  expect((await witness.say('position.withdraw', { clause })).ok).toBe(false)
})

test('[T7] a session that runs out takes its open connections along', async () => {
  const house = await openHouse({ between: shortSessions })
  const client = await enter({ origin: house.origin, negotiation: VESNA, token: await house.token('u-kes1') })
  expect(client.welcome()?.seat).toBe('u-kes1')
  expect(await client.ended()).toEqual({ code: 4401, reason: 'not-signed-in' })
})

/** A store in which every session is over soon after it began. */
function shortSessions(store: Store): Store {
  const { signIn } = store
  const addSession: typeof signIn.addSession = (session) =>
    signIn.addSession({ ...session, expires: Timestamp.parse(new Date(Date.now() + 1_500).toISOString()) })
  const short = new Proxy(signIn, {
    get: (target, name): unknown => (name === 'addSession' ? addSession : Reflect.get(target, name)),
  })
  return { rooms: store.rooms, signIn: short, close: () => store.close() }
}
