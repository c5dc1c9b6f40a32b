/**
 * The table of rights against the server as it is shipped: every seat, every command, every kind of text, every kind of room, over sockets and
 * over HTTP. What the table does not give is refused, also to a client that sends what no honest one would.
 */
import {
  commands,
  meets,
  PartyId,
  PartyKind,
  powersNeeded,
  powersOf,
  rights,
  roomName,
  roots,
  SeatRole,
  type CommandName,
  type Power,
  type RoomKind,
  type Row,
} from '@entente/agreement'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { RawClient } from '../stories/raw-client.ts'
import { rawFrame } from '../stories/raw-frame.ts'
import { updateFor } from './attacker.ts'
import { fullHouse, type FullHouse, type Sitting } from './full-house.ts'

/** No command takes it, so whoever may give the command is told that it is malformed, and nothing is ever recorded. */
const NONSENSE = { nonsense: true }

const names = Object.keys(commands).filter((name): name is CommandName => name in rights)

/** What the table says: the code of the answer, and the power that is missing. */
function tableSays({ kind, role }: Pick<Sitting, 'kind' | 'role'>, name: CommandName, room: RoomKind): readonly string[] {
  const row: Row = rights[name]
  const need = row[room]
  if (need === undefined) return ['not-in-this-room', room]
  const [power] = powersNeeded(need)
  const has: readonly Power[] = powersOf(kind, role)
  return power === undefined || powersNeeded(need).some((one) => has.includes(one)) ? ['malformed'] : ['not-permitted', power]
}

/** The rooms of a full house by their paths, and who has a place there. */
async function roomsOf(full: FullHouse) {
  const group = roomName(await full.group(['KES', 'ORL', 'monitor', 'observer', 'interpreter']))
  const path = group.kind === 'group' ? `group/${group.group}` : ''
  return [
    { path: 'table', kind: 'table', members: full.everybody },
    { path: 'caucus/KES', kind: 'caucus', members: full.everybody.filter(({ party }) => party === 'KES') },
    { path: 'caucus/ORL', kind: 'caucus', members: full.everybody.filter(({ party }) => party === 'ORL') },
    {
      path,
      kind: 'group',
      members: full.everybody.filter(({ party }) => ['KES', 'ORL', 'monitor', 'observer', 'interpreter'].includes(party)),
    },
  ] as const
}

test(
  '[power-7] every seat, every command, every room: over sockets the server answers what the table of rights says',
  { timeout: 240_000 },
  async () => {
    // Nobody gives every command there is in one breath.
    const full = await fullHouse({ limits: { commandBurst: 1_000, frameBurst: 2_000 } })
    expect(new Set(full.everybody.map(({ kind, role }) => `${kind} ${role}`)).size).toBe(PartyKind.options.length * SeatRole.options.length)
    let asked = 0
    for (const { path, kind, members } of await roomsOf(full)) {
      const answersOf = async (who: Sitting) => {
        const client = await full.enter(who, path)
        if (!members.includes(who)) return [client.end(), client.heard]
        const answers = await Promise.all(names.map((name) => client.say(name, NONSENSE)))
        asked += answers.length
        client.leave()
        return answers.map(({ refusal }, index) => [names[index], refusal?.code, ...(refusal === undefined ? [] : detailOf(refusal))])
      }
      const heard = await Promise.all(full.everybody.map(answersOf))
      for (const [index, who] of full.everybody.entries()) {
        const expected = members.includes(who)
          ? names.map((name) => [name, ...tableSays(who, name, kind)])
          : [{ code: 4404, reason: 'not-found' }, []]
        expect([path, who.party, who.role, heard[index]]).toEqual([path, who.party, who.role, expected])
      }
    }
    expect(asked).toBeGreaterThan(names.length * 60)
  },
)

/** What of a refusal the table of rights speaks of. */
function detailOf(refusal: { readonly code: string; readonly power?: string; readonly room?: string }): readonly string[] {
  if (refusal.code === 'not-permitted') return [refusal.power ?? '']
  return refusal.code === 'not-in-this-room' ? [refusal.room ?? ''] : []
}

test('[power-7] the same over HTTP, where a command has an address only in the rooms of its line', { timeout: 240_000 }, async () => {
  const full = await fullHouse()
  const some = full.everybody.filter(({ role }) => role === 'head' || role === 'observer')
  for (const { path, kind, members } of await roomsOf(full))
    for (const who of some) {
      const answers = await Promise.all(names.map(async (name) => [name, ...heard(await full.say(who, name, NONSENSE, path))]))
      const expected = names.map((name) => {
        const row: Row = rights[name]
        if (row[kind] === undefined) return [name, 404, 'not-found']
        if (!takesAnything(name)) return [name, 400, 'malformed']
        if (!members.includes(who)) return [name, 404, 'not-found']
        const [code = '', power] = tableSays(who, name, kind)
        return code === 'malformed' ? [name, 400, 'malformed'] : [name, 403, code, power]
      })
      expect([path, who.party, who.role, answers]).toEqual([path, who.party, who.role, expected])
    }
})

/** Over HTTP the shape of the body is looked at first: it says nothing of what exists. */
function takesAnything(name: CommandName): boolean {
  return commands[name].input.safeParse(NONSENSE).success
}

function heard({ status, body }: { readonly status: number; readonly body: string }): readonly (string | number)[] {
  const { code, power } = JSON.parse(body) as { readonly code: string; readonly power?: string }
  return [status, code, ...(code === 'not-permitted' && power !== undefined ? [power] : [])]
}

type Target = {
  readonly root: string
  readonly row: Row
  /** Whose text it is, where it is anybody's. */
  readonly owner?: PartyId
  readonly language?: string
}

test(
  '[power-7] every seat, every kind of text, every room: forged words are taken or refused as the table of rights says',
  { timeout: 240_000 },
  async () => {
    const full = await fullHouse()
    const chair = await full.enter(full.who('chair', 'head'))
    const [section] = ['operative']
    const added = await chair.say('clause.add', { section, kind: 'operative', heading: 'One' })
    const clause = String(factOf(chair, added.seq?.[0])['clause'])
    const tabled = async (party: string) => {
      const head = await full.enter(full.who(party, 'head'))
      const { fingerprint } = await readingOf(full, clause)
      const answer = await head.say('amendment.table', { clause, on: fingerprint })
      expect(answer.ok).toBe(true)
      return String(factOf(head, answer.seq?.at(-1))['amendment'])
    }
    const [ours, theirs] = [await tabled('KES'), await tabled('ORL')]
    const drafted = async (party: string, path: string) => {
      const head = await full.enter(full.who(party, 'head'), path)
      const answer = await head.say('draft.open', { clause, label: 'Softer' })
      expect(answer.ok).toBe(true)
      return String(factOf(head, answer.seq?.at(-1))['amendment'])
    }
    const [table, caucus, , group] = await roomsOf(full)
    const inCaucus = await drafted('KES', caucus.path)
    const inGroup = await drafted('ORL', group.path)
    const none: Row = {}
    const atTable = (pen: 'open' | 'held'): readonly Target[] => [
      { root: `clause/${clause}`, row: roots.clause[pen] },
      { root: `amendment/${ours}`, row: roots.amendment, owner: PartyId.parse('KES') },
      { root: `amendment/${theirs}`, row: roots.amendment, owner: PartyId.parse('ORL') },
      { root: `translation/fr/${clause}`, row: roots.translation, language: 'fr' },
      { root: `amendment/${inCaucus}`, row: none },
      { root: 'clause/nowhere', row: none },
    ]
    const inside = (draft: string): readonly Target[] => [
      { root: `amendment/${draft}`, row: roots.amendment },
      { root: `clause/${clause}`, row: none },
      { root: `amendment/${ours}`, row: none },
      { root: `translation/fr/${clause}`, row: none },
    ]
    const tally = { taken: 0, refused: 0 }
    const check = async (path: string, kind: RoomKind, members: readonly Sitting[], targets: readonly Target[]) => {
      const outcomes = await Promise.all(
        members.map(async (who) => {
          const row: (readonly [string, string])[] = []
          for (const { root } of targets) row.push([root, await outcomeOf(await full.enter(who, path), root)])
          return row
        }),
      )
      for (const [index, who] of members.entries())
        for (const [at, target] of targets.entries()) {
          const expected = mayType(who, kind, target) ? 'taken' : 'refused'
          tally[expected] += 1
          expect([path, who.party, who.role, ...(outcomes[index]?.[at] ?? [])]).toEqual([path, who.party, who.role, target.root, expected])
        }
    }
    await check(table.path, table.kind, table.members, atTable('open'))
    expect((await chair.say('drafting.set', { drafting: 'pen' })).ok).toBe(true)
    await check(table.path, table.kind, table.members, atTable('held').slice(0, 1))
    await check(caucus.path, caucus.kind, caucus.members, inside(inCaucus))
    await check(group.path, group.kind, group.members, inside(inGroup))
    expect(tally.taken).toBeGreaterThan(20)
    expect(tally.refused).toBeGreaterThan(100)
  },
)

function mayType(who: Sitting, room: RoomKind, { row, owner, language }: Target): boolean {
  if (owner !== undefined && owner !== who.party) return false
  if (language !== undefined && !who.languages.includes(language)) return false
  const speaker = { party: { kind: who.kind }, seat: { role: who.role } } as Parameters<typeof meets>[0]
  return meets(speaker, row, room)
}

/** What becomes of a paragraph that somebody puts into a text, whatever their screen would let them do. */
async function outcomeOf(client: RawClient, root: string): Promise<'taken' | 'refused'> {
  const update = updateFor(client.doc, client.doc.clientID, (copy) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Forged.')])
    copy.getXmlFragment(root).push([paragraph])
  })
  client.send(rawFrame.update(update))
  await client.until(() => client.end() !== undefined || client.saved() === 2)
  if (client.end() === undefined) {
    client.leave()
    return 'taken'
  }
  expect(client.end()).toEqual({ code: 4413, reason: 'update-refused' })
  expect(['read-only', 'forbidden-root']).toContain(client.refused()?.code)
  return 'refused'
}

function factOf(client: RawClient, seq: number | undefined): Readonly<Record<string, unknown>> {
  const found = client.entries.find((entry) => entry.seq === seq)?.fact
  if (found === undefined) throw new Error(`No entry ${String(seq)}`)
  return found
}

async function readingOf(full: FullHouse, clause: string): Promise<{ readonly fingerprint: string }> {
  const { body } = await full.say(full.who('KES', 'head'), 'position.take', {
    clause,
    on: '0'.repeat(64),
    position: { stance: 'accepts' },
  })
  return { fingerprint: (JSON.parse(body) as { readonly now: string }).now }
}
