/**
 * The browser's end of a room: one document, one journal, one connection, and what the screens see of them.
 *
 * It lives outside any user interface and outlives its documents: when an update is refused, the words are kept aside as a draft and a fresh
 * document takes the place of the old one; when the room was restored from a backup, nothing merges, and what this browser knows and the
 * backup does not is kept aside likewise. The journal goes on through all of it, checked link by link.
 */
import { speakerOf, type Entry, type Head, type Negotiation, type RoomId, type SeatId } from '@entente/agreement'
import { uuidv4 } from 'lib0/random'
import { CLOSE, closeReason } from '../close.ts'
import { readServerMessage } from '../frames.ts'
import { offerProtocols, writeHandshake } from '../handshake.ts'
import { limits } from '../limits.ts'
import type { ServerMessage } from '../messages.ts'
import { openAside, rootWith, textsOf } from './aside.ts'
import { openAsked } from './asked.ts'
import { nobody, presentAfter } from './attendants.ts'
import type { Device } from './device.ts'
import { journalCopy } from './journal-copy.ts'
import { openKeeping } from './keeping.ts'
import type { Found } from './kept-words.ts'
import { latest } from './latest.ts'
import { openListeners } from './listeners.ts'
import { serverClock } from './server-clock.ts'
import { openSession, type Session } from './session.ts'
import { openSight } from './sight.ts'
import type { Chain, Connection, Presence, Room, RoomView } from './view.ts'

export type ConnectOptions = {
  /** Where rooms are reached, without the room: `wss://host/base/sync`. */
  readonly url: string
  readonly room: RoomId
  /** For a private room: the table it belongs to, which is not closed with it. What the room is told by its own journal is shown upon it. */
  readonly table?: Room | undefined
  /** Who this tab speaks for, when that is not the browser's cookie: sent as a WebSocket subprotocol, never in the address. */
  readonly token?: string | undefined
  /** Told once, when the connection ends for good by itself. */
  readonly onEnded?: ((ended: Connection & { readonly is: 'ended' }) => void) | undefined
  /** The WebSocket to use; the browser's unless said otherwise. */
  readonly WebSocket?: typeof WebSocket
  /** Where to keep unsaved words, so that they outlive the page; nowhere unless said otherwise. */
  readonly device?: Device | undefined
}

/** Fresh documents in a minute after which it is our program that is at fault, and trying on would not help. */
const MAX_FRESH_STARTS = 5
/** Characters of an input, leaving room for what goes around it. A longer one would cost the connection. */
const LONGEST_INPUT = limits.commandBytes - 1_024

/** Connects to a room and keeps it connected until `close`. */
export function connectRoom(options: ConnectOptions): Room {
  const asked = openAsked()
  const aside = openAside()
  const sight = openSight(options.room)
  const speaking = latest((negotiation: Negotiation, own: SeatId | undefined) => own && speakerOf(negotiation, own))
  const recorded = latest((head: Head, chain: Chain, entries: readonly Entry[]) => ({ head, chain, entries }))
  const listeners = openListeners()
  const clock = serverClock()
  let presence: readonly Presence[] = nobody
  let journal = journalCopy(options.room)
  let connection: Connection = { is: 'connecting' }
  let seat: SeatId | undefined
  let epoch = 0
  let demo = false
  /** The code of a refusal that was announced; the socket closes next. */
  let announced: string | undefined
  let freshStarts: readonly number[] = []
  let view: RoomView | undefined
  const keeping =
    options.device &&
    openKeeping({
      device: options.device,
      room: options.room,
      unsaved: unsavedWords,
      isLive: () => connection.is === 'live',
      drafts: aside.drafts,
      foundDrafts(drafts) {
        aside.found(drafts)
        changed()
      },
    })
  const leaveTable = options.table?.subscribe(() => changed())
  let session = begin()

  function begin(): Session {
    const own: Session = openSession({
      url: options.url,
      room: options.room,
      protocols: offerProtocols(options.token),
      WebSocket: options.WebSocket ?? WebSocket,
      ready: keeping?.ready,
      handshake: (client) => writeHandshake({ epoch, since: journal.head().seq, client, clients: keeping?.claims() ?? [] }),
      heard: (json) => current(own, () => hear(readServerMessage(json))),
      changed: () => current(own, changed),
      overtaken: (passages) => current(own, () => aside.overtook(passages)),
      synced: () => current(own, synced),
      dropped: (code) => current(own, () => dropped(code)),
      closed: (code, reason) => current(own, () => closed(code, reason)),
    })
    return own
  }

  /** A session that has been replaced has nothing more to say. */
  function current(of: Session, then: () => void): void {
    if (of === session && connection.is !== 'ended') then()
  }

  function hear(message: ServerMessage | undefined): void {
    if (message === undefined) return end({ code: CLOSE['client-too-old'], reason: 'client-too-old' })
    switch (message.kind) {
      case 'welcome':
        seat = message.seat
        epoch = message.epoch
        demo = message.demo
        clock.heard(message.serverTime)
        presence = nobody
        journal.announced(message.head)
        session.welcome(message.client)
        keeping?.unlock({ key: message.keep, seat, epoch })
        break
      case 'entries':
        journal.extend(message.entries)
        asked.heard(message.entries, seat)
        break
      case 'answer':
        asked.answered(message.request, message.ok ? { ok: true } : { ok: false, refusal: message.refusal })
        break
      case 'saved':
        session.saved(message.updates)
        break
      case 'presence':
        presence = presentAfter(presence, message)
        break
      case 'refused':
        announced = message.code
        break
      case 'time':
        clock.heard(message.serverTime)
        break
      case 'going-away':
        break
      default:
        return message satisfies never
    }
    if (journal.chain().is === 'broken') return end({ code: 0, reason: 'chain-broken' })
    changed()
  }

  function synced(): void {
    connection = { is: 'live' }
    aside.lifeBegan(session.doc, journal.entries())
    asked.caughtUp()
    const own = session
    void keeping?.found().then((found) => current(own, () => bringBack(found)))
    changed()
  }

  /** Words of an earlier page: sent like what is typed here, unless they belong to another life of the room. */
  function bringBack(found: readonly Found[]): void {
    for (const words of found) {
      const code = words.epoch === epoch ? (session.bring(words.update, rootWith(words.texts)) ? undefined : 'pending') : 'other-epoch'
      if (code !== undefined) aside.keep(words.texts, code)
    }
    if (found.length > 0) keeping?.settled()
    changed()
  }

  function unsavedWords() {
    const client = session.client()
    if (client === undefined) return undefined
    const update = session.unsavedUpdate()
    return {
      client,
      words: update && { update, texts: new Map(textsOf(session.doc, session.unsavedIn())) },
    }
  }

  function dropped(code: number | undefined): void {
    connection =
      connection.is === 'offline' ? { ...connection, attempt: connection.attempt + 1 } : { is: 'offline', since: Date.now(), attempt: 1 }
    presence = nobody
    const unavailable = code !== undefined && closeReason(code) === 'storage-unavailable'
    asked.lost({ code: unavailable ? 'storage-unavailable' : 'connection-lost' })
    changed()
  }

  function closed(code: number, reason: string): void {
    switch (closeReason(code)) {
      case 'update-refused':
      case 'too-large':
        aside.keep(textsOf(session.doc, session.unsavedIn()), announced ?? reason)
        keeping?.forgetWords()
        return startAfresh(code)
      case 'other-epoch':
        aside.lifeEnded(session.loaded() ? session.doc : undefined, journal.entries())
        keeping?.forgetWords()
        journal = journalCopy(options.room)
        epoch = 0
        return startAfresh(code)
      case 'not-signed-in':
        // Nobody can come back and look: also what was saved may be gone, if the server was restored to a time before this session began.
        aside.keep(textsOf(session.doc, session.writtenIn()), reason)
        keeping?.forgetAll()
        return end({ code, reason: 'not-signed-in' })
      default:
        aside.keep(textsOf(session.doc, session.unsavedIn()), reason)
        if (closeReason(code) === 'not-allowed' || closeReason(code) === 'not-found') keeping?.forgetAll()
        end({ code, reason: closeReason(code) ?? 'closed' })
    }
  }

  function startAfresh(code: number): void {
    const now = Date.now()
    freshStarts = [...freshStarts.filter((at) => now - at < 60_000), now]
    if (freshStarts.length > MAX_FRESH_STARTS) return end({ code, reason: closeReason(code) ?? 'closed' })
    announced = undefined
    // The last words of this document are shown until the next one is there.
    look()
    connection = { is: 'connecting' }
    const old = session
    session = begin()
    old.end()
    changed()
    // A page drawn for another reason in the meantime would have words typed into a document that is still empty.
    listeners.tellNow()
  }

  function end(
    { code, reason }: { readonly code: number; readonly reason: (Connection & { is: 'ended' })['reason'] },
    byOurselves = true,
  ): void {
    if (connection.is === 'ended') return
    const ended = { is: 'ended', code, reason } as const
    connection = ended
    aside.noMore()
    presence = nobody
    asked.close()
    keeping?.close()
    session.end()
    changed()
    if (byOurselves) options.onEnded?.(ended)
  }

  function changed(): void {
    view = undefined
    keeping?.changed()
    listeners.tell()
  }

  function look() {
    return sight({ own: journal.negotiation(), doc: session.doc, loaded: session.loaded(), table: options.table?.view() })
  }

  function see(): RoomView {
    const shown = look()
    return {
      ...shown,
      connection,
      loaded: session.loaded(),
      speaker: speaking(shown.negotiation, seat),
      presence,
      unsaved: session.unsaved(),
      record: recorded(journal.head(), journal.chain(), journal.entries()),
      refused: aside.refused(),
      overtaken: aside.overtaken(),
      restored: aside.restored(),
      demo,
      now: clock.now,
    }
  }

  return {
    doc: () => session.doc,
    awareness: () => session.awareness,
    view: () => (view ??= see()),
    subscribe: listeners.add,
    async submit(name, input) {
      const request = uuidv4()
      if (JSON.stringify(input)?.length > LONGEST_INPUT) return { ok: false, refusal: { code: 'malformed', detail: 'too long' } }
      if (connection.is !== 'live') return { ok: false, refusal: { code: 'offline' } }
      const answer = asked.ask(request)
      if (!session.send({ kind: 'command', request, name, input })) asked.answered(request, { ok: false, refusal: { code: 'offline' } })
      return answer
    },
    dismiss(draft) {
      aside.dismiss(draft)
      changed()
    },
    dismissRestored() {
      aside.dismissRestored()
      changed()
    },
    close() {
      leaveTable?.()
      end({ code: 1_000, reason: 'closed' }, false)
      listeners.close()
    },
  }
}
