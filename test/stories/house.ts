/**
 * A whole server on a free port with its data in a folder of its own, and people who sit down at its table over real sockets.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NegotiationId, tableOf, type RoomId } from '@entente/agreement'
import { start, type Serving, type StartOptions } from '@entente/server/start'
import type { Store } from '@entente/store'
import { openSqliteStore } from '@entente/store/sqlite'
import { connectRoom } from '@entente/sync/client'
import type { Time } from '@entente/sync/server'
import { onTestFinished } from 'vitest'
import { delegate, socketFrom, type Delegate } from './delegate.ts'

export const VESNA = NegotiationId.parse('vesna-valley')

export type House = {
  readonly origin: string
  readonly data: string
  /** Sits down in a seat of the demonstration. Resolves when the text and the record have arrived. */
  readonly sit: (seat: string, negotiation?: NegotiationId, WebSocket?: typeof globalThis.WebSocket) => Promise<Delegate>
  /** Goes into a private room in the seat in which one sits at the table. Resolves when its words and its record have arrived. */
  readonly meet: (at: Delegate, room: RoomId, WebSocket?: typeof globalThis.WebSocket) => Promise<Delegate>
  readonly token: (seat: string, negotiation?: NegotiationId) => Promise<string>
  readonly fetch: (path: string, init?: RequestInit & { readonly token?: string }) => Promise<Response>
  /** Ends the server in good order and starts another on the same data. */
  readonly restart: (as?: { readonly demo: boolean }) => Promise<void>
  /** Does something with the store while the server is down, as an operator would. */
  readonly besides: (act: (store: Store) => Promise<unknown>) => Promise<void>
  readonly close: () => Promise<void>
}

export type HouseOptions = {
  readonly demo?: boolean
  readonly web?: string
  readonly basePath?: string
  /** Whether cookies go over HTTPS only, as behind a proxy. */
  readonly secureCookie?: boolean
  /** Providers that people can sign in through. */
  readonly oidc?: StartOptions['settings']['oidc']
  /** The clock the server's deadlines go by. */
  readonly time?: Time
  /** Puts something between the server and its store, which is then to blame for what it does. */
  readonly between?: (store: Store) => Store
  readonly log?: StartOptions['log']
  readonly evidence?: StartOptions['settings']['evidence']
  readonly limits?: StartOptions['limits']
  readonly requestTime?: number
}

/** Opens a house; it is torn down when the test is over. */
export async function openHouse({
  demo = true,
  web,
  basePath = '',
  oidc = [],
  secureCookie = false,
  time,
  between = (store) => store,
  log = () => undefined,
  evidence,
  limits,
  requestTime,
}: HouseOptions = {}): Promise<House> {
  const data = await mkdtemp(join(tmpdir(), 'entente-story-'))
  const openStore = (): Store => openSqliteStore({ path: join(data, 'entente.db') })
  const begin = async (port: number, withDemo: boolean): Promise<Serving> =>
    start({
      demo: withDemo,
      settings: {
        port,
        host: '127.0.0.1',
        data,
        origins: [],
        basePath,
        logLevel: 'silent',
        secureCookie,
        oidc,
        ...(evidence && { evidence }),
      },
      store: between(openStore()),
      log,
      web,
      ...(time && { time }),
      ...(limits && { limits }),
      requestTime,
    })
  let serving = await begin(0, demo)
  const { origin } = serving
  const guests: Delegate[] = []
  const fetchHere: House['fetch'] = (path, { token, ...init } = {}) =>
    fetch(`${origin}${path}`, {
      ...init,
      headers: {
        origin,
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...Object.fromEntries(new Headers(init.headers)),
      },
    })
  const token: House['token'] = async (seat, negotiation = VESNA) => {
    const answer = await fetchHere('/api/demo/seats', { method: 'POST', body: JSON.stringify({ negotiation, seat }) })
    const { token: given } = (await answer.json()) as { token: string }
    return given
  }
  const house: House = {
    origin,
    data,
    fetch: fetchHere,
    token,
    async sit(seat, negotiation = VESNA, WebSocket = socketFrom(origin)) {
      const own = await token(seat, negotiation)
      const room = connectRoom({
        url: `${origin.replace('http', 'ws')}/sync`,
        room: tableOf(negotiation),
        token: own,
        WebSocket,
      })
      const guest = delegate(room, own)
      guests.push(guest)
      await guest.until((view) => view.connection.is === 'live' && view.loaded)
      return guest
    },
    async meet({ room: table, token: own }, room, WebSocket = socketFrom(origin)) {
      const inside = connectRoom({ url: `${origin.replace('http', 'ws')}/sync`, room, table, token: own, WebSocket })
      const guest = delegate(inside, own)
      guests.push(guest)
      await guest.until((view) => (view.connection.is === 'live' && view.loaded) || view.connection.is === 'ended')
      return guest
    },
    async restart(as = { demo }) {
      await serving.close()
      serving = await begin(Number(new URL(origin).port), as.demo)
    },
    async besides(act) {
      await serving.close()
      const store = openStore()
      await act(store)
      await store.close()
      serving = await begin(Number(new URL(origin).port), demo)
    },
    async close() {
      for (const { room } of guests) room.close()
      await serving.close()
      await rm(data, { recursive: true, force: true })
    },
  }
  onTestFinished(() => house.close())
  return house
}
