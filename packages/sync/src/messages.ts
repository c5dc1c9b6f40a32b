/**
 * Our own messages: JSON in frames of type 4, beside the frames of y-websocket on the same socket.
 *
 * What a client sends is parsed strictly. What a server sends is parsed as well, because a browser checks the record it is shown and does
 * not take it on trust.
 */
import { Entry, Fingerprint, PartyId, SeatId, Timestamp, type Refusal } from '@entente/agreement'
import { z } from 'zod'

/** A 32-bit Yjs clientID. */
export const ClientId = z.int().min(1).max(0xff_ff_ff_ff)

/** The id a client gives a command. Within one seat it is used once; the same id again gets the same answer. */
export const RequestId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

const CommandMessage = z.strictObject({
  kind: z.literal('command'),
  request: RequestId,
  name: z.string().max(64),
  input: z.unknown(),
})
export type CommandMessage = z.infer<typeof CommandMessage>

export const ClientMessage = z.discriminatedUnion('kind', [CommandMessage])
export type ClientMessage = z.infer<typeof ClientMessage>

/**
 * Why a command was not recorded, besides the refusals of the rules: it was not tried, the room holds no more words, it could not be written
 * down, or the rules themselves failed, which is our mistake.
 */
export type NotTaken = { readonly code: 'storage-unavailable' | 'rate-limited' | 'full' | 'internal' }

/** Somebody at the table: which clientID writes for which seat. */
export const Presence = z.strictObject({ client: ClientId, seat: SeatId, party: PartyId })
export type Presence = z.infer<typeof Presence>

const AnyRefusal = z.custom<Refusal | NotTaken>((value) => z.looseObject({ code: z.string() }).safeParse(value).success)

export const ServerMessage = z.discriminatedUnion('kind', [
  /** Always the first frame. Until it has come, nothing else has been sent. */
  z.strictObject({
    kind: z.literal('welcome'),
    protocol: z.int(),
    schema: z.int(),
    /** Which life of the document this is; raised when a backup is restored. */
    epoch: z.int().min(1),
    seat: SeatId,
    /** The clientID under which this connection writes. Leased to the seat, never given to anybody else. */
    client: ClientId,
    /** The durable end of the journal; the entries up to it follow. */
    head: z.strictObject({ seq: z.int().min(0), hash: Fingerprint }),
    serverTime: Timestamp,
    demo: z.boolean(),
    /**
     * The key under which the browser may keep what is not saved yet: 32 bytes in base64url, always the same for one seat of one session in
     * one room, and gone with the session.
     */
    keep: z
      .string()
      .regex(/^[\w-]{43}$/)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('entries'), entries: z.array(Entry).readonly() }),
  z.discriminatedUnion('ok', [
    /** The entries named by `seq` are durable and were sent before this answer. */
    z.strictObject({ kind: z.literal('answer'), request: RequestId, ok: z.literal(true), seq: z.array(z.int().min(1)).readonly() }),
    z.strictObject({ kind: z.literal('answer'), request: RequestId, ok: z.literal(false), refusal: AnyRefusal }),
  ]),
  /**
   * The first `updates` frames with words (sync step 2 or update) of this connection are on the server's disk. A count, not a state
   * vector: a deletion moves no clock, and it has to be saved as well.
   */
  z.strictObject({ kind: z.literal('saved'), updates: z.int().min(0) }),
  /** Precedes close code 4413: an update was not taken, nor anything sent after it. What was sent before is saved and was acknowledged. */
  z.strictObject({ kind: z.literal('refused'), code: z.string().max(64), root: z.string().max(256).optional() }),
  /** Who came and who left, encoded once for everybody. To a newcomer: everybody. */
  z.strictObject({ kind: z.literal('presence'), joined: z.array(Presence).readonly(), left: z.array(ClientId).readonly() }),
  /** A sign of life every so often; y-websocket gives up a connection on which no message comes for 30 seconds. */
  z.strictObject({ kind: z.literal('time'), serverTime: Timestamp }),
  /** Precedes close code 1012. */
  z.strictObject({ kind: z.literal('going-away'), why: z.string().max(256) }),
])
export type ServerMessage = z.infer<typeof ServerMessage>
