/**
 * The server as it is shipped, in a process of its own, with a channel beside it that only this test has: what it logged, what memory it
 * holds, and seats for people who would otherwise have to come in by invitation, one after the other.
 */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import { start } from '@entente/server/start'
import { hashToken, PersonId } from '@entente/store'
import { openSqliteStore } from '@entente/store/sqlite'
import type { Answers, Asked, Seats } from './prey.ts'

const data = process.argv[2] ?? ''
const store = openSqliteStore({ path: join(data, 'entente.db') })
const events: Record<string, number> = {}
const troubles: string[] = []
const trouble = new Set([
  'room-fenced',
  'statement-failed',
  'room-quarantined',
  'room-unavailable',
  'request-failed',
  'snapshot-failed',
  'snapshots-damaged',
])
const rooms = new Set<string>()

const serving = await start({
  demo: true,
  settings: { port: 0, host: '127.0.0.1', data, origins: [], basePath: '', logLevel: 'silent', secureCookie: false },
  store,
  web: undefined,
  log(event) {
    const name = [event.event, event['code'], event['rule'], event['why'], event['fault']].filter((part) => part !== undefined).join(' ')
    events[name] = (events[name] ?? 0) + 1
    if (trouble.has(event.event)) troubles.push(JSON.stringify(event))
    if (event.event === 'room-opened') rooms.add(String(event['room']))
    if (event.event === 'room-closed' || event.event === 'room-fenced') rooms.delete(String(event['room']))
  },
})

const answers: { readonly [name in keyof Answers]: (about: Seats) => Promise<Answers[name]> } = {
  origin: async () => serving.origin.replace('localhost', '127.0.0.1'),
  log: async () => ({ events, troubles, rooms: [...rooms] }),
  async heap() {
    // What is freed by one collection may let go of more in the next.
    for (let round = 0; round < 5; round += 1) {
      globalThis.gc?.()
      await pause(10)
    }
    return process.memoryUsage().heapUsed
  },
  async seat({ negotiation, seats }) {
    const tokens: string[] = []
    for (const [index, seat] of seats.entries()) {
      const token = `${index}`.padStart(43, 'T')
      const createdAt = Timestamp.parse('2026-11-22T00:00:00Z')
      const person = PersonId.parse(`prey${`${index}`.padStart(12, '0')}`)
      await store.signIn.addPerson({ person, name: seat, createdAt, kind: 'demo' })
      await store.signIn.addSession({
        hash: hashToken(token),
        person,
        createdAt,
        expires: Timestamp.parse('2099-01-01T00:00:00Z'),
        lastUsed: createdAt,
        device: '',
      })
      await store.signIn.takeSeat(person, { negotiation: NegotiationId.parse(negotiation), seat: SeatId.parse(seat), since: createdAt })
      tokens.push(token)
    }
    return tokens
  },
}

process.on('message', ({ id, ask, about = { negotiation: '', seats: [] } }: Asked) => {
  void answers[ask](about).then((answer) => process.send?.({ id, answer }))
})
process.on('disconnect', () => process.exit())
process.send?.({ id: 0, answer: 'ready' })
