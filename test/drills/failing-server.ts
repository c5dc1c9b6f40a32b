/**
 * The server as shipped, except that it kills itself at one step of the way of an update, when it is told which.
 *
 * The steps are reached from outside: the store is wrapped, Yjs is watched, and so is what is written to the network. Nothing in the server
 * knows of it.
 */
import { mkdirSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { start } from '@entente/server/start'
import type { Batch, Store } from '@entente/store'
import { openSqliteStore } from '@entente/store/sqlite'
import * as Y from 'yjs'
import { z } from 'zod'
import type { Failpoint } from './failpoints.ts'

const { PORT = '0', ENTENTE_DATA: data = '' } = process.env
const Order = z.object({ failpoint: z.string(), nth: z.int() })
let armed: z.infer<typeof Order> | undefined

process.on('message', (order) => (armed = Order.parse(order)))
// A server without its drill has nobody to serve.
process.on('disconnect', () => process.exit(1))

const die = () => process.kill(process.pid, 'SIGKILL')

function reached(point: Failpoint): void {
  if (armed?.failpoint !== point) return
  armed = { ...armed, nth: armed.nth - 1 }
  if (armed.nth === 0) die()
}

function watched(store: Store): Store {
  const commit = async (batch: Batch) => {
    // What the server writes by itself concerns nobody who waits for an answer.
    const isTyped = batch.rooms.some(({ updates }) => updates.some(({ by }) => by !== 'server'))
    if (isTyped) reached('before-commit')
    await store.rooms.commit(batch)
    if (isTyped) reached('commit-to-broadcast')
  }
  return { ...store, rooms: new Proxy(store.rooms, { get: (rooms, name) => (name === 'commit' ? commit : bound(rooms, name)) }) }
}

function bound(rooms: Store['rooms'], name: string | symbol): unknown {
  const method: unknown = Reflect.get(rooms, name)
  return typeof method === 'function' ? method.bind(rooms) : method
}

// Called below as it always is, on a document.
// oxlint-disable-next-line typescript/unbound-method
const emit = Y.Doc.prototype.emit
Y.Doc.prototype.emit = function (this: Y.Doc, ...[name, args]: Parameters<typeof emit>) {
  const [transaction] = args
  const isTyped = transaction instanceof Y.Transaction && transaction.origin === 'member'
  if (isTyped && name === 'beforeTransaction') reached('gate-to-apply')
  Reflect.apply(emit, this, [name, args])
  if (isTyped && name === 'afterTransaction') reached('apply-to-queue')
}

// Called below as it always is, on a socket.
// oxlint-disable-next-line typescript/unbound-method
const write = Socket.prototype.write
Socket.prototype.write = function (this: Socket, ...how: Parameters<typeof write>) {
  const [chunk] = how
  const isAcknowledgement = chunk instanceof Uint8Array && Buffer.from(chunk).includes('"saved"')
  if (isAcknowledgement) reached('broadcast-to-answer')
  const went = Reflect.apply(write, this, how)
  if (isAcknowledgement) reached('after-answer')
  return went
} as typeof write

mkdirSync(data, { recursive: true })
const { origin } = await start({
  demo: true,
  settings: { port: Number(PORT), host: '127.0.0.1', data, origins: [], basePath: '', logLevel: 'silent', secureCookie: false },
  store: watched(openSqliteStore({ path: join(data, 'entente.db') })),
  log: () => undefined,
})
process.stdout.write(`${origin}\n`)
