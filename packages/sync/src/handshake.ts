/**
 * The handshake: what a browser says of itself in the address, and what the server checks before a single byte of the document leaves.
 *
 * y-websocket sends sync step 1 as soon as the socket opens, so versions cannot be negotiated in a frame: they travel as parameters of the
 * upgrade. Credentials never do.
 */
import { SCHEMA_VERSION } from '@entente/draft'
import { z } from 'zod'
import type { CloseReason } from './close.ts'
import { limits } from './limits.ts'
import { ClientId } from './messages.ts'
import { PROTOCOL_VERSION } from './protocol.ts'

const digits = z.string().regex(/^\d{1,10}$/)
const Count = digits.transform(Number).pipe(z.int().min(0))
const Client = digits.transform(Number).pipe(ClientId)
const Clients = z
  .string()
  .max(limits.claimedClients * 11)
  .transform((list) => (list === '' ? [] : list.split(',')))
  .pipe(z.array(Client).max(limits.claimedClients))

/** Read first: a client of another version may say the rest in another way. */
const Versions = z.object({ protocol: Count, schema: Count })

const Handshake = z.object({
  /** The life of the document this client holds a part of; 0 when it holds none. */
  epoch: Count.default(0),
  /** The last entry of the journal this client has; 0 for none. */
  since: Count.default(0),
  /** The lease under which this very document has been written so far, to go on with. Absent for a fresh document. */
  client: Client.optional(),
  /** Other leases of the same seat whose words may be in this document. */
  clients: Clients.default([]),
})
export type Handshake = z.infer<typeof Handshake>

/** What a browser says of itself, and what the server knows of its session. */
export type Arrival = Handshake & {
  /** The key under which the browser may keep unsaved words; see `welcome` in `messages.ts`. */
  readonly keep?: string | undefined
}

export type Params = Readonly<Record<string, string | undefined>>

/** Reads the parameters of an upgrade, or says with which code the socket is to be closed. */
export function readHandshake(
  params: Params,
): { readonly ok: true; readonly handshake: Handshake } | { readonly ok: false; readonly close: CloseReason } {
  const versions = Versions.safeParse(params)
  if (!versions.success) return { ok: false, close: 'bad-request' }
  const { protocol, schema } = versions.data
  if (protocol < PROTOCOL_VERSION || schema < SCHEMA_VERSION) return { ok: false, close: 'client-too-old' }
  if (protocol > PROTOCOL_VERSION || schema > SCHEMA_VERSION) return { ok: false, close: 'server-too-old' }
  const handshake = Handshake.safeParse(params)
  return handshake.success ? { ok: true, handshake: handshake.data } : { ok: false, close: 'bad-request' }
}

/** The parameters of an upgrade. */
export function writeHandshake(now: {
  readonly epoch: number
  readonly since: number
  readonly client: number | undefined
  readonly clients?: readonly number[]
}): Record<string, string> {
  return {
    protocol: String(PROTOCOL_VERSION),
    schema: String(SCHEMA_VERSION),
    epoch: String(now.epoch),
    since: String(now.since),
    ...(now.client !== undefined && { client: String(now.client) }),
    ...(now.clients !== undefined && now.clients.length > 0 && { clients: now.clients.join(',') }),
  }
}

/** The WebSocket subprotocol of a tab that speaks for a seat of its own, and how its token is told. */
export const SUBPROTOCOL = 'entente'
const BEARER = 'bearer.'

/** The subprotocols a client offers. */
export function offerProtocols(token: string | undefined): string[] {
  return token === undefined ? [SUBPROTOCOL] : [SUBPROTOCOL, `${BEARER}${token}`]
}

/** The token among the subprotocols a client offers, if it offers one. */
export function tokenOffered(protocols: Iterable<string>): string | undefined {
  for (const protocol of protocols) if (protocol.startsWith(BEARER)) return protocol.slice(BEARER.length)
  return undefined
}
