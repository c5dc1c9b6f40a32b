/**
 * The server against whatever can arrive on a socket: mutated, generated and broken frames from people who hold seats, over real sockets,
 * while others work.
 *
 * FUZZ_FRAMES says how many (a few thousand unless told, a million with `npm run fuzz -- frames`), FUZZ_FROM the seed, FUZZ_MINUTES how long
 * at most. A seed decides what each connection sends; in which order the server meets them is for the machine to decide.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { NegotiationId, tableOf } from '@entente/agreement'
import { knows, plainText, readText } from '@entente/draft'
import { connectRoom } from '@entente/sync/client'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { delegate, socketFrom, type Delegate } from '../stories/delegate.ts'
import { enter } from '../stories/raw-client.ts'
import { someUpdates } from './any-frame.ts'
import { emptyTally, hunt, type Seat, type Tally } from './hunter.ts'
import { startPrey, type Prey } from './prey.ts'
import { randomFrom } from './random.ts'

const FRAMES = Number(process.env['FUZZ_FRAMES'] ?? 3_000)
const SEED = Number(process.env['FUZZ_FROM'] ?? Date.now() % 1_000_000)
const MINUTES = Number(process.env['FUZZ_MINUTES'] ?? 600)
/** Frames before the memory is looked at for the first time: code is compiled, pools are filled. */
const WARM = 1_000
const HUNTERS = 96
const SEATS_OF_EACH = 10
/** How long honest people wait, in milliseconds: a long run shares its machine with others. */
const PATIENCE = 90_000

test(`[frames-1] ${FRAMES} frames of every kind (seed ${SEED})`, { timeout: 120_000 + MINUTES * 60_000 }, async () => {
  const prey = await startPrey()
  onTestFinished(() => prey.end())
  const table = await openTable(prey)

  await session(prey, table, WARM, SEED + 1)
  const before = await prey.ask('heap')
  const tally = await session(prey, table, FRAMES, SEED)
  const after = await prey.ask('heap')

  const { events, troubles } = await prey.ask('log')
  const refused = Object.entries(events).filter(([name]) => name.startsWith('update-refused'))
  process.stdout.write(
    `${JSON.stringify({ seed: SEED, ...report(tally), refused: Object.fromEntries(refused), heap: { before, after } }, undefined, 1)}\n`,
  )
  expect(tally.faults).toEqual([])
  expect(troubles).toEqual([])
  expect([prey.exit(), prey.said()]).toEqual([undefined, ''])
  expect(after / before).toBeLessThan(1.05)
  // It has met what it is about.
  expect([...tally.ends.keys()]).toEqual(expect.arrayContaining(['4407 malformed', '4413 update-refused', '1002 ']))
  const codes = refused.map(([name]) => name.split(' ')[1])
  expect(codes).toEqual(expect.arrayContaining(['malformed', 'pending', 'forged', 'schema', 'forbidden-root', 'read-only']))
  expect([...tally.heard.keys()]).toEqual(
    expect.arrayContaining(['saved', 'answer malformed', 'answer not-permitted', 'awareness', 'step-2']),
  )
})

function report({ shots, unanswered, ends, heard }: Tally) {
  return { shots, unanswered, ends: Object.fromEntries(ends), heard: Object.fromEntries(heard) }
}

type Table = {
  readonly negotiation: NegotiationId
  readonly honest: readonly string[]
  readonly seats: readonly Seat[]
  /** The words that only the chair may change. */
  sealed: string
}

const party = (id: string, kind: string) => ({
  party: id,
  kind,
  name: id,
  shortName: id,
  required: kind === 'delegation',
  languages: ['en'],
})

/** A negotiation with many seats, most of which may write nothing. */
async function openTable(prey: Prey): Promise<Table> {
  const roles = ['adviser', 'observer', 'observer', 'reviser'] as const
  const answer = await fetch(`${prey.origin}/api/negotiations`, {
    method: 'POST',
    headers: { origin: prey.origin, 'content-type': 'application/json' },
    body: JSON.stringify({
      cover: { title: 'Talks', shortTitle: 'Talks', referenceLanguage: 'en', authenticLanguages: ['en'], annexes: [] },
      rule: { rule: 'consensus' },
      singleUndertaking: true,
      parties: [party('CHR', 'chair'), party('KES', 'delegation'), party('ORL', 'delegation')],
      seats: [
        { party: 'CHR', role: 'head', name: 'Chair' },
        { party: 'KES', role: 'negotiator', name: 'Writer' },
        ...Array.from({ length: HUNTERS * SEATS_OF_EACH }, (_, index) => ({
          party: 'ORL',
          role: roles[index % 4],
          name: `Hunter ${index}`,
        })),
      ],
    }),
  })
  expect(answer.status).toBe(201)
  const { id, links } = (await answer.json()) as { readonly id: string; readonly links: readonly { readonly seat: string }[] }
  const negotiation = NegotiationId.parse(id)
  const tokens = await prey.ask('seat', { negotiation, seats: links.map(({ seat }) => seat) })
  const table: Table = {
    negotiation,
    honest: tokens.slice(0, 2),
    seats: tokens.slice(2).map((token) => ({ token, client: undefined })),
    sealed: '',
  }
  const people = await sitDown(prey, table)
  const [chair] = people
  for (const heading of ['Sealed', 'Open'])
    expect(await chair?.submit('clause.add', { section: 'operative', kind: 'operative', heading })).toEqual({ ok: true })
  const [open, sealed] = clausesOf(chair)
  expect(await chair?.submit('drafting.set', { clause: sealed, drafting: 'pen' })).toEqual({ ok: true })
  for (const clause of [open, sealed]) chair?.insert(clause ?? '', 0, 'The Parties shall withdraw all forces. ')
  table.sealed = chair?.words(sealed ?? '') ?? ''
  for (const one of people) await one.until(({ unsaved }) => unsaved === 0, PATIENCE)
  for (const one of people) one.room.close()
  return table
}

function clausesOf(one: Delegate | undefined): readonly string[] {
  return one?.room.view().negotiation.clauses.map(({ clause }) => clause) ?? []
}

async function sitDown({ origin }: Prey, { negotiation, honest }: Table): Promise<readonly Delegate[]> {
  return Promise.all(
    honest.map(async (token) => {
      const room = connectRoom({
        url: `${origin.replace('http', 'ws')}/sync`,
        room: tableOf(negotiation),
        token,
        WebSocket: socketFrom(origin),
      })
      const one = delegate(room, token)
      await one.until(({ connection, loaded }) => connection.is === 'live' && loaded, PATIENCE)
      return one
    }),
  )
}

/** Everybody goes, and the room is given up. */
async function leave(prey: Prey, negotiation: NegotiationId, people: readonly Delegate[]): Promise<void> {
  for (const one of people) await one.until(({ unsaved }) => unsaved === 0, PATIENCE)
  for (const one of people) one.room.close()
  await expect.poll(async () => (await prey.ask('log')).rooms, { timeout: PATIENCE }).not.toContain(tableOf(negotiation))
}

/** Honest people work while others shoot; in the end the words and the record are theirs. */
async function session(prey: Prey, table: Table, frames: number, seed: number): Promise<Tally> {
  const tally = emptyTally()
  const [chair, writer] = await sitDown(prey, table)
  if (chair === undefined || writer === undefined) throw new Error('Nobody came')
  const [open = '', sealed = ''] = clausesOf(chair)
  const roots = [`clause/${open}`, `clause/${sealed}`]
  const interruptions: string[] = []
  for (const one of [chair, writer])
    one.room.subscribe(() => {
      const { connection } = one.room.view()
      if (connection.is !== 'live') interruptions.push(connection.is)
    })
  const random = randomFrom(seed)
  const updates = someUpdates(chair.room.doc(), roots, 4_711, 60, random)
  const inputs = [
    { clause: open, on: '0'.repeat(64), position: { stance: 'accepts' } },
    { clause: open, quote: { exact: 'shall', prefix: '', suffix: '', offset: 9_999 }, text: '' },
    { drafting: 'open' },
    { milestone: 'm-1', terms: {} },
    {},
  ]
  const statements = [
    { name: 'thread.open', input: { clause: open, text: 'A remark.' } },
    { name: 'amendment.table', input: { clause: open, on: chair.fingerprint(open), text: [] } },
  ]
  const until = Date.now() + MINUTES * 60_000
  let stopped = false
  const hunted = {
    origin: prey.origin,
    negotiation: table.negotiation,
    arsenal: () => ({ doc: chair.room.doc(), roots, updates, inputs, statements }),
    since: () => chair.room.view().record.head.seq,
    tally,
    goOn: () => !stopped && tally.shots < frames && tally.faults.length < 5 && Date.now() < until && prey.exit() === undefined,
  }
  const hunters = Array.from({ length: HUNTERS }, (_, index) =>
    hunt(table.seats.slice(index * SEATS_OF_EACH, (index + 1) * SEATS_OF_EACH), randomFrom(seed + 1_000 * index), hunted),
  )
  const hunting = Promise.all(hunters)
  void hunting.then(() => (stopped = true))
  for (let word = 0; hunted.goOn(); word += 1) {
    chair.insert(sealed, table.sealed.length, ` ${word}`)
    table.sealed += ` ${word}`
    await chair.until(({ unsaved }) => unsaved === 0, PATIENCE)
    await writer.until(() => writer.words(sealed).length >= table.sealed.length, PATIENCE)
    // Back to what it was, so that the text does not grow with the length of the run.
    chair.erase(sealed, table.sealed.length - ` ${word}`.length, ` ${word}`.length)
    table.sealed = table.sealed.slice(0, -` ${word}`.length)
    const shared = writer.room.doc().getXmlFragment(`clause/${open}`)
    shared.insert(0, [new Y.XmlElement('paragraph')])
    shared.delete(0, 1)
    await writer.until(({ unsaved }) => unsaved === 0, PATIENCE)
    // About as fast as a person types.
    await pause(50)
  }
  await hunting

  if (prey.exit() !== undefined) throw new Error(`The server ended: ${prey.said()}`)
  await Promise.all([chair, writer].map((one) => one.until(({ unsaved }) => unsaved === 0, PATIENCE)))
  const late = await enter({ origin: prey.origin, negotiation: table.negotiation, token: table.honest[1] ?? '' })
  await expect.poll(() => [textsOf(chair.room.doc()), textsOf(writer.room.doc())]).toEqual([textsOf(late.doc), textsOf(late.doc)])
  expect(chair.words(sealed)).toBe(table.sealed)
  expect(chair.room.view().record).toMatchObject({ chain: { is: 'verified' }, head: late.head() })
  expect([chair, writer].flatMap((one) => one.room.view().refused)).toEqual([])
  expect(interruptions).toEqual([])
  for (const [name] of late.doc.share) expect([name, knows(late.doc.getXmlFragment(name))]).toEqual([name, true])
  late.leave()
  await leave(prey, table.negotiation, [chair, writer])
  return tally
}

function textsOf(doc: Y.Doc): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(doc.share.keys(), (name) => [name, plainText(readText(doc.getXmlFragment(name)))]))
}
