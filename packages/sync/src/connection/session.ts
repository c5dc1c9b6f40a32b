/**
 * One life of a document in this browser: the words, the carets, and y-websocket's provider between them and the server.
 *
 * A session ends for good when an update is refused, because Yjs can never continue after one; `connectRoom` then begins another. It lives
 * through any number of lost connections. The server leases the clientID, so that it knows whose words are whose; until its welcome has
 * come, nothing may be typed.
 */
import { bindRoots } from '@entente/draft'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { CLOSE, retryable } from '../close.ts'
import { FRAME, SYNC, writeAwareness, writeMessage } from '../frames.ts'
import type { ClientMessage } from '../messages.ts'
import { countingSocket, type SocketClass } from './counting-socket.ts'
import { leaveCleaningToServer } from './cleaning.ts'
import { keepNeighboursTrue } from './neighbours.ts'
import { passagesOvertaken, passagesStranded, type Incoming, type Passage } from './overtaken.ts'
import { countSaving } from './saving.ts'

export type Session = {
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** The lease this document is written under; undefined before the first welcome. */
  readonly client: () => number | undefined
  /** Whether the document has been complete once. */
  readonly loaded: () => boolean
  /** Whether it is connected and complete now. */
  readonly live: () => boolean
  readonly unsaved: () => number
  /** The unsaved changes as one update; undefined when there are none. */
  readonly unsavedUpdate: () => Uint8Array | undefined
  /** The texts with unsaved changes. */
  readonly unsavedIn: () => readonly string[]
  /** The texts that were changed here, saved or not. */
  readonly writtenIn: () => readonly string[]
  /** The server's welcome: write under this clientID from now on. */
  readonly welcome: (client: number) => void
  readonly saved: (frames: number) => void
  /**
   * Takes in changes that an earlier document of this seat did not get saved, to be sent like what is typed here. False when they build on
   * something that nobody has any more; then nothing is taken in. `rootWith` guesses the text of words that have no place any more.
   */
  readonly bring: (update: Uint8Array, rootWith: (words: string) => string) => boolean
  /** False when there is no connection. */
  readonly send: (message: ClientMessage) => boolean
  readonly end: () => void
}

export type SessionOptions = {
  readonly url: string
  readonly room: string
  readonly protocols: string[]
  readonly WebSocket: SocketClass
  /** What to wait for before the first connection. */
  readonly ready?: Promise<void> | undefined
  /** What to say in the next handshake. */
  readonly handshake: (client: number | undefined) => Record<string, string>
  /** A message of type 4. */
  readonly heard: (json: string) => void
  /** The words, or what is unsaved of them, changed. */
  readonly changed: () => void
  /** Words typed here went with what somebody removed who had not seen them. */
  readonly overtaken: (passages: readonly Passage[]) => void
  /** Connected, and the document is complete. */
  readonly synced: () => void
  /** The connection is gone and will be tried again. */
  readonly dropped: (code: number | undefined) => void
  /** The connection is gone and trying again is pointless. */
  readonly closed: (code: number, reason: string) => void
}

/** The origin of changes that are brought back. */
const BROUGHT = 'brought'

/** The longest pause between two attempts, in milliseconds; each browser takes its own, so that they do not all come back at once. */
const BACKOFF = { shortest: 2_500, longest: 5_000 }

export function openSession(options: SessionOptions): Session {
  const doc = new Y.Doc()
  keepNeighboursTrue(doc)
  leaveCleaningToServer(doc)
  const awareness = new Awareness(doc)
  awareness.setLocalState(null)
  const saving = countSaving()
  /** The clientIDs under which this person types here. */
  const own = new Set<number>()
  let client: number | undefined
  let loaded = false
  let incoming: Incoming | undefined

  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
    if (incoming === undefined) return
    const passages = passagesOvertaken(transaction, own, incoming)
    if (passages.length > 0) options.overtaken(passages)
  })

  // Registered before the provider's own listener, so that a change is counted before it is sent.
  doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    // Yjs takes another clientID when it sees its own used elsewhere. Nobody has leased that one to us.
    if (client !== undefined && doc.clientID !== client) return options.closed(CLOSE['update-refused'], 'client-id-changed')
    if (transaction.local || origin === BROUGHT) saving.made(rootsIn(doc, transaction), update)
    options.changed()
  })

  const provider = new WebsocketProvider(options.url, options.room, doc, {
    awareness,
    connect: false,
    disableBc: true,
    params: options.handshake(client),
    protocols: options.protocols,
    maxBackoffTime: BACKOFF.shortest + Math.random() * (BACKOFF.longest - BACKOFF.shortest),
    shouldReconnect: ({ code }) => retryable(code) && code !== CLOSE['too-large'],
    WebSocketPolyfill: countingSocket(options.WebSocket, saving),
  })

  // As in y-protocols, but what an observer throws is not caught and logged there: it surfaces.
  provider.messageHandlers[FRAME.sync] = (encoder, decoder) => {
    encoding.writeVarUint(encoder, FRAME.sync)
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === SYNC.step1) {
      encoding.writeVarUint(encoder, SYNC.step2)
      encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc, payload))
      return
    }
    try {
      incoming = { update: payload, doubtful: () => (step === SYNC.step2 ? firstClocks(saving.changes()) : NOTHING) }
      Y.applyUpdate(doc, payload, provider)
    } finally {
      incoming = undefined
      if (step === SYNC.step2) {
        bindRoots(doc)
        loaded = true
        provider.synced = true
      }
    }
  }
  provider.messageHandlers[FRAME.message] = (_encoder, decoder) => options.heard(decoding.readVarString(decoder))

  const sendFrame = (frame: Uint8Array<ArrayBuffer>): boolean => {
    const { ws } = provider
    if (!provider.wsconnected || ws?.readyState !== ws?.OPEN) return false
    ws?.send(frame)
    return true
  }

  // The provider would send back to the server every caret that it has just received from it.
  awareness.off('update', provider._awarenessUpdateHandler)
  awareness.on('update', ({ added, updated, removed }: Changes, origin: unknown) => {
    if (origin === 'local' && client !== undefined)
      sendFrame(writeAwareness(encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed])))
  })

  provider.on('sync', (synced) => {
    if (synced) options.synced()
  })
  provider.on('connection-close', (event) => {
    // Others are taken for gone, and are to be believed again when they come back with the caret they had.
    for (const id of awareness.meta.keys()) if (id !== awareness.clientID) awareness.meta.delete(id)
    provider.params = options.handshake(client)
    options.dropped(event?.code)
  })
  provider.on('closed', ({ code, reason }) => options.closed(code, reason))
  let ended = false
  const connect = () => {
    if (ended) return
    provider.params = options.handshake(client)
    provider.connect()
  }
  if (options.ready === undefined) connect()
  else void options.ready.then(connect)

  return {
    doc,
    awareness,
    client: () => client,
    loaded: () => loaded,
    live: () => provider.synced,
    unsaved: saving.unsaved,
    unsavedUpdate: () => (saving.changes().length === 0 ? undefined : Y.mergeUpdates([...saving.changes()])),
    unsavedIn: saving.unsavedIn,
    writtenIn: saving.writtenIn,
    welcome(leased) {
      client = leased
      own.add(leased)
      doc.clientID = leased
      awareness.clientID = leased
      // Says again where the caret is, with a higher clock: the others have taken it for gone meanwhile.
      awareness.setLocalState(awareness.getLocalState())
    },
    saved(frames) {
      saving.saved(frames)
      options.changed()
    },
    bring(update, rootWith) {
      const trial = new Y.Doc()
      Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(trial, update)
      const whole = trial.store.pendingStructs === null && trial.store.pendingDs === null
      trial.destroy()
      if (!whole) return false
      Y.applyUpdate(doc, update, BROUGHT)
      for (const author of Y.parseUpdateMeta(update).to.keys()) own.add(author)
      const passages = passagesStranded(doc, update, rootWith)
      if (passages.length > 0) options.overtaken(passages)
      return true
    },
    send: (message) => sendFrame(writeMessage(message)),
    end() {
      ended = true
      // The provider takes leave under the document's clientID, and fails if no caret ever had it.
      doc.clientID = awareness.clientID
      provider.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}

type Changes = { readonly added: readonly number[]; readonly updated: readonly number[]; readonly removed: readonly number[] }

const NOTHING: ReadonlyMap<number, number> = new Map()

/** The first clock of each author in several updates. */
function firstClocks(updates: readonly Uint8Array[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>()
  for (const update of updates)
    for (const [client, clock] of Y.parseUpdateMeta(update).from) first.set(client, Math.min(clock, first.get(client) ?? clock))
  return first
}

/** The texts that a transaction changed. */
function rootsIn(doc: Y.Doc, { changedParentTypes }: Y.Transaction): readonly string[] {
  return [...doc.share].filter(([, type]) => changedParentTypes.has(type)).map(([name]) => name)
}
