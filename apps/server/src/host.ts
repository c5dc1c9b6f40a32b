/** What every route of the server works with. Made once, in `serve`; the routes get it handed in, so tests make their own. */
import type { Timestamp } from '@entente/agreement'
import type { Hook } from '@hono/zod-openapi'
import type { Store } from '@entente/store'
import type { Context, Env } from 'hono'
import type { Cabinet } from './evidence/cabinet.ts'
import type { Rooms } from './rooms.ts'
import type { Guesses } from './sign-in/guesses.ts'
import type { Settings } from './settings.ts'
import type { SocketRegister } from './sockets/register.ts'

export type Host = {
  readonly evidence: Cabinet
  readonly settings: Settings
  readonly store: Store
  readonly rooms: Rooms
  readonly sockets: Pick<SocketRegister, 'end' | 'endSeat'>
  readonly demo: boolean
  readonly version: string
  /** Where the data lives, in words for a person. */
  readonly storage: string
  /** Whether requests are still taken: false once the server is draining. */
  readonly ready: () => boolean
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
  readonly timestamp: () => Timestamp
  /** A random name that no id contains yet. */
  readonly freshToken: () => string
  /** How often an address may try tokens. */
  readonly guesses: Guesses
  /** How often a sign-in may be begun from an address. */
  readonly attempts: Guesses
  readonly addressOf: (c: Context) => string
  /** The origin people reach this server at. */
  readonly originOf: (c: Context) => string
  /** What is said to input that does not parse. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the library's own signature
  readonly malformed: Hook<any, Env, any, any>
}
