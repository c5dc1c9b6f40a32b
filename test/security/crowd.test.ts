/**
 * Attacks by number and by patience: connections that never say who they are, a reader that never reads, and a whole delegation behind one
 * address. The ids are those of the threat model's case list.
 */
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { hashToken } from '@entente/store'
import { expect, test } from 'vitest'
import type { Delegate } from '../stories/delegate.ts'
import { openHouse, type House } from '../stories/house.ts'
import { rawFrame } from '../stories/raw-frame.ts'
import { attackerAt, settled, table, wordsIn } from './attacker.ts'

const HALF_OPEN = 300

test(
  `[T3] ${HALF_OPEN} connections that never finish their upgrade are ended in time, and others are served meanwhile`,
  { timeout: 60_000 },
  async () => {
    const { house, witness } = await table()
    const { port } = new URL(house.origin)
    const began = performance.now()
    const lives: Promise<number>[] = []
    for (let index = 0; index < HALF_OPEN; index += 1) lives.push(halfOpen(Number(port), index % 3))
    const waits: number[] = []
    const open = new Set(lives)
    for (const life of lives) void life.then(() => open.delete(life))
    while (open.size > 0) {
      const asked = performance.now()
      expect((await house.fetch('/healthz')).status).toBe(200)
      waits.push(performance.now() - asked)
      witness.insert('c6', 0, '.')
      await witness.until(({ unsaved }) => unsaved === 0)
      // Not faster than a person may type.
      await pause(20)
    }
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(Math.max(...(await Promise.all(lives)))).toBeLessThan(10_000)
    const slowest = waits.toSorted((one, other) => one - other)[Math.floor(waits.length * 0.95)] ?? Infinity
    expect(slowest).toBeLessThan(250)
  },
)

/** Says nothing, half a header, or one byte of a header at a time. Answers how long it was let live, in milliseconds. */
function halfOpen(port: number, kind: number): Promise<number> {
  const began = performance.now()
  const socket = connect({ port, host: '127.0.0.1' })
  const drip = kind === 2 ? setInterval(() => socket.write('x'), 200) : undefined
  socket.once('connect', () => {
    if (kind > 0)
      socket.write('GET /sync/vesna-valley/table?protocol=2&schema=2 HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nX-Slow: ')
  })
  socket.on('error', () => undefined)
  socket.resume()
  return new Promise((resolve) => {
    socket.once('close', () => {
      clearInterval(drip)
      resolve(performance.now() - began)
    })
  })
}

test('[T3] a reader that never reads is cut off at the limit, while everybody else goes on', { timeout: 60_000 }, async () => {
  const { house, witness, attacker } = await table('u-mer1')
  const writers = [await house.sit('u-kes1'), await house.sit('u-kes2')]
  const present = () => writers[0]?.room.view().presence.some(({ client }) => client === attacker.doc.clientID) === true
  attacker.socket.pause()
  const long = 'Whereas. '.repeat(40_000)
  let sent = 0
  while (present()) {
    for (const writer of writers) {
      await pasted(writer, long)
      sent += long.length
    }
    // What the operating system holds for a connection comes on top of the limit.
    expect(sent).toBeLessThan(40 << 20)
  }
  expect(sent).toBeGreaterThan(4 << 20)
  await settled(witness)
  attacker.socket.resume()
  expect(await attacker.ended()).toEqual({ code: 1013, reason: 'slow-reader' })
  const back = await attackerAt(house, 'u-mer1', { client: attacker.doc.clientID, doc: attacker.doc })
  expect(wordsIn(back.doc, 'c6').toJSON()).toBe(wordsIn(witness.room.doc(), 'c6').toJSON())
})

async function pasted(writer: Delegate, text: string): Promise<void> {
  writer.insert('c6', 0, text)
  writer.erase('c6', 0, text.length)
  await writer.until(({ unsaved }) => unsaved === 0)
}

test('[T12] one seat’s storm is not another’s, though both come from one address', async () => {
  const { house, witness, attacker } = await table()
  const colleague = await attackerAt(house, 'u-kes1')
  for (let index = 0; index < 1_000; index += 1) attacker.send(rawFrame.awareness(Uint8Array.of(0)))
  expect(await attacker.ended()).toEqual({ code: 4529, reason: 'rate-limited' })
  // Coming back renews nothing.
  const again = await attackerAt(house, 'u-kes2', { client: attacker.doc.clientID })
  for (let index = 0; index < 300 && again.end() === undefined; index += 1) again.send(rawFrame.awareness(Uint8Array.of(0)))
  expect(await again.ended()).toEqual({ code: 4529, reason: 'rate-limited' })
  for (let index = 0; index < 300; index += 1) colleague.send(rawFrame.awareness(Uint8Array.of(0)))
  wordsIn(colleague.doc, 'c6').insert(0, 'Undisturbed. ')
  await colleague.allSaved()
  await witness.until(() => witness.words('c6').startsWith('Undisturbed. '))
})

test('[T12] a whole delegation comes in from one address, also when somebody there has guessed', async () => {
  const house = await openHouse({ demo: false })
  const tokens = Array.from({ length: 15 }, (_, index) => String(index).padStart(2, '0').repeat(21) + 'x')
  await house.besides(async ({ signIn }) => {
    for (const token of tokens)
      await signIn.addInvitation({
        hash: hashToken(token),
        createdAt: '2026-11-22T00:00:00Z' as never,
        expires: '2099-01-01T00:00:00Z' as never,
        createdBy: 'server',
        purpose: 'founder',
      })
  })
  for (let tries = 0; tries < 12; tries += 1) await knock(house, 'i'.repeat(43))
  expect(await knock(house, 'j'.repeat(43))).toBe(429)
  for (const token of tokens) expect(await knock(house, token)).toBe(200)
})

async function knock(house: House, token: string): Promise<number> {
  return (await house.fetch('/api/invitations/redeem', { method: 'POST', body: JSON.stringify({ token, name: 'N. N.' }) })).status
}
