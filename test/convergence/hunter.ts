/**
 * Connections that send whatever comes to hand and look at what comes back: the server answers, or ends them with a documented code.
 */
import { closeReason } from '@entente/sync/frames'
import { WebSocket } from 'ws'
import { rawFrame, readRawFrame } from '../stories/raw-frame.ts'
import { anyShot, type Arsenal, type Shot } from './any-frame.ts'
import type { Random } from './random.ts'

export type Tally = {
  /** Sent one at a time: each but the unanswered was looked at, because the server answered a ping behind it or ended the connection. */
  shots: number
  /** Shots past the WebSocket layer after which nothing came back, as when they begin a frame that never ends. */
  unanswered: number
  /** How connections ended, by code and reason. */
  readonly ends: Map<string, number>
  /** What was heard, by kind and code. */
  readonly heard: Map<string, number>
  /** What must not happen. */
  readonly faults: string[]
}

export function emptyTally(): Tally {
  return { shots: 0, unanswered: 0, ends: new Map(), heard: new Map(), faults: [] }
}

/** A seat and the clientID it was leased last. */
export type Seat = { readonly token: string; client: number | undefined }

export type Hunt = {
  readonly origin: string
  readonly negotiation: string
  readonly arsenal: () => Arsenal
  /** The end of the journal, so that a newcomer is not sent all of it. */
  readonly since: () => number
  readonly tally: Tally
  readonly goOn: () => boolean
}

/** Codes the WebSocket layer closes with by itself, without a reason. */
const BELOW = new Set([1002, 1005, 1007, 1008, 1009])
/** How long an answer is waited for, in milliseconds: after bytes that were no frame, and otherwise. */
const PATIENCE = { crooked: 150, straight: 20_000 }
const MOST_SHOTS = 40
const NOTHING = Uint8Array.of(0, 0)

/** Connects with one seat after another and shoots until told to stop. Nobody else uses these seats. */
export async function hunt(seats: readonly Seat[], random: Random, hunted: Hunt): Promise<void> {
  for (let turn = 0; hunted.goOn(); turn += 1) {
    const seat = seats[turn % seats.length]
    if (seat === undefined) return
    const line = await connect(seat, random, hunted)
    // An empty sync step 2: from now on updates are looked at.
    if (random.chance(0.95)) await line.shoot({ as: 'message', bytes: rawFrame.step2(NOTHING) })
    for (let left = 1 + random.below(MOST_SHOTS); left > 0 && line.isAlive() && hunted.goOn(); left -= 1) {
      await line.shoot(anyShot(hunted.arsenal(), seat.client ?? 0, random))
      hunted.tally.shots += 1
    }
    await line.leave(random.chance(0.5))
  }
}

type Line = {
  readonly isAlive: () => boolean
  /** Resolves when the server has dealt with it. */
  readonly shoot: (shot: Shot) => Promise<void>
  /** In good order, or without a word. */
  readonly leave: (politely: boolean) => Promise<void>
}

/** Resolves when the server has said who this is, or has ended the connection. */
async function connect(seat: Seat, random: Random, { origin, negotiation, since, tally }: Hunt): Promise<Line> {
  const query = new URLSearchParams({
    protocol: '2',
    schema: '2',
    since: String(since()),
    ...(seat.client !== undefined && { client: String(seat.client) }),
    ...(random.chance(0.01) && oddParameter(random)),
  }).toString()
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${negotiation}/table?${query}`, ['entente', `bearer.${seat.token}`], {
    headers: { origin },
    perMessageDeflate: false,
  })
  const sent: string[] = []
  const welcome = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  let alive = true
  /** Bytes went out that are no WebSocket frames, or the connection was cut from here: it may end without a code. */
  let crooked = false

  socket.on('error', () => undefined)
  socket.on('close', (code, reason) => {
    const said = reason.toString()
    count(tally.ends, `${code} ${said}`)
    const documented = closeReason(code) === said || (BELOW.has(code) && said === '') || (code === 1006 && crooked)
    if (!documented) tally.faults.push(`ended with ${code} ${JSON.stringify(said)} after ${sent.join(' ')} at ${query}`)
    alive = false
    end.resolve()
  })
  socket.on('message', (data: Buffer) => {
    const frame = readRawFrame(new Uint8Array(data))
    if (frame.is !== 'message') return count(tally.heard, frame.is)
    const message = JSON.parse(frame.json) as { kind: string; client?: number; code?: string; refusal?: { code: string }; ok?: boolean }
    count(tally.heard, [message.kind, message.code ?? message.refusal?.code ?? (message.ok && 'ok')].filter(Boolean).join(' '))
    if (message.kind !== 'welcome') return
    seat.client = message.client
    welcome.resolve()
  })
  await Promise.race([welcome.promise, end.promise])

  const cut = () => {
    crooked = true
    socket.terminate()
  }
  return {
    isAlive: () => alive,
    async shoot(shot) {
      if (!alive) return
      sent.splice(0, sent.length - 2)
      sent.push(told(shot))
      if (shot.as === 'message') socket.send(shot.bytes)
      else if (shot.as === 'text') socket.send(shot.text)
      else {
        crooked = true
        below(socket)?.write(shot.bytes)
      }
      const how = await answer(socket, end.promise, crooked ? PATIENCE.crooked : PATIENCE.straight)
      if (how !== 'silence') return
      if (crooked) tally.unanswered += 1
      else tally.faults.push(`silence after ${sent.join(' ')}`)
      cut()
    },
    async leave(politely) {
      if (alive && politely && !crooked) socket.close()
      else if (alive) cut()
      await end.promise
    },
  }
}

function oddParameter(random: Random): Readonly<Record<string, string>> {
  const name = random.pick(['client', 'clients', 'since', 'epoch', 'protocol', 'schema'])
  return { [name]: random.pick(['', '-1', '1e9', '99999999999', '1,2', 'x', '4294967295']) }
}

async function answer(socket: WebSocket, end: Promise<void>, patience: number): Promise<'answer' | 'silence'> {
  const { promise, resolve } = Promise.withResolvers<'answer' | 'silence'>()
  const hear = () => resolve('answer')
  socket.once('pong', hear)
  if (socket.readyState === WebSocket.OPEN) socket.ping()
  void end.then(hear)
  const timer = setTimeout(() => resolve('silence'), patience)
  const how = await promise
  clearTimeout(timer)
  socket.off('pong', hear)
  return how
}

function told(shot: Shot): string {
  return `${shot.as}:${shot.as === 'text' ? shot.text : Buffer.from(shot.bytes.subarray(0, 200)).toString('hex')}`
}

/** The connection below; `ws` keeps it to itself. */
function below(socket: WebSocket): { readonly write: (bytes: Uint8Array) => void } | undefined {
  return Reflect.get(socket, '_socket') as { readonly write: (bytes: Uint8Array) => void } | undefined
}

function count(of: Map<string, number>, what: string): void {
  of.set(what, (of.get(what) ?? 0) + 1)
}
