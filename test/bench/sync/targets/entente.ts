/**
 * Entente as it is shipped: `entente serve`, with sign-in, gate, journal and SQLite on disk. Nothing is switched off and no limit is raised.
 *
 * Negotiations are opened and people invited by the server's own commands and store, only all at once and before it is started: five
 * hundred tables over HTTP would take longer than the measurement.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  append,
  decideByName,
  NO_ENTRIES,
  nothingAmended,
  open,
  replay,
  roomName,
  tableOf,
  Timestamp,
  type Author,
  type Decision,
  type Entry,
  type Fact,
  type Head,
  type NegotiationId,
  type Opening,
  type RoomId,
  type Seat,
} from '@entente/agreement'
import { hashToken, PersonId, type Growth, type Store } from '@entente/store'
import { openSqliteStore } from '@entente/store/sqlite'
import { writeHandshake } from '@entente/sync/frames'
import { plain } from '../wire/dialect.ts'
import { foundation } from '../words.ts'
import type { Document, Door, Target, Wanted } from './target.ts'

const main = fileURLToPath(new URL('../../../../apps/server/src/main.ts', import.meta.url))

export const entente: Target = {
  name: 'entente',
  dialect: plain,
  keeps: true,
  leases: true,
  acknowledges: true,
  async prepare(folder, wanted) {
    const store = openSqliteStore({ path: join(folder, 'entente.db') })
    try {
      return await found(store, wanted)
    } finally {
      await store.close()
    }
  },
  program: async (folder, port) => ({ file: main, args: ['serve'], env: { PORT: String(port), ENTENTE_DATA: folder } }),
}

/** Opens the negotiations and signs everybody in. */
async function found(store: Store, wanted: Wanted): Promise<readonly Document[]> {
  const at = now()
  const documents: Document[] = []
  const growths: Growth[] = []
  for (let index = 0; index < wanted.documents; index += 1) {
    const { room, negotiation, seats, clause, entries } = negotiationOf(wanted.people, at)
    await store.rooms.create(room, at)
    const [server = 0] = await store.rooms.lease(room, 'server', 1)
    const { update, text } = foundation(clause, server)
    growths.push({
      room,
      epoch: 1,
      expect: { update: 0, entry: 0 },
      updates: [{ at, by: 'server', clients: [server], bytes: update }],
      entries,
    })
    const doors: Door[] = []
    for (const seat of seats) doors.push(await admit(store, negotiation, seat, wanted.returning ? entries.length : undefined))
    documents.push({ name: negotiation, clause, text, doors })
  }
  await store.rooms.commit({ rooms: growths })
  return documents
}

/** A negotiation with one empty clause and as many drafting seats as wanted, spread over ten delegations. */
function negotiationOf(people: number, at: Timestamp) {
  const fresh = randomBytes(8).toString('hex')
  const opened = facts(open(openingFor(people), fresh))
  const [first] = opened
  if (first?.kind !== 'negotiation-opened') throw new Error('A negotiation begins by being opened')
  const room = tableOf(first.negotiation)
  const before = linked(room, NO_ENTRIES, at, 'server', opened)
  const negotiation = replay(before)
  const all = [...negotiation.seats.values()]
  const chair = all.find(({ role }) => role === 'head')
  const party = chair && negotiation.parties.get(chair.party)
  if (chair === undefined || party === undefined) throw new Error('Nobody presides')
  const added = decideByName(
    'clause.add',
    { negotiation, readings: new Map(), amended: nothingAmended, speaker: { seat: chair, party }, now: at, fresh },
    { section: 'operative', kind: 'operative', heading: 'Withdrawal' },
  )
  const entries = [...before, ...linked(room, before.at(-1) ?? NO_ENTRIES, at, { seat: chair.seat, party: party.party }, facts(added))]
  const [clause] = replay(entries).clauses
  if (clause === undefined) throw new Error('No clause was added')
  return { room, negotiation: first.negotiation, seats: all.filter((seat) => seat !== chair), clause: clause.clause, entries }
}

const DELEGATIONS = 10

function openingFor(people: number): unknown {
  const delegations = Array.from({ length: Math.min(people, DELEGATIONS) }, (_, index) => `D${index + 1}`)
  return {
    cover: { title: 'Talks', shortTitle: 'Talks', referenceLanguage: 'en', authenticLanguages: ['en'], annexes: [] },
    rule: { rule: 'consensus' },
    singleUndertaking: true,
    drafting: 'open',
    parties: [
      { party: 'CHR', kind: 'chair', name: 'Chair', shortName: 'Chair', required: false, languages: ['en'] },
      ...delegations.map((party) => ({ party, kind: 'delegation', name: party, shortName: party, required: true, languages: ['en'] })),
    ],
    seats: [
      { party: 'CHR', role: 'head', name: 'Chair' },
      ...Array.from({ length: people }, (_, index) => ({
        party: delegations[index % delegations.length] ?? '',
        role: 'adviser',
        name: `Adviser ${index + 1}`,
      })),
    ],
  } satisfies { readonly [field in keyof Opening]: unknown }
}

function facts(decision: Decision): readonly Fact[] {
  if (!decision.ok) throw new Error(`Refused: ${decision.refusal.code}`)
  return decision.facts
}

function linked(room: RoomId, after: Head, at: Timestamp, by: Author, said: readonly Fact[]): readonly Entry[] {
  let head = after
  return said.map((fact) => {
    const entry = append(head, { room, at, by, fact })
    head = { seq: entry.seq, hash: entry.hash }
    return entry
  })
}

/** What an invitation and its redemption leave behind: a session that holds the seat. `since` is the record that somebody who comes back has. */
async function admit(store: Store, negotiation: NegotiationId, { seat, name }: Seat, since: number | undefined): Promise<Door> {
  const [invitation, session] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  const createdAt = now()
  const expires = Timestamp.parse(new Date(Date.now() + 86_400_000).toISOString())
  await store.signIn.addInvitation({
    hash: hashToken(invitation),
    createdAt,
    expires,
    createdBy: 'server',
    purpose: 'seat',
    negotiation,
    seat,
  })
  const person = PersonId.parse(randomBytes(16).toString('hex'))
  await store.signIn.addPerson({ person, name, createdAt, kind: 'invited' })
  await store.signIn.addSession({ hash: hashToken(session), person, createdAt, expires, lastUsed: createdAt, device: '' })
  await store.signIn.redeemInvitation(hashToken(invitation), createdAt, person)
  const room = tableOf(negotiation)
  const headers = { Cookie: `entente_session=${session}`, 'Sec-WebSocket-Protocol': 'entente' }
  const path = pathTo(room, { epoch: 0, since: 0, client: undefined })
  if (since === undefined) return { path, headers }
  const [client] = await store.rooms.lease(room, seat, 1)
  return { path: pathTo(room, { epoch: 1, since, client }), headers }
}

function pathTo(room: RoomId, known: Parameters<typeof writeHandshake>[0]): string {
  return `/sync/${roomName(room).negotiation}/table?${new URLSearchParams(writeHandshake(known)).toString()}`
}

function now(): Timestamp {
  return Timestamp.parse(new Date().toISOString())
}
