/**
 * One person of the load: comes in as the server's own clients do, and then writes and listens.
 *
 * Coming in means the same everywhere: sync step 1 at once, an answer to the server's step 1, and its step 2 received.
 */
import type { Document, Door, Target } from './targets/target.ts'
import { randomClient } from './wire/client-id.ts'
import { SYNC, type Heard, type SyncStep } from './wire/dialect.ts'
import { Socket } from './wire/socket.ts'

/** The state vector of somebody who has nothing, and an update without anything in it. */
export const NOTHING = Uint8Array.of(0)
const NO_UPDATE = Uint8Array.of(0, 0)

export type Welcome = {
  /** The server's first sync step 2. */
  readonly content: Uint8Array
  /** Milliseconds from the first packet until it was here. */
  readonly after: number
}

export type Entering = { readonly has?: Uint8Array; readonly hear?: (heard: Heard) => void }

export class Guest {
  readonly socket: Socket
  /** The clientID to write under. */
  client = 0
  /** What is heard from now on. While nobody listens, frames are only counted. */
  #listening: ((heard: Heard) => void) | undefined
  readonly #target: Target
  readonly #document: string

  private constructor(target: Target, document: string, socket: Socket) {
    this.#target = target
    this.#document = document
    this.socket = socket
  }

  /** Opens a socket and says nothing yet. */
  static async knock(
    target: Target,
    port: number,
    { name }: Pick<Document, 'name'>,
    { path, headers }: Door,
    greet?: (guest: Guest) => void,
  ): Promise<Guest> {
    const { promise, resolve } = Promise.withResolvers<Guest>()
    await Socket.open({ port, path, headers: { Origin: `http://127.0.0.1:${port}`, ...headers } }, (socket) => {
      const guest = new Guest(target, name, socket)
      greet?.(guest)
      resolve(guest)
    })
    return promise
  }

  /**
   * Comes in. `has` is the state vector of what the guest holds already; `hear` hears everything from the first frame on. Throws when the
   * server ends the connection instead, or keeps silent for too long.
   */
  static async enter(
    target: Target,
    port: number,
    document: Document,
    door: Door,
    { has = NOTHING, hear }: Entering = {},
  ): Promise<{ readonly guest: Guest; readonly welcome: Welcome }> {
    const begun = performance.now()
    const { promise, resolve } = Promise.withResolvers<Welcome>()
    let client = randomClient()
    let welcome: Welcome | undefined
    let asked = false
    const done = () => {
      if (welcome !== undefined && asked) resolve(welcome)
    }
    const listen = (guest: Guest) =>
      guest.listen((heard) => {
        // Before anybody looks into it, which may take longer than it was on its way.
        const after = performance.now() - begun
        hear?.(heard)
        switch (heard.kind) {
          case 'message':
            client = leased(heard.json) ?? client
            return
          case 'step-1':
            asked = true
            guest.sync(SYNC.step2, NO_UPDATE)
            return done()
          case 'step-2':
            welcome ??= { content: heard.payload.slice(), after }
            return done()
          default:
        }
      })
    const guest = await Guest.knock(target, port, document, door, listen)
    if (target.keeps) {
      for (const greeting of target.dialect.greeting(document.name)) guest.socket.send(greeting)
      guest.sync(SYNC.step1, has)
    } else resolve({ content: NO_UPDATE, after: performance.now() - begun })
    const got = await within(promise, guest.socket)
    guest.client = client
    guest.listen(hear)
    return { guest, welcome: got }
  }

  listen(hear: ((heard: Heard) => void) | undefined): void {
    this.#listening = hear
    this.socket.onMessage =
      hear === undefined ? undefined : (bytes, start, end) => this.#listening?.(this.#target.dialect.read(bytes.subarray(start, end)))
  }

  /** The message, for whoever wants to spoil it. */
  syncMessage(step: SyncStep, payload: Uint8Array): Uint8Array {
    return this.#target.dialect.sync(this.#document, step, payload)
  }

  awarenessMessage(update: Uint8Array): Uint8Array {
    return this.#target.dialect.awareness(this.#document, update)
  }

  sync(step: SyncStep, payload: Uint8Array): void {
    this.socket.send(this.syncMessage(step, payload))
  }

  types(update: Uint8Array): void {
    this.sync(SYNC.update, update)
  }

  points(awareness: Uint8Array): void {
    this.socket.send(this.awarenessMessage(awareness))
  }

  /** Everything the server has, once it has dealt with all that was sent before. */
  async content(has: Uint8Array = NOTHING): Promise<Uint8Array> {
    const { promise, resolve } = Promise.withResolvers<Uint8Array>()
    const before = this.#listening
    this.listen((heard) => {
      before?.(heard)
      if (heard.kind === 'step-2') resolve(heard.payload.slice())
    })
    this.sync(SYNC.step1, has)
    const content = await within(promise, this.socket)
    this.listen(before)
    return content
  }
}

/** Longer than the longest stall of a peer that was seen. */
const PATIENCE = 60_000

/** Waits, but not longer than the connection lives. */
async function within<Result>(promise: Promise<Result>, { ending }: Socket): Promise<Result> {
  let impatient: ReturnType<typeof setTimeout> | undefined
  const never = new Promise<never>((_, reject) => {
    impatient = setTimeout(() => reject(new Error('No answer')), PATIENCE)
    void ending.then(({ code, reason }) => reject(new Error(`Closed: ${code} ${reason}`)))
  })
  try {
    return await Promise.race([promise, never])
  } finally {
    clearTimeout(impatient)
  }
}

function leased(json: string): number | undefined {
  const message: unknown = JSON.parse(json)
  if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== 'welcome') return undefined
  return 'client' in message && typeof message.client === 'number' ? message.client : undefined
}
