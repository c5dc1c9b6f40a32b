/** What is done to a server in W8, and what of it is noticed from outside. */
import { setTimeout as sleep } from 'node:timers/promises'
import * as encoding from 'lib0/encoding'
import { awareness } from './carets.ts'
import { Guest } from './guest.ts'
import type { Figures } from './plan.ts'
import type { Laid, Stage } from './stage.ts'
import { SYNC } from './wire/dialect.ts'
import type { Socket } from './wire/socket.ts'
import { pasted, Typist } from './words.ts'

export type Scene = { readonly stage: Stage; readonly document: Laid; readonly quick: boolean }

export type Noticed = Figures & {
  /** `kept`, or code and reason with which the offender was sent away. */
  readonly offender: string
}

export type Attack = {
  readonly name: string
  /** Begins with a new process, because what it leaves behind would count for the next. */
  readonly afresh: boolean
  readonly act: (scene: Scene) => Promise<Noticed>
}

/** How long a server has to react, in milliseconds. */
const REACTION = 400

const malformed: readonly (readonly [name: string, payload: (guest: Guest) => Uint8Array | string])[] = [
  ['empty message', () => new Uint8Array()],
  ['message cut short', (guest) => guest.syncMessage(SYNC.update, Uint8Array.of(1, 2, 3)).subarray(0, -2)],
  ['update cut short', (guest) => guest.syncMessage(SYNC.update, pasted(guest.client, 0, { client: 1, clock: 1 }, 30).subarray(0, 20))],
  [
    'length of 4 GB',
    (guest) => Uint8Array.of(...guest.syncMessage(SYNC.update, new Uint8Array()).subarray(0, -1), 0xff, 0xff, 0xff, 0xff, 0x0f),
  ],
  ['unknown type', (guest) => Uint8Array.of(...guest.syncMessage(SYNC.update, new Uint8Array()).subarray(0, -3), 77)],
  ['two thousand million structs', (guest) => guest.syncMessage(SYNC.update, countless(guest.client))],
  ['awareness that is not JSON', (guest) => guest.awarenessMessage(awareness([{ client: guest.client, clock: 1, json: '{' }]))],
  ['text frame', () => 'hello'],
]

export const attacks: readonly Attack[] = [
  ...malformed.map(([name, payload]) => ({ name: `malformed: ${name}`, afresh: false, act: (scene: Scene) => sendOne(scene, payload) })),
  { name: 'an update of 100 MB', afresh: true, act: huge },
  { name: 'a missing predecessor', afresh: true, act: orphans },
  { name: '10,000 awareness states in one message', afresh: true, act: crowd },
  { name: 'a reader who does not read', afresh: true, act: slowReader },
  { name: 'a text without end', afresh: true, act: endless },
  { name: 'header of 200 MB before signing in', afresh: false, act: (scene) => stranger(scene, announcing(200 * 2 ** 20)) },
  { name: 'reserved bits before signing in', afresh: false, act: (scene) => stranger(scene, Buffer.of(0xf2, 0x80, 0, 0, 0, 0)) },
]

async function sendOne({ stage, document }: Scene, payload: (guest: Guest) => Uint8Array | string): Promise<Noticed> {
  const { guest } = await stage.enter(document, 0)
  const bytes = payload(guest)
  if (typeof bytes === 'string') guest.socket.sendText(bytes)
  else guest.socket.send(bytes)
  return { offender: await verdict(guest.socket) }
}

/** One update with 100 MB of words, as one frame. */
async function huge({ stage, document }: Scene): Promise<Noticed> {
  const { guest } = await stage.enter(document, 0)
  const words = 100 * 2 ** 20
  // The same update with one character says what stands before and after the words.
  const small = guest.syncMessage(SYNC.update, pasted(guest.client, 0, document.text, 1))
  const head = encoding.encode((encoder) => {
    const update = pasted(guest.client, 0, document.text, 1)
    const start = update.subarray(0, -3)
    encoding.writeUint8Array(encoder, small.subarray(0, small.length - update.length - 1))
    encoding.writeVarUint(encoder, start.length + lengthOf(words) + words + 1)
    encoding.writeUint8Array(encoder, start)
    encoding.writeVarUint(encoder, words)
  })
  guest.socket.raw(announcing(head.length + words + 1))
  guest.socket.raw(head)
  const chunk = Buffer.alloc(2 ** 20, 'x')
  for (let sent = 0; sent < words; sent += chunk.length) {
    guest.socket.raw(chunk)
    await sleep(2)
  }
  guest.socket.raw(Buffer.of(0))
  return { offender: await verdict(guest.socket, 3_000) }
}

/** Everything after a first update that was never sent. */
async function orphans({ stage, document, quick }: Scene): Promise<Noticed> {
  const { guest } = await stage.enter(document, 0)
  const typist = new Typist(guest.client, document.text)
  typist.next()
  for (let sent = 0; sent < (quick ? 5_000 : 20_000); sent += 1) {
    guest.types(typist.next())
    if (sent % 1_000 === 0) await sleep(1)
  }
  const begun = performance.now()
  const other = await stage.enter(document, 1)
  const openedAfterMs = performance.now() - begun
  return { offender: await verdict(guest.socket), openedAfterMs, newcomerBytes: other.welcome.content.length }
}

const LISTENERS = 50

async function crowd({ stage, document }: Scene): Promise<Noticed> {
  const { guest } = await stage.enter(document, 0)
  const listeners = await Promise.all(Array.from({ length: LISTENERS }, async (_, index) => (await stage.enter(document, index + 1)).guest))
  await sleep(300)
  const heard = () => listeners.reduce((sum, { socket }) => sum + socket.bytes, 0)
  const before = heard()
  const state = { user: { name: 'Nobody', color: '#000000' } }
  guest.points(awareness(Array.from({ length: 10_000 }, (_, index) => ({ client: index + 1, clock: 1, json: JSON.stringify(state) }))))
  const offender = await verdict(guest.socket, 1_500)
  const fannedOutMb = (heard() - before) / 2 ** 20
  const { guest: joiner } = await stage.enter(document, LISTENERS + 1)
  await sleep(300)
  return { offender, fannedOutMb, joinerBytes: joiner.socket.bytes }
}

const WRITERS = 5
const PASTE = 100_000

/** While one does not read, five people paste 100 kB ten times a second each, always instead of what they pasted before: as much as Entente lets anybody send. */
async function slowReader(scene: Scene): Promise<Noticed> {
  const { guest: reader } = await scene.stage.enter(scene.document, 0)
  reader.socket.pause()
  const { writers, sentMb } = await paste(scene, PASTE)
  reader.socket.resume()
  return { offender: await verdict(reader.socket, 3_000), sentMb, writersLeft: stillThere(writers) }
}

/** The same five people keep all that they paste, leave, and come back when the server has put the document away. */
async function endless(scene: Scene): Promise<Noticed> {
  const { writers, sentMb } = await paste(scene, 0)
  const endings = await Promise.all(writers.map(({ socket }) => verdict(socket)))
  const writersLeft = stillThere(writers)
  for (const { socket } of writers) socket.close()
  await sleep(PUT_AWAY)
  return { offender: endings.find((ending) => ending !== 'kept') ?? 'kept', sentMb, writersLeft }
}

/** How long a server takes at most to put away a document that everybody has left, in milliseconds: Entente 3 s, hocuspocus 2 to 10 s. */
const PUT_AWAY = 12_000

async function paste(
  { stage, document, quick }: Scene,
  instead: number,
): Promise<{ readonly writers: readonly Guest[]; readonly sentMb: number }> {
  const writers = await Promise.all(Array.from({ length: WRITERS }, async (_, index) => (await stage.enter(document, index + 1)).guest))
  const pieces = quick ? 40 : 120
  for (let piece = 0; piece < pieces; piece += 1) {
    for (const writer of writers) writer.types(pasted(writer.client, piece * PASTE, document.text, PASTE, piece === 0 ? 0 : instead))
    await sleep(100)
  }
  return { writers, sentMb: (pieces * WRITERS * PASTE) / 2 ** 20 }
}

function stillThere(guests: readonly Guest[]): number {
  return guests.filter(({ socket }) => socket.ended === undefined).length
}

/** Somebody who never says who he is. */
async function stranger({ stage, document }: Scene, bytes: Uint8Array): Promise<Noticed> {
  const door = document.doors[0]
  if (door === undefined) throw new Error('No door')
  const guest = await Guest.knock(stage.target, stage.port, document, { path: door.path, headers: {} })
  guest.socket.raw(bytes)
  return { offender: await verdict(guest.socket) }
}

async function verdict(socket: Socket, patience = REACTION): Promise<string> {
  const ending = await Promise.race([socket.ending, sleep(patience)])
  return ending === undefined ? 'kept' : `${ending.code} ${ending.reason}`.trim()
}

/** The header of a masked binary frame of so many bytes. */
function announcing(length: number): Buffer {
  const header = Buffer.alloc(14)
  header[0] = 0x82
  header[1] = 0x80 | 127
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}

/** An update that says it has 2³¹ − 1 structs. */
function countless(client: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 2 ** 31 - 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 0)
  })
}

function lengthOf(number: number): number {
  return encoding.encode((encoder) => encoding.writeVarUint(encoder, number)).length
}
