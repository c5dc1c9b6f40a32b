/**
 * Whoever presides takes a delegation's head away and seats somebody of their own in its place: nothing of what the delegation said before
 * is theirs to read, in any form. The ids are those of the threat model's case list and of docs/RULES.md.
 */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { browserOf, join, sessionOf } from '../stories/founding.ts'
import { enter, type RawClient } from '../stories/raw-client.ts'
import { fullHouse, type FullHouse, type Sitting } from './full-house.ts'

const CANARY = 'heliotrope'
const FIRST = 'caucus/KES'
const SECOND = 'caucus/KES~2'
const NOWHERE = 'caucus/XXX'

/** Kestria has said and drafted something in its caucus; its adviser stays there, with the draft open. */
async function said() {
  const full = await fullHouse()
  const chair = full.who('chair', 'head')
  expect((await full.say(chair, 'clause.add', { section: 'operative', kind: 'operative', heading: 'One' })).status).toBe(200)
  const head = await full.enter(full.who('KES', 'head'), FIRST)
  const table = await full.enter(full.who('KES', 'adviser'))
  const clause = idIn(table, 'clause-added', 'clause')
  const adviser = await full.enter(full.who('KES', 'adviser'), FIRST)
  for (const [name, input] of [
    ['note.keep', { noteKind: 'note', text: CANARY }],
    ['line.set', { clause, line: 'red-line', text: CANARY }],
    ['thread.open', { clause, text: CANARY }],
    ['draft.open', { clause, label: CANARY }],
  ] as const)
    expect([name, (await head.say(name, input)).ok]).toEqual([name, true])
  await adviser.until(() => adviser.head().seq === head.head().seq)
  const root = `amendment/${idIn(adviser, 'draft-opened', 'amendment')}`
  write(adviser, root, `${CANARY} is the word`)
  await adviser.allSaved()
  return { full, chair, adviser, table, root }
}

function idIn({ entries }: RawClient, kind: string, name: string): string {
  const facts = entries.map(({ fact }) => fact as Readonly<Record<string, unknown>>)
  return String(facts.findLast((fact) => fact['kind'] === kind)?.[name])
}

function write({ doc }: RawClient, root: string, words: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(root).push([paragraph])
}

/** Whoever presides gives a seat of Kestria's and sends the link to somebody, who takes it. */
async function seats({ house, negotiation, who }: FullHouse, role: string, name: string): Promise<Pick<Sitting, 'seat' | 'token'>> {
  const given = await house.fetch(`/api/negotiations/${negotiation}/seats`, {
    method: 'POST',
    token: who('chair', 'head').token,
    body: JSON.stringify({ party: 'KES', role, name }),
  })
  expect(given.status).toBe(201)
  const { seat, url } = (await given.json()) as { readonly seat: string; readonly url: string }
  return { seat, token: sessionOf(await join(house, url, name, browserOf(house, name))) }
}

const entering = ({ house, negotiation }: FullHouse, { token }: Pick<Sitting, 'token'>, room: string) =>
  enter({ origin: house.origin, negotiation, room, token })

/** What somebody is answered who asks for a room in every way there is: over a socket, by a command, for a file. */
async function knocks(full: FullHouse, who: Pick<Sitting, 'token'>, room: string) {
  const { house, negotiation } = full
  const { token } = who
  const socket = await entering(full, who, room)
  const at = `/api/negotiations/${negotiation}/${room}`
  const command = { method: 'POST', token, body: JSON.stringify({ noteKind: 'note', text: 'x' }) }
  const answers = [
    await house.fetch(`${at}/commands/note.keep`, command),
    await house.fetch(`${at}/export?format=md`, { token }),
    await house.fetch(`${at}/export?format=html`, { token }),
  ]
  const told = await Promise.all(
    answers.map(async (answer) => [answer.status, await answer.text(), answer.headers.get('content-disposition')]),
  )
  return { end: socket.end(), heard: socket.heard, told }
}

const roomsOf = async ({ house, negotiation }: FullHouse, { token }: Pick<Sitting, 'token'>) => {
  const answer = await house.fetch(`/api/negotiations/${negotiation}/rooms`, { token })
  const rooms = (await answer.json()) as readonly { readonly room: string; readonly closed: boolean }[]
  return rooms.map(({ room, closed }) => `${room.slice(negotiation.length + 1)}${closed ? ', closed' : ''}`)
}

test('[C4] [caucus-6] [caucus-7] a head whom the chair seats after taking the head away reads nothing that was said before; an adviser who stayed reads on, and writes in the caucus that began', async () => {
  const { full, chair, adviser, root } = await said()
  const removed = await full.say(chair, 'seat.withdraw', { seat: full.who('KES', 'head').seat, reason: 'Recalled' })
  expect(removed.status).toBe(200)
  expect(await roomsOf(full, full.who('KES', 'adviser'))).toEqual([FIRST])
  const accomplice = await seats(full, 'head', 'Accomplice')

  // To the new head the caucus of before is a room that does not exist: the same code, the same bytes.
  expect(await roomsOf(full, accomplice)).toEqual([SECOND])
  const nowhere = await knocks(full, accomplice, NOWHERE)
  const told = [404, '{"code":"not-found"}', null]
  expect(nowhere).toEqual({ end: { code: 4404, reason: 'not-found' }, heard: [], told: [told, told, told] })
  for (const room of [FIRST, 'caucus/KES~3']) expect([room, await knocks(full, accomplice, room)]).toEqual([room, nowhere])
  const fresh = await entering(full, accomplice, SECOND)
  expect([fresh.welcome()?.seat, fresh.entries, [...fresh.doc.share.keys()]]).toEqual([accomplice.seat, [], []])

  // The adviser is still there, reads what was said, and nothing is added to it.
  const who = full.who('KES', 'adviser')
  expect(adviser.end()).toBeUndefined()
  expect(await adviser.say('note.keep', { noteKind: 'note', text: 'Too late' })).toMatchObject({ refusal: { code: 'room-closed' } })
  write(adviser, root, 'Too late')
  expect([await adviser.ended(), adviser.refused()?.code]).toEqual([{ code: 4413, reason: 'update-refused' }, 'read-only'])
  expect(await roomsOf(full, who)).toEqual([SECOND, `${FIRST}, closed`])
  const again = await full.enter(who, FIRST)
  expect(JSON.stringify(again.entries)).toContain(CANARY)
  const draft = JSON.stringify(again.doc.getXmlFragment(root).toJSON())
  expect([draft.includes(CANARY), draft.includes('Too late')]).toEqual([true, false])
  const file = await full.house.fetch(`/api/negotiations/${full.negotiation}/${FIRST}/export?format=md`, { token: who.token })
  expect([file.status, (await file.text()).includes(CANARY)]).toEqual([200, true])

  // Both meet in the caucus that began, and nothing of the one before comes along.
  const inside = await full.enter(who, SECOND)
  expect((await inside.say('note.keep', { noteKind: 'note', text: 'Anew' })).ok).toBe(true)
  await fresh.until(() => fresh.entries.length === 1)
  const table = await entering(full, accomplice, 'table')
  const everything = JSON.stringify([fresh.entries, table.entries]) + Buffer.from(Y.encodeStateAsUpdate(fresh.doc)).toString('latin1')
  expect([everything.includes('Anew'), everything.includes(CANARY)]).toEqual([true, false])

  const anew = await full.house.fetch(`/api/negotiations/${full.negotiation}/${SECOND}/export?format=md`, { token: accomplice.token })
  const taken = await anew.text()
  expect([anew.status, taken.includes('Caucus 2 of KES'), taken.includes('Anew'), taken.includes(CANARY)]).toEqual([200, true, true, false])

  // A server that starts anew reads the same from the record.
  await full.house.restart({ demo: false })
  expect(await roomsOf(full, accomplice)).toEqual([SECOND])
  expect(await knocks(full, accomplice, FIRST)).toEqual(nowhere)
  expect(JSON.stringify((await full.enter(who, FIRST)).entries)).toContain(CANARY)

  // It can happen again: what was said in between is not the next one's either.
  expect((await full.say(chair, 'seat.withdraw', { seat: accomplice.seat })).status).toBe(200)
  const next = await seats(full, 'head', 'Another one')
  expect(await roomsOf(full, next)).toEqual(['caucus/KES~3'])
  expect(await roomsOf(full, who)).toEqual(['caucus/KES~3', `${SECOND}, closed`, `${FIRST}, closed`])
  for (const room of [FIRST, SECOND, NOWHERE]) expect([room, await knocks(full, next, room)]).toEqual([room, nowhere])
})

test('[C4] [caucus-6] [caucus-7] [seat-8] nor does anybody get at it by another seat than the head’s, by a link for a seat of before, or by being moved there', async () => {
  const { full, chair } = await said()
  const { house, negotiation } = full
  const adviser = full.who('KES', 'adviser')
  expect((await full.say(chair, 'seat.withdraw', { seat: full.who('KES', 'head').seat })).status).toBe(200)
  const relinked = await house.fetch(`/api/negotiations/${negotiation}/seats/${adviser.seat}/invitation`, {
    method: 'POST',
    token: chair.token,
    body: '{}',
  })
  expect([relinked.status, await relinked.json()]).toEqual([409, { code: 'seat-opens-rooms', party: 'KES' }])
  const below = await seats(full, 'adviser', 'Another adviser')
  expect(await roomsOf(full, below)).toEqual([SECOND])
  const nowhere = await knocks(full, below, NOWHERE)
  for (const room of [FIRST, 'caucus/KES~3']) expect([room, await knocks(full, below, room)]).toEqual([room, nowhere])
  const mover = full.who('chair', 'secretary')
  expect((await full.say(chair, 'seat.move', { seat: mover.seat, party: 'KES', role: 'negotiator' })).status).toBe(200)
  expect(await roomsOf(full, mover)).toEqual(['caucus/KES~3'])
  for (const room of [FIRST, SECOND]) expect([room, await knocks(full, mover, room)]).toEqual([room, nowhere])
})

/** A group that whoever presides convenes, by its path, and what is said and typed there. */
async function group(full: FullHouse, parties: readonly string[], says: Sitting, text: string) {
  const room = await full.group(parties)
  const path = room.slice(full.negotiation.length + 1)
  const inside = await full.enter(says, path)
  const clause = idIn(await full.enter(says), 'clause-added', 'clause')
  expect((await inside.say('note.keep', { noteKind: 'note', text })).ok).toBe(true)
  expect((await inside.say('thread.open', { clause, text })).ok).toBe(true)
  expect((await inside.say('draft.open', { clause, label: text })).ok).toBe(true)
  return { path, inside, root: `amendment/${idIn(inside, 'draft-opened', 'amendment')}` }
}

test('[C4] [group-4] [group-7] nor does a group that was opened before let them in, in any form; the adviser who stayed, and the others, go on in it; one opened afterwards is theirs', async () => {
  const { full, chair } = await said()
  const [adviser, across] = [full.who('KES', 'adviser'), full.who('ORL', 'head')]
  const before = await group(full, ['KES', 'ORL'], adviser, CANARY)
  const orlava = await full.enter(across, before.path)
  expect((await full.say(chair, 'seat.withdraw', { seat: full.who('KES', 'head').seat, reason: 'Recalled' })).status).toBe(200)
  const accomplice = await seats(full, 'head', 'Accomplice')
  const brought = { token: sessionOf(await join(full.house, await linkFor(full, accomplice), 'Brought', browserOf(full.house, 'Brought'))) }
  const mover = full.who('ORL', 'secretary')
  expect(JSON.stringify((await full.enter(mover, before.path)).entries)).toContain(CANARY)

  // The same code and the same bytes as for a group that is not.
  const nowhere = await knocks(full, accomplice, 'group/g-nowhere')
  const told = [404, '{"code":"not-found"}', null]
  expect(nowhere).toEqual({ end: { code: 4404, reason: 'not-found' }, heard: [], told: [told, told, told] })
  for (const who of [accomplice, brought]) {
    expect(await knocks(full, who, before.path)).toEqual(nowhere)
    expect(await roomsOf(full, who)).toEqual([SECOND])
  }

  // Nobody else is concerned: the group is open, and both say and type something in it.
  expect([before.inside.end(), orlava.end()]).toEqual([undefined, undefined])
  expect((await before.inside.say('note.keep', { noteKind: 'note', text: 'Going on' })).ok).toBe(true)
  write(before.inside, before.root, 'Going on')
  await before.inside.allSaved()
  await orlava.until(() => JSON.stringify(orlava.entries).includes('Going on'))
  expect(JSON.stringify((await full.enter(across, before.path)).doc.getXmlFragment(before.root).toJSON())).toContain('Going on')
  expect(await roomsOf(full, adviser)).toEqual([SECOND, `${FIRST}, closed`, before.path])

  const kept = await full.house.fetch(`/api/negotiations/${full.negotiation}/${before.path}/export?format=md`, { token: across.token })
  expect(await kept.text()).toMatch(
    /For KES \\?\(negotiator of KES, adviser of KES, secretary of KES, reviser of KES, observer of KES alone\\?\), ORL only/,
  )

  // A group opened from now on is everybody's, and tells nothing of the one before.
  const after = await group(full, ['KES', 'ORL'], across, 'Afresh')
  for (const who of [accomplice, brought]) {
    const inside = await entering(full, who, after.path)
    expect(JSON.stringify(inside.entries)).toContain('Afresh')
    expect(Buffer.from(Y.encodeStateAsUpdate(inside.doc)).toString('latin1')).not.toContain(CANARY)
    expect(await roomsOf(full, who)).toEqual([SECOND, after.path])
  }
  const file = await full.house.fetch(`/api/negotiations/${full.negotiation}/${after.path}/export?format=md`, { token: accomplice.token })
  const taken = await file.text()
  expect([file.status, taken.includes('Afresh'), taken.includes(CANARY)]).toEqual([200, true, false])

  // Somebody of the other party who is moved over loses what was theirs there.
  expect((await full.say(chair, 'seat.withdraw', { seat: accomplice.seat })).status).toBe(200)
  const moving = await full.enter(mover, before.path)
  expect((await full.say(chair, 'seat.move', { seat: mover.seat, party: 'KES', role: 'negotiator' })).status).toBe(200)
  expect(await moving.ended()).toEqual({ code: 4403, reason: 'not-allowed' })
  expect(await knocks(full, mover, before.path)).toEqual(nowhere)

  // A server that starts anew reads the same from the records.
  await full.house.restart({ demo: false })
  for (const who of [brought, mover]) expect(await knocks(full, who, before.path)).toEqual(nowhere)
  expect(await roomsOf(full, brought)).toEqual(['caucus/KES~3', `${SECOND}, closed`, after.path])
  expect(await roomsOf(full, mover)).toEqual(['caucus/KES~3'])
  expect(JSON.stringify((await full.enter(adviser, before.path)).entries)).toContain(CANARY)
})

test('[C4] [group-5] a group in which the chair sits itself lets in whom the chair seats, until the chair leaves it: then it does not exist for them either', async () => {
  const { full, chair } = await said()
  const adviser = full.who('KES', 'adviser')
  const { path } = await group(full, ['KES', 'ORL', 'chair'], adviser, 'Before all three')
  expect((await full.say(chair, 'seat.withdraw', { seat: full.who('KES', 'head').seat })).status).toBe(200)
  const seated = await seats(full, 'head', 'Next head')
  const inside = await entering(full, seated, path)
  expect(JSON.stringify(inside.entries)).toContain('Before all three')
  expect(await roomsOf(full, seated)).toEqual([SECOND, path])
  expect((await full.say(chair, 'group.leave', {}, path)).status).toBe(200)
  expect(await inside.ended()).toEqual({ code: 4403, reason: 'not-allowed' })
  const nowhere = await knocks(full, seated, 'group/g-nowhere')
  expect(await knocks(full, seated, path)).toEqual(nowhere)
  expect(await roomsOf(full, seated)).toEqual([SECOND])
  expect(JSON.stringify((await full.enter(adviser, path)).entries)).toContain('Before all three')
})

test('[caucus-8] a head who hands the seat over, and every seat that a head gives, keep the caucus and its socket', async () => {
  const { full, adviser } = await said()
  const head = full.who('KES', 'head')
  expect((await full.say(head, 'seat.hand-over', { to: full.who('KES', 'negotiator').seat })).status).toBe(200)
  const next = full.who('KES', 'negotiator')
  const given = await linkFor(full, next)
  const joined = { token: sessionOf(await join(full.house, given, 'A new adviser', browserOf(full.house, 'A new adviser'))) }
  expect(await roomsOf(full, joined)).toEqual([FIRST])
  const inside = await entering(full, joined, FIRST)
  expect(JSON.stringify(inside.entries)).toContain(CANARY)
  expect(adviser.end()).toBeUndefined()
  expect((await adviser.say('note.keep', { noteKind: 'note', text: 'Still here' })).ok).toBe(true)
  await inside.until(() => JSON.stringify(inside.entries).includes('Still here'))
})

/** The link for a seat that the delegation's own head gives. */
async function linkFor(full: FullHouse, { token }: Pick<Sitting, 'token'>): Promise<string> {
  const given = await full.house.fetch(`/api/negotiations/${full.negotiation}/seats`, {
    method: 'POST',
    token,
    body: JSON.stringify({ party: 'KES', role: 'adviser', name: 'Adviser' }),
  })
  expect(given.status).toBe(201)
  return ((await given.json()) as { readonly url: string }).url
}
