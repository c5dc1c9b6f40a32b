/** What of a private room reaches anybody who has no place in it: nothing, in any form. The ids are those of the threat model's case list. */
import { inflateRawSync } from 'node:zlib'
import { caucusOf, PartyId, roomName, tableOf } from '@entente/agreement'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { RawClient } from '../stories/raw-client.ts'
import { rawFrame } from '../stories/raw-frame.ts'
import { fullHouse, type FullHouse, type Sitting } from './full-house.ts'

const KES = PartyId.parse('KES')

async function withClause(options: Parameters<typeof fullHouse>[0] = {}) {
  const full = await fullHouse(options)
  const chair = full.who('chair', 'head')
  const { body } = await full.say(chair, 'clause.add', { section: 'operative', kind: 'operative', heading: 'One' })
  expect(body).toContain('seq')
  const client = await full.enter(chair)
  const clause = client.entries
    .map(({ fact }) => fact as { kind: string; clause?: string })
    .find(({ kind }) => kind === 'clause-added')?.clause
  if (clause === undefined) throw new Error('No clause')
  client.leave()
  return { full, clause }
}

/** A delegation at work in its caucus, saying `words` in every way there is. Resolves when all of it is on disk. */
async function busy({
  full,
  clause,
  words,
  across = 'ORL',
}: {
  readonly full: FullHouse
  readonly clause: string
  readonly words: string
  readonly across?: string
}) {
  const [head, adviser] = [
    await full.enter(full.who('KES', 'head'), 'caucus/KES'),
    await full.enter(full.who('KES', 'adviser'), 'caucus/KES'),
  ]
  const done = async (client: RawClient, name: string, input: unknown) => {
    const answer = await client.say(name, input)
    expect([name, answer]).toEqual([name, expect.objectContaining({ ok: true })])
    return answer
  }
  await done(adviser, 'note.keep', { noteKind: 'note', text: words })
  await done(head, 'line.set', { clause, line: 'red-line', text: words })
  await done(adviser, 'thread.open', { clause, text: words })
  const { body } = await full.say(full.who('KES', 'head'), 'position.take', { clause, on: '0'.repeat(64), position: { stance: 'accepts' } })
  const { now } = JSON.parse(body) as { readonly now: string }
  await done(adviser, 'acceptance.ask', { clause, on: now, position: { stance: 'reserves', note: words } })
  const { seq = [] } = await done(adviser, 'draft.open', { clause, label: words })
  await head.until(() => head.head().seq >= (seq.at(-1) ?? 0))
  const [opened] = adviser.entries.filter((entry) => entry.seq === seq.at(-1)).map(({ fact }) => fact as Readonly<Record<string, unknown>>)
  const root = `amendment/${String(opened?.['amendment'])}`
  await adviser.until(() => adviser.doc.share.has(root) && adviser.doc.getXmlFragment(root).length > 0)
  const paragraph = adviser.doc.getXmlFragment(root).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('The draft has no words')
  for (const letter of words) text.insert(text.length, letter)
  await adviser.allSaved()
  adviser.send(rawFrame.queryAwareness())
  const group = roomName(await full.group(['KES', across]))
  const inside = await full.enter(full.who('KES', 'head'), group.kind === 'group' ? `group/${group.group}` : '')
  await done(inside, 'thread.open', { clause, text: words })
  for (const client of [head, adviser, inside]) client.leave()
  return { draft: root.slice('amendment/'.length) }
}

/** Everything over HTTP that somebody may ask for at the table, with what it is answered. */
async function pages({ house, negotiation }: FullHouse, { token }: Sitting): Promise<ReadonlyMap<string, Buffer>> {
  const described = (await (await house.fetch('/api/openapi.json')).json()) as { paths: Record<string, Record<string, unknown>> }
  const paths = Object.entries(described.paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []))
  const filled = paths.map((path) =>
    path
      .replace('{negotiation}', negotiation)
      .replaceAll(/\{(party|caucus)\}/g, 'KES')
      .replaceAll(/\{\w+\}/g, 'x'),
  )
  const exports = ['docx', 'html', 'md', 'csv', 'xlsx'].map(
    (format) => `/api/negotiations/${negotiation}/export?what=rolling&format=${format}&comments=true`,
  )
  const found = new Map<string, Buffer>()
  for (const path of [...filled, ...exports, '/metrics', '/healthz', '/readyz', '/api/metrics']) {
    const answer = await house.fetch(path, { token })
    found.set(path, Buffer.concat([Buffer.from(String(answer.status)), Buffer.from(await answer.arrayBuffer())]))
  }
  return found
}

/** The bytes, and where they are a zip file, also what is packed in it. */
function unpacked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [bytes]
  for (let at = bytes.indexOf('PK\u0003\u0004'); at >= 0; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    const body = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    if (bytes.readUInt16LE(at + 8) !== 8) continue
    try {
      parts.push(inflateRawSync(bytes.subarray(body), { finishFlush: 2 }))
    } catch {
      // Not the beginning of a packed file after all.
    }
  }
  return Buffer.concat(parts)
}

/** All bytes somebody is sent over a socket from now on. */
function overheard({ socket }: RawClient): readonly Buffer[] {
  const bytes: Buffer[] = []
  socket.on('message', (data: Buffer) => bytes.push(data))
  return bytes
}

const isLifeSign = (frame: Buffer) => frame.includes('"kind":"time"')
/** What an observer of the wire could tell frames apart by: their type, and their size to the next power of two. */
const transcript = (frames: readonly Buffer[]) =>
  frames
    .filter((frame) => !isLifeSign(frame))
    .map((frame) => [frame[0], frame[1] === undefined || frame[0] !== 0 ? 0 : frame[1], Math.ceil(Math.log2(frame.length))])

test(
  '[C2] what an outsider is sent, over the socket and over HTTP, is the same while a caucus works and while it is idle',
  { timeout: 60_000 },
  async () => {
    const { full, clause } = await withClause()
    const outsider = full.who('ORL', 'head')
    const [listening, typing] = [await full.enter(outsider), await full.enter(full.who('ORL', 'negotiator'))]
    const fragment = typing.doc.getXmlFragment(`clause/${clause}`)
    const text = () => {
      const paragraph = fragment.get(0)
      const found = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
      if (!(found instanceof Y.XmlText)) throw new Error('No words')
      return found
    }
    /** The same five words at the table each time, one after the other. */
    const work = async () => {
      for (let word = 0; word < 5; word += 1) {
        text().insert(text().length, 'word ')
        await typing.allSaved()
      }
      await listening.until(() => true)
    }
    const phase = async (beside: () => Promise<unknown>) => {
      const frames = overheard(listening)
      const [from] = [frames.length]
      const working = beside()
      await work()
      await working
      const asked = await listening.say('position.withdraw', { clause: 'no-such' })
      expect(asked.ok).toBe(false)
      return transcript(frames.slice(from))
    }
    // The outsider's own pages, before anything was said in private.
    const idlePages = await pages(full, outsider)
    const idle = await phase(async () => undefined)
    const active = await phase(() => busy({ full, clause, words: 'Nothing of this is heard', across: 'guarantor' }))
    expect(active).toEqual(idle)
    expect(idle.length).toBeGreaterThan(5)
    text().delete(0, text().length)
    await typing.allSaved()
    const activePages = await pages(full, outsider)
    const differing = [...idlePages].filter(([path, body]) => activePages.get(path)?.equals(body) !== true).map(([path]) => path)
    // Pages that tell the time or the last entry of the table differ by themselves; of their size nothing may be said either.
    for (const path of differing) expect([path, sizeClass(activePages.get(path))]).toEqual([path, sizeClass(idlePages.get(path))])
  },
)

const sizeClass = (bytes: Buffer | undefined) => Math.round((bytes?.length ?? 0) / 512)

test(
  '[C3] words said in a caucus or a group are in nobody else’s frames, pages, exports or record, nor in the log',
  { timeout: 60_000 },
  async () => {
    const canary = 'Kanarienvogel-4711'
    const logged: string[] = []
    const { full, clause } = await withClause({ log: (event) => logged.push(JSON.stringify(event)) })
    const outsiders = [
      full.who('observer', 'head'),
      full.who('chair', 'head'),
      full.who('monitor', 'head'),
      full.who('interpreter', 'head'),
    ]
    const live = await Promise.all(outsiders.map(async (who) => overheard(await full.enter(who))))
    const { draft } = await busy({ full, clause, words: canary })
    for (const [index, who] of outsiders.entries()) {
      const late = await full.enter(who, 'table')
      const record = JSON.stringify(late.entries)
      const words = Buffer.from(Y.encodeStateAsUpdate(late.doc))
      const everything = [...(live[index] ?? []), words, Buffer.from(record), ...Array.from((await pages(full, who)).values(), unpacked)]
      for (const secret of [canary, draft])
        expect([who.party, secret, everything.some((bytes) => bytes.includes(secret))]).toEqual([who.party, secret, false])
      late.leave()
    }
    expect(logged.length).toBeGreaterThan(5)
    expect(logged.filter((line) => line.includes(canary))).toEqual([])
    // The members have it, so the search above can find what there is to find.
    const member = await full.enter(full.who('KES', 'head'), 'caucus/KES')
    expect(JSON.stringify(member.entries)).toContain(canary)
    expect(Buffer.from(Y.encodeStateAsUpdate(member.doc)).includes(draft)).toBe(true)
  },
)

test('[C2] the log tells whoever reads it along nothing of what goes on in a private room', async () => {
  const logged: { readonly event: string; readonly room?: unknown }[] = []
  const { full, clause } = await withClause({ log: (event) => logged.push(event) })
  await busy({ full, clause, words: 'Quiet' })
  const rooms = new Set(logged.flatMap(({ room }) => (typeof room === 'string' && room.startsWith(full.negotiation) ? [room] : [])))
  expect([...rooms]).toEqual([tableOf(full.negotiation)])
})

test('[C1] a stranger’s knock at a caucus takes as long as at a room that does not exist', { timeout: 60_000 }, async () => {
  const { full, clause } = await withClause()
  await busy({ full, clause, words: 'Much has been said here. '.repeat(6).trim() })
  const { token } = full.who('observer', 'head')
  const knock = async (room: string) => {
    const began = performance.now()
    const answer = await full.house.fetch(`/api/negotiations/${full.negotiation}/${room}/commands/note.keep`, {
      method: 'POST',
      token,
      body: JSON.stringify({ noteKind: 'note', text: 'x' }),
    })
    expect([answer.status, await answer.text()]).toEqual([404, '{"code":"not-found"}'])
    return performance.now() - began
  }
  const times = { there: [] as number[], nowhere: [] as number[] }
  for (let round = 0; round < 150; round += 1) {
    times.there.push(await knock('caucus/KES'))
    times.nowhere.push(await knock('caucus/XXX'))
  }
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  expect(Math.abs(median(times.there) - median(times.nowhere))).toBeLessThan(5)
})

test('[C4] whoever is moved to another party loses the caucus at once, hears no more of it, and cannot come back', async () => {
  const { full } = await withClause()
  const mover = full.who('KES', 'negotiator')
  const [inside, table] = [await full.enter(mover, 'caucus/KES'), await full.enter(mover)]
  const began = performance.now()
  const { status } = await full.say(full.who('chair', 'head'), 'seat.move', { seat: mover.seat, party: 'chair', role: 'secretary' })
  expect(status).toBe(200)
  expect(await inside.ended()).toEqual({ code: 4403, reason: 'not-allowed' })
  expect(await table.ended()).toEqual({ code: 4408, reason: 'seat-moved' })
  expect(performance.now() - began).toBeLessThan(1_000)
  const heard = inside.heard.length
  const head = await full.enter(full.who('KES', 'head'), 'caucus/KES')
  expect((await head.say('note.keep', { noteKind: 'note', text: 'Without them.' })).ok).toBe(true)
  expect(inside.heard.length).toBe(heard)
  expect((await full.enter(mover, 'caucus/KES')).end()).toEqual({ code: 4404, reason: 'not-found' })
  expect((await full.enter(mover)).welcome()?.seat).toBe(mover.seat)
})

test('[C6] what is tabled out of a caucus is its words and nothing else: no draft, no note, no name of the room', async () => {
  const { full, clause } = await withClause()
  const { draft } = await busy({ full, clause, words: 'Softer' })
  const head = full.who('KES', 'head')
  const { body } = await full.say(head, 'position.take', { clause, on: '0'.repeat(64), position: { stance: 'accepts' } })
  const { now } = JSON.parse(body) as { readonly now: string }
  const text = [{ type: 'paragraph', runs: [{ text: 'Softer words.' }] }]
  expect(await full.say(head, 'amendment.table', { clause, on: now, text })).toMatchObject({ status: 200 })
  const outsider = await full.enter(full.who('ORL', 'head'))
  const [tabled] = outsider.entries.filter(({ fact }) => (fact as { readonly kind: string }).kind === 'amendment-tabled')
  expect(JSON.stringify(tabled)).toContain('Softer words.')
  const everything = JSON.stringify(outsider.entries) + Buffer.from(Y.encodeStateAsUpdate(outsider.doc)).toString('latin1')
  for (const inner of [draft, 'caucus', caucusOf(full.negotiation, KES, 1)])
    expect([inner, everything.includes(inner)]).toEqual([inner, false])
})

test('[C1] [caucus-5] what a caucus keeps is given as a file to its members only, and says on it whose it is', async () => {
  const { full, clause } = await withClause()
  await busy({ full, clause, words: 'Not below twenty' })
  const path = (party: string, format: string) => `/api/negotiations/${full.negotiation}/caucus/${party}/export?format=${format}`
  const asked = async (who: Sitting, party: string, format = 'md') => {
    const answer = await full.house.fetch(path(party, format), { token: who.token })
    return { status: answer.status, text: await answer.text(), name: answer.headers.get('content-disposition') ?? '' }
  }
  for (const [party, role] of [
    ['ORL', 'head'],
    ['chair', 'head'],
    ['observer', 'head'],
  ] as const) {
    const there = await asked(full.who(party, role), 'KES')
    expect(there).toEqual({ status: 404, text: '{"code":"not-found"}', name: '' })
    expect(await asked(full.who(party, role), 'XXX')).toEqual(there)
  }
  for (const format of ['md', 'html']) {
    const { status, text, name } = await asked(full.who('KES', 'observer'), 'KES', format)
    expect(status).toBe(200)
    expect(name).toContain('-confidential-')
    expect(text).toContain('Confidential · Caucus of KES')
    // The line, the note, the discussion, the request and the draft.
    expect(text.split('Not below twenty').length).toBeGreaterThan(5)
  }
})
