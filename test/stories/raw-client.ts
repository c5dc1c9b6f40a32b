/**
 * A client of the wire written from docs/protocol.md and from nothing else: `ws`, `yjs` and Node, no import of Entente.
 *
 * It exists so that the document stays enough to write a client from. What it does not do (offline, drafts of refused words, undo) it does
 * not need here.
 */
import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { follow, NO_ENTRIES, type RawEntry, type RawHead } from './raw-digest.ts'
import { rawFrame, readRawFrame } from './raw-frame.ts'

export type RawAnswer = {
  readonly ok: boolean
  readonly seq?: readonly number[]
  readonly refusal?: { readonly code: string; readonly now?: string }
}
export type RawEnd = { readonly code: number; readonly reason: string }

type Welcome = {
  readonly kind: 'welcome'
  readonly protocol: number
  readonly schema: number
  readonly epoch: number
  readonly seat: string
  readonly client: number
  readonly head: RawHead
}
type Present = { readonly client: number; readonly seat: string; readonly party: string }
type Message =
  | Welcome
  | { readonly kind: 'entries'; readonly entries: readonly RawEntry[] }
  | ({ readonly kind: 'answer'; readonly request: string } & RawAnswer)
  | { readonly kind: 'saved'; readonly updates: number }
  | { readonly kind: 'refused'; readonly code: string; readonly root?: string }
  | { readonly kind: 'presence'; readonly joined: readonly Present[]; readonly left: readonly number[] }
  | { readonly kind: 'time' | 'going-away' }

export type RawClient = Awaited<ReturnType<typeof enter>>

const PATIENCE = 10_000

/** Takes a seat of the demonstration. Answers the token of the session. */
export async function signIn(origin: string, negotiation: string, seat: string): Promise<string> {
  const answer = await fetch(`${origin}/api/demo/seats`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ negotiation, seat }),
  })
  if (!answer.ok) throw new Error(`No seat: ${answer.status}`)
  return ((await answer.json()) as { readonly token: string }).token
}

export type Coming = {
  readonly origin: string
  readonly negotiation: string
  /** Which of its rooms; the table unless said otherwise. */
  readonly room?: string
  readonly token: string
  /** The clientID of this very document, to go on with. */
  readonly client?: number
  readonly doc?: Y.Doc
  /** The life of the document and the end of the journal that are known already. */
  readonly epoch?: number
  readonly head?: RawHead
  /** More parameters, for whoever wants to say something else. */
  readonly params?: Readonly<Record<string, string>>
}

/** Connects to a room of a negotiation. Resolves when words and journal are here, or when the server has closed the socket. */
export async function enter({
  origin,
  negotiation,
  room = 'table',
  token,
  client,
  doc = new Y.Doc(),
  epoch = 0,
  head: known = NO_ENTRIES,
  params = {},
}: Coming) {
  const query = new URLSearchParams({
    protocol: '2',
    schema: '2',
    epoch: String(epoch),
    since: String(known.seq),
    ...(client !== undefined && { client: String(client) }),
    ...params,
  })
  const socket = new WebSocket(
    `${origin.replace('http', 'ws')}/sync/${negotiation}/${room}?${query.toString()}`,
    ['entente', `bearer.${token}`],
    { headers: { origin }, perMessageDeflate: false },
  )
  const watchers = new Set<() => void>()
  const heard: string[] = []
  const entries: RawEntry[] = []
  const present = new Map<number, Present>()
  const answers = new Map<string, (answer: RawAnswer) => void>()
  const states: Uint8Array[] = []
  let welcome: Welcome | undefined
  let head = known
  let complete = false
  let introduced = false
  let sent = 0
  let saved = 0
  let refused: { readonly code: string; readonly root?: string } | undefined
  let end: RawEnd | undefined

  const send = (frame: Uint8Array) => {
    if (frame[0] === 0 && frame[1] !== 0) sent += 1
    socket.send(frame)
  }
  const changed = () => {
    for (const watcher of watchers) watcher()
  }

  const hear = (message: Message) => {
    heard.push(message.kind)
    switch (message.kind) {
      case 'welcome':
        if (heard.length > 1) throw new Error('The welcome is the first frame')
        welcome = message
        doc.clientID = message.client
        return
      case 'entries':
        head = follow(`${negotiation}/${room}`, head, message.entries)
        entries.push(...message.entries)
        return
      case 'answer':
        if (message.seq?.some((seq) => seq > head.seq)) throw new Error('The answer came before its entries')
        answers.get(message.request)?.(message)
        return
      case 'saved':
        saved = message.updates
        return
      case 'refused':
        refused = message
        return
      case 'presence':
        for (const gone of message.left) present.delete(gone)
        for (const one of message.joined) present.set(one.client, one)
        return
      case 'time':
      case 'going-away':
        return
      default:
        throw new Error('A message of a newer server')
    }
  }

  doc.on('update', (update: Uint8Array, from: unknown) => {
    if (from === 'server') return
    if (doc.clientID !== welcome?.client) throw new Error('Nobody has leased this clientID to us')
    if (introduced && end === undefined) send(rawFrame.update(update))
  })

  socket.on('open', () => send(rawFrame.step1(Y.encodeStateVector(doc))))
  socket.on('error', () => undefined)
  socket.on('close', (code, reason) => {
    end = { code, reason: reason.toString() }
    changed()
  })
  socket.on('message', (data: Buffer) => {
    const frame = readRawFrame(new Uint8Array(data))
    if (frame.is !== 'message') heard.push(frame.is)
    switch (frame.is) {
      case 'message':
        hear(JSON.parse(frame.json) as Message)
        break
      case 'step-1':
        send(rawFrame.step2(Y.encodeStateAsUpdate(doc, frame.bytes)))
        introduced = true
        break
      case 'step-2':
      case 'update':
        Y.applyUpdate(doc, frame.bytes, 'server')
        complete ||= frame.is === 'step-2'
        break
      case 'awareness':
        states.push(frame.bytes)
        break
      default:
        frame satisfies never
    }
    changed()
  })

  /** Resolves when something holds, which is looked at after every frame. */
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        watchers.delete(look)
        reject(new Error(`Waited in vain for ${holds.toString()}, heard ${heard.slice(-20).join(' ')}, ended ${JSON.stringify(end)}`))
      }, PATIENCE)
      const look = () => {
        if (!holds()) return
        clearTimeout(giveUp)
        watchers.delete(look)
        resolve()
      }
      watchers.add(look)
      look()
    })

  await until(() => (complete && introduced) || end !== undefined)
  if (end === undefined && welcome?.head.seq !== undefined && head.seq < welcome.head.seq) throw new Error('Entries are missing')

  return {
    doc,
    socket,
    /** The kinds of everything that was heard, in order. */
    heard,
    entries,
    present,
    /** Awareness updates as they came. */
    states,
    until,
    send,
    welcome: () => welcome,
    head: () => head,
    saved: () => saved,
    refused: () => refused,
    end: () => end,
    /** Resolves when all words that were sent are on the server's disk. */
    allSaved: () => until(() => saved === sent),
    ended: async () => {
      await until(() => end !== undefined)
      return end
    },
    /** Gives a command; resolves with its answer. */
    async say(name: string, input: unknown, request: string = randomUUID()): Promise<RawAnswer> {
      const { promise, resolve } = Promise.withResolvers<RawAnswer>()
      answers.set(request, resolve)
      send(rawFrame.message({ kind: 'command', request, name, input }))
      return promise
    },
    leave: () => socket.close(),
  }
}
