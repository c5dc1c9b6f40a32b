/** Rooms other than the table: what a delegation does in its caucus, how a group comes to meet, and what reaches whom. */
import { AmendmentId, caucusOf, ClauseId, GroupId, groupOf, lineOn, PartyId, type RoomId } from '@entente/agreement'
import { bareText, readText } from '@entente/draft'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Delegate } from './delegate.ts'
import { openHouse, VESNA, type House } from './house.ts'

const KES = PartyId.parse('KES')
const c6 = ClauseId.parse('c6')

async function caucus() {
  const house = await openHouse()
  const [head, second] = [await house.sit('u-kes1'), await house.sit('u-kes2')]
  const room = caucusOf(VESNA, KES, 1)
  return { house, head, second, headInside: await house.meet(head, room), secondInside: await house.meet(second, room) }
}

test('[caucus-1] a delegation meets in its caucus without anybody opening it, sees the table there, and keeps its line and its notes', async () => {
  const { headInside, secondInside, head } = await caucus()
  expect(headInside.room.view().negotiation.clauses).toBe(head.room.view().negotiation.clauses)
  expect(await secondInside.submit('line.set', { clause: 'c6', line: 'red-line', text: 'Not below 20 km.' })).toEqual({ ok: true })
  expect(await secondInside.submit('note.keep', { noteKind: 'instruction', text: 'Wait for the capital.' })).toEqual({ ok: true })
  expect(await secondInside.submit('thread.open', { clause: 'c6', text: 'Can we live with 25?' })).toEqual({ ok: true })
  const view = await headInside.until(({ negotiation }) => negotiation.threads.size > 0)
  expect(lineOn(view.negotiation, c6).get('red-line')?.text).toBe('Not below 20 km.')
  expect(view.negotiation.notes.at(-1)?.text).toBe('Wait for the capital.')
  expect(head.room.view().negotiation.notes).toEqual([])
  expect(head.room.view().negotiation.threads).not.toBe(view.negotiation.threads)
})

test('[caucus-2] a draft begins with the words of the table, is typed by the delegation together, and is in no other document', async () => {
  const { house, headInside, secondInside, head } = await caucus()
  const orlava = await house.sit('u-orl1')
  expect(await secondInside.submit('draft.open', { clause: 'c6', label: 'Softer' })).toEqual({ ok: true })
  const { negotiation } = await headInside.until((view) => view.negotiation.drafts.size === 1)
  const [amendment] = negotiation.drafts.keys()
  const root = `amendment/${amendment ?? ''}`
  await headInside.until(() => headInside.room.doc().share.has(root))
  const text = (of: Delegate) => bareText(readText(of.room.doc().getXmlFragment(root)))
  await expect.poll(() => text(headInside)).toBe(head.words('c6'))
  wordsOf(secondInside, root).insert(0, 'As far as possible, ')
  await expect.poll(() => text(headInside)).toBe(`As far as possible, ${head.words('c6')}`)
  for (const outside of [head, orlava]) expect([...outside.room.doc().share.keys()]).not.toContain(root)
  expect(await headInside.submit('draft.discard', { amendment: AmendmentId.parse(amendment) })).toEqual({ ok: true })
})

test('[room-16] a caucus is kept as a snapshot too, when the server goes, and its draft reads on from there', async () => {
  const { house, headInside, secondInside, head } = await caucus()
  expect(await secondInside.submit('draft.open', { clause: 'c6', label: 'Softer' })).toEqual({ ok: true })
  const { negotiation } = await secondInside.until((view) => view.negotiation.drafts.size === 1)
  const root = `amendment/${[...negotiation.drafts.keys()].join()}`
  const annex = 'x'.repeat(70_000)
  wordsOf(secondInside, root).insert(0, annex)
  await secondInside.until(({ unsaved }) => unsaved === 0)
  await house.besides(async ({ rooms }) => {
    const stored = await rooms.load(caucusOf(VESNA, KES, 1))
    expect(stored?.snapshot?.uptoUpdate).toBeGreaterThan(0)
    expect(stored?.updates).toEqual([])
  })
  await headInside.until(({ connection }) => connection.is === 'live')
  await expect.poll(() => bareText(readText(headInside.room.doc().getXmlFragment(root)))).toBe(`${annex}${head.words('c6')}`)
})

test('[caucus-3] a seat that may not bind asks, and the request is met when the head says so at the table', async () => {
  const { head, headInside, secondInside } = await caucus()
  const on = head.fingerprint('c6')
  const position = { stance: 'reserves' as const, note: 'Instructions are awaited.' }
  expect(await secondInside.submit('acceptance.ask', { clause: 'c6', on, position })).toEqual({ ok: true })
  expect(await headInside.submit('acceptance.ask', { clause: 'c6', on, position })).toMatchObject({ refusal: { code: 'binds-already' } })
  await headInside.until(({ negotiation }) => negotiation.asks.size === 1)
  expect(await head.states('c6', position)).toEqual({ ok: true })
  const [ask] = headInside.room.view().negotiation.asks.keys()
  expect(await headInside.submit('acceptance.decline', { ask })).toMatchObject({ refusal: { code: 'ask-answered' } })
})

test('[private-room-1] what is not given in a kind of room is refused there, and the other way round', async () => {
  const { head, headInside } = await caucus()
  expect(await headInside.submit('round.close', {})).toMatchObject({ refusal: { code: 'not-in-this-room', room: 'caucus' } })
  expect(await headInside.states('c6', { stance: 'accepts' })).toMatchObject({ refusal: { code: 'not-in-this-room' } })
  expect(await head.submit('note.keep', { noteKind: 'note', text: 'To all' })).toMatchObject({
    refusal: { code: 'not-in-this-room', room: 'table' },
  })
})

test('[private-room-2] a change of a seat at the table holds in the caucus at once', async () => {
  const { head, headInside, secondInside } = await caucus()
  const position = { stance: 'accepts' as const }
  expect(await head.submit('seat.empower', { seat: 'u-kes2' })).toEqual({ ok: true })
  await secondInside.until(({ speaker }) => speaker?.empowered === true)
  expect(await secondInside.submit('acceptance.ask', { clause: 'c6', on: head.fingerprint('c6'), position })).toMatchObject({
    refusal: { code: 'binds-already' },
  })
  expect(await head.submit('seat.withdraw', { seat: 'u-kes2', reason: 'Recalled' })).toEqual({ ok: true })
  const ended = await secondInside.until(({ connection }) => connection.is === 'ended')
  expect(ended.connection).toMatchObject({ code: 4403, reason: 'not-allowed' })
  expect(headInside.room.view().connection).toEqual({ is: 'live' })
})

test('[group-1] the chair convenes a group; its parties meet there, and nobody else can enter, the chair included', async () => {
  const house = await openHouse()
  const room = await opened(house, 'u-chair', { label: 'Relief corridors', parties: ['KES', 'ORL'], announced: true })
  const [kestria, orlava, chair, meridia] = await Promise.all(['u-kes1', 'u-orl1', 'u-chair', 'u-mer1'].map((seat) => house.sit(seat)))
  if (!kestria || !orlava || !chair || !meridia) throw new Error('Somebody is missing')
  const [inside, across] = [await house.meet(kestria, room), await house.meet(orlava, room)]
  expect(await inside.submit('thread.open', { clause: 'c6', text: 'Between us.' })).toEqual({ ok: true })
  await across.until(({ negotiation }) => negotiation.threads.size === 1)
  for (const outside of [chair, meridia]) {
    const { connection } = (await house.meet(outside, room)).room.view()
    expect(connection).toMatchObject({ is: 'ended', code: 4404 })
  }
  const announced = [...meridia.room.view().negotiation.groups.values()]
  expect(announced).toMatchObject([{ label: 'Relief corridors', parties: ['KES', 'ORL'] }])
})

test('[group-2] a group that a head proposes begins when all have agreed, and whoever declines is out of it', async () => {
  const house = await openHouse()
  const room = await opened(house, 'u-kes1', { label: 'A word', parties: ['KES', 'ORL', 'MER'], announced: false })
  const inside: Delegate[] = []
  for (const seat of ['u-kes1', 'u-orl1', 'u-mer1']) inside.push(await house.meet(await house.sit(seat), room))
  const [kestria, orlava, meridia] = inside
  if (!kestria || !orlava || !meridia) throw new Error('Somebody is missing')
  expect(kestria.room.view().negotiation.groups.size).toBe(0)
  expect(await kestria.submit('note.keep', { noteKind: 'note', text: 'Hello' })).toMatchObject({ refusal: { code: 'room-not-agreed' } })
  expect(await orlava.submit('group.join', {})).toEqual({ ok: true })
  expect(await meridia.submit('group.leave', { reason: 'Not now' })).toEqual({ ok: true })
  await meridia.until(({ connection }) => connection.is === 'ended')
  await kestria.until(({ negotiation }) => negotiation.privateRoom?.parties.length === 2)
  expect(await kestria.submit('note.keep', { noteKind: 'note', text: 'Hello' })).toEqual({ ok: true })
  expect(await orlava.submit('group.close', {})).toEqual({ ok: true })
  expect(await kestria.submit('note.keep', { noteKind: 'note', text: 'More' })).toMatchObject({ refusal: { code: 'room-closed' } })
})

test('[private-room-3] everybody is told of the rooms in which they have a place, and of no others', async () => {
  const house = await openHouse()
  const room = await opened(house, 'u-chair', { label: 'Quiet', parties: ['KES', 'ORL'], announced: false })
  const listed = async (seat: string) => {
    const answer = await house.fetch(`/api/negotiations/${VESNA}/rooms`, { token: await house.token(seat) })
    return ((await answer.json()) as readonly { readonly room: RoomId }[]).map((one) => one.room)
  }
  expect(await listed('u-kes1')).toEqual([caucusOf(VESNA, KES, 1), room])
  expect(await listed('u-mer1')).not.toContain(room)
  expect(await listed('u-chair')).not.toContain(room)
  await house.restart()
  expect(await listed('u-orl2')).toContain(room)
})

async function opened(
  house: House,
  seat: string,
  group: { label: string; parties: readonly string[]; announced: boolean },
): Promise<RoomId> {
  const answer = await house.fetch(`/api/negotiations/${VESNA}/groups`, {
    method: 'POST',
    token: await house.token(seat),
    body: JSON.stringify(group),
  })
  expect(answer.status).toBe(201)
  const { group: id } = (await answer.json()) as { readonly group: string }
  return groupOf(VESNA, GroupId.parse(id))
}

function wordsOf({ room }: Delegate, root: string): Y.XmlText {
  const paragraph = room.doc().getXmlFragment(root).get(0)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error(`${root} has no words`)
  return text
}
