/** The server over an open store: everything wired together, listening, and ended in good order. */
import { Server } from 'node:http'
import { readdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { roomName, Timestamp, type NegotiationId, type RoomId } from '@entente/agreement'
import { serve as listen } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Store } from '@entente/store'
import { SUBPROTOCOL, limits as roomLimits } from '@entente/sync/frames'
import { computerTime, openComparing, openRooms, type Rooms, type RoomsOptions, type Time } from '@entente/sync/server'
import type { Context } from 'hono'
import { WebSocketServer } from 'ws'
import type { Away } from './alive.ts'
import { makeApp } from './app.ts'
import { readSampleFile } from './cli/file.ts'
import { bringIn } from './cli/import.ts'
import { openCabinet } from './evidence/cabinet.ts'
import { openEvidence } from './evidence/place.ts'
import { bringsEvidence } from './evidence/routes.ts'
import { scanWith } from './evidence/scan.ts'
import type { Host } from './host.ts'
import { problem } from './http/problem.ts'
import type { Log } from './log.ts'
import { houseRooms } from './rooms.ts'
import { keepRequestDeadline, REQUEST_TIME } from './http/request-deadline.ts'
import { smtp, startPostman } from './mail/postman.ts'
import type { Settings } from './settings.ts'
import { ATTEMPTS_PER_MINUTE, guesses, GUESSES_PER_MINUTE } from './sign-in/guesses.ts'
import { keepTidy } from './sign-in/tidying.ts'
import { newToken } from './sign-in/token.ts'
import { socketDoor } from './sockets.ts'
import { socketRegister } from './sockets/register.ts'
import { version } from './version.ts'

/** How long requests under way may take once the server is told to end, in milliseconds. */
const DRAIN = 4_000
/** How long a peer may take to close a socket that we have closed, in milliseconds: until then we keep what it has not read. */
const CLOSING = { closeTimeout: 10_000 }
/** What a connection may take before anybody knows who it is: milliseconds and bytes of the headers. A whole request has a deadline of ours. */
const UNKNOWN = { headersTimeout: 5_000, requestTimeout: 0, connectionsCheckingInterval: 1_000, maxHeaderSize: 16 * 1_024 }

/** How long an idle connection stays open for its next request, in milliseconds: longer than reverse proxies keep theirs, usually 60 s. */
const IDLE = { keepAliveTimeout: 75_000 }

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const SAMPLES = here('../../../samples')
const WEB = here('../../web/dist')

export type Serving = { readonly origin: string; readonly close: () => Promise<void> }

export type StartOptions = {
  readonly demo: boolean
  readonly settings: Settings
  readonly store: Store
  readonly log: Log
  readonly web?: string | undefined
  /** The clock deadlines go by. */
  readonly time?: Time
  /** When no server ran on this data before. */
  readonly away?: Away | undefined
  /** Limits of a room that are to be others than usual. */
  readonly limits?: RoomsOptions['limits']
  /** How long a request may take to arrive, in milliseconds. */
  readonly requestTime?: number | undefined
}

/** Starts the server over an open store. `close` writes what waits, tells the browsers, and closes the store. */
export async function start({
  demo,
  settings,
  store,
  log,
  web = existsSync(join(WEB, 'index.html')) ? WEB : undefined,
  time = computerTime,
  away,
  limits,
  requestTime = REQUEST_TIME,
}: StartOptions): Promise<Serving> {
  const demoNegotiations = demo ? await bringInSamples(store) : []
  const evidence = await openCabinet(await openEvidence(settings), {
    limit: settings.evidence?.limit,
    pace: settings.evidence?.pace,
    inspect: settings.evidence?.scan === undefined ? undefined : scanWith(settings.evidence.scan),
  })
  const filed = (room: RoomId, sha256: string, bytes: number) => evidence.has(roomName(room).negotiation, sha256, bytes)
  const comparing = openComparing()
  const syncRooms = openRooms({ store, demo, log, time, away, filed, compare: comparing.compare, ...(limits && { limits }) })
  const register = socketRegister()
  let ready = true
  const now = () => time.now()
  const timestamp = () => Timestamp.parse(new Date(now()).toISOString())
  const host: Host = {
    settings,
    store,
    evidence,
    rooms: houseRooms(syncRooms, store, timestamp),
    sockets: register,
    demo,
    version: await version(),
    storage: storageInWords(settings.data),
    ready: () => ready,
    now,
    timestamp,
    freshToken: () => newToken().replaceAll(/[-_]/g, '').slice(0, 16).toLowerCase(),
    guesses: guesses(now, GUESSES_PER_MINUTE),
    attempts: guesses(now, ATTEMPTS_PER_MINUTE),
    addressOf: (c) => getConnInfo(c).remote.address ?? 'unknown',
    originOf: (c: Context) => settings.origins[0] ?? c.req.header('origin') ?? new URL(c.req.url).origin,
    malformed(result, c) {
      if (result.success) return
      const [issue] = result.error.issues
      return problem(c, 'malformed', issue && `${issue.path.join('.')}: ${issue.message}`)
    },
  }
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: roomLimits.frameBytes,
    perMessageDeflate: false,
    ...CLOSING,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })
  const door = socketDoor(host, register, sockets, log)
  const app = makeApp({ host, log, demoNegotiations, sockets: door.routes, web })
  sockets.on('connection', (socket) => socket.on('error', (error) => log({ event: 'socket-error', fault: error.name })))
  const { server, port } = await new Promise<{ readonly server: Server; readonly port: number }>((resolve, reject) => {
    const listening = listen(
      {
        fetch: app.fetch,
        port: settings.port,
        hostname: settings.host,
        serverOptions: { ...UNKNOWN, ...IDLE, shouldUpgradeCallback: door.opensFor },
      },
      (info) => {
        if (listening instanceof Server) resolve({ server: listening, port: info.port })
        else reject(new TypeError('Not an HTTP/1.1 server'))
      },
    )
    if (listening instanceof Server) keepRequestDeadline(listening, requestTime, bringsEvidence)
    listening.on('upgrade', door.enter)
    listening.once('error', reject)
  })
  log({ event: 'listening', port })
  void wake(store, syncRooms, log)
  const stopTidying = keepTidy(store.signIn, now, log)
  const origin =
    settings.origins[0] ??
    `http://${settings.host === '127.0.0.1' || settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${port}${settings.basePath}`
  const stopMail =
    settings.mail === undefined
      ? undefined
      : startPostman({
          store,
          rooms: host.rooms,
          send: smtp(settings.mail.smtp, settings.mail.from),
          path: join(settings.data, 'reminders.json'),
          log,
          timestamp,
          addressOf: (negotiation) =>
            `${settings.origins[0] === undefined ? origin : `${origin}${settings.basePath}`}/n/${negotiation}/milestones`,
        })
  return {
    origin,
    async close() {
      ready = false
      stopTidying()
      stopMail?.()
      await syncRooms.close('the server is restarting')
      await comparing.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      const impatient = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate()
        server.closeAllConnections()
      }, DRAIN)
      await closed
      clearTimeout(impatient)
      await store.close()
      log({ event: 'closed' })
    },
  }
}

/** Where the data lives, without telling visitors how the computer is laid out. */
function storageInWords(data: string): string {
  const inside = relative(process.cwd(), data)
  return inside.startsWith('..') || isAbsolute(inside) ? 'SQLite' : `SQLite in ./${inside}`
}

/** Looks at every room once, so that what fell due while there was no server is done, and running deadlines are kept. */
async function wake(store: Store, rooms: Rooms, log: Log): Promise<void> {
  try {
    for (const room of await store.rooms.list()) await rooms.read(room, () => undefined)
  } catch (error) {
    log({ event: 'waking-failed', fault: error instanceof Error ? error.name : '' })
  }
}

/** Brings in every file of `samples/` that is not there yet. */
async function bringInSamples(store: Store): Promise<readonly NegotiationId[]> {
  const at = Timestamp.parse(new Date().toISOString())
  const names = (await readdir(SAMPLES)).filter((name) => name.endsWith('.json')).toSorted((a, b) => b.localeCompare(a))
  const negotiations: NegotiationId[] = []
  for (const name of names) {
    const reading = await readSampleFile(join(SAMPLES, name), at)
    if (!reading.ok) throw new Error(`${name}: ${reading.refusal.detail}`)
    await bringIn(store, reading.sample)
    negotiations.push(reading.sample.negotiation)
  }
  return negotiations
}
