/** One who plays in a rehearsal: comes in as a browser does, types and takes back, and pays no attention to what others write. */
import type { NegotiationId } from '@entente/agreement'
import { parseRoot } from '@entente/draft'
import {
  FRAME,
  offerProtocols,
  readFrame,
  readServerMessage,
  SYNC,
  writeHandshake,
  writeStep1,
  writeStep2,
  writeUpdate,
} from '@entente/sync/frames'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { SESSION_COOKIE } from '../sign-in/who.ts'

export type Part = { readonly origin: string; readonly negotiation: NegotiationId; readonly token: string }

/** What somebody who comes back has already: the document, its clientID, its life, and how many entries of the record. */
export type Memory = { readonly doc: Y.Doc; readonly client: number; readonly epoch: number; readonly since: number }

export type Player = {
  readonly part: Part
  readonly memory: () => Memory
  /** Types a letter, or takes back those that stand. */
  readonly type: () => void
  /** How many of its changes are not saved yet. */
  readonly unsaved: () => number
  readonly leave: () => void
  /** With which code the server ended the connection, if it did. */
  readonly ended: () => number | undefined
}

/** Letters that stand before they are taken back. */
const STANDING = 8

/** Comes in, with what it has or with nothing. Resolves when the words are here and the server has ours; rejects when it is sent away. */
export function comeIn(part: Part, memory?: Memory): Promise<Player> {
  const { promise, resolve, reject } = Promise.withResolvers<Player>()
  const doc = memory?.doc ?? new Y.Doc()
  const socket = new WebSocket(addressOf(part, memory), offerProtocols(undefined), {
    origin: part.origin,
    perMessageDeflate: false,
    headers: { cookie: `${SESSION_COOKIE}=${part.token}` },
  })
  const own = {}
  let now = { client: 0, epoch: 0, since: 0 }
  let [sent, saved, standing] = [0, 0, 0]
  let [given, asked] = [false, false]
  let end: number | undefined

  const tell = (update: Uint8Array, by: unknown) => {
    if (by !== own) return
    sent += 1
    socket.send(writeUpdate(update))
  }
  doc.on('update', tell)

  const hear = (bytes: Uint8Array) => {
    if (bytes[0] === FRAME.sync && bytes[1] === SYNC.update) return
    const frame = readFrame(bytes)
    if (frame?.kind === 'step-1') {
      sent += 1
      socket.send(writeStep2(Y.encodeStateAsUpdate(doc, frame.stateVector)))
      given = true
    } else if (frame?.kind === 'step-2') {
      Y.applyUpdate(doc, frame.update)
      asked = true
    } else if (frame?.kind === 'message') {
      const message = readServerMessage(frame.json)
      if (message?.kind === 'welcome') {
        now = { client: message.client, epoch: message.epoch, since: message.head.seq }
        doc.clientID = message.client
      } else if (message?.kind === 'saved') saved = message.updates
    }
    if (given && asked) resolve(player)
  }

  const player: Player = {
    part,
    memory: () => ({ doc, ...now }),
    type() {
      const words = lastWords(doc)
      doc.transact(() => {
        if (standing < STANDING) words?.insert(words.length, 'a')
        else words?.delete(words.length - standing, standing)
      }, own)
      standing = standing < STANDING ? standing + 1 : 0
    },
    unsaved: () => sent - saved,
    leave() {
      doc.off('update', tell)
      socket.terminate()
    },
    ended: () => end,
  }

  socket.on('message', (data) => {
    if (data instanceof Buffer) hear(data)
  })
  socket.on('open', () => socket.send(writeStep1(Y.encodeStateVector(doc))))
  socket.on('error', reject)
  socket.on('close', (code) => {
    end = code
    reject(new Error(`Sent away: ${code}`))
  })
  return promise
}

function addressOf({ origin, negotiation }: Part, memory: Memory | undefined): string {
  const known = writeHandshake({ epoch: memory?.epoch ?? 0, since: memory?.since ?? 0, client: memory?.client })
  return `${origin.replace(/^http/, 'ws')}/sync/${negotiation}/table?${new URLSearchParams(known).toString()}`
}

/** The last run of words of the last clause that ends with one. */
function lastWords(doc: Y.Doc): Y.XmlText | undefined {
  for (const name of [...doc.share.keys()].toReversed()) {
    if (parseRoot(name)?.kind !== 'clause') continue
    for (let node: unknown = doc.getXmlFragment(name); node instanceof Y.XmlFragment;) {
      node = node.get(node.length - 1)
      if (node instanceof Y.XmlText) return node
    }
  }
  return undefined
}
