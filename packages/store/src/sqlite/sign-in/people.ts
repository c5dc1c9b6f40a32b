/** People, sessions and seats held, in SQLite. */
import { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import { z } from 'zod'
import { over, personKinds, PersonId, type People } from '../../sign-in.ts'
import { TokenHash } from '../../token.ts'
import type { Connection } from '../connection.ts'
import { guarded } from '../fault.ts'

const PersonRow = z.object({ person: PersonId, name: z.string(), createdAt: Timestamp, kind: z.enum(personKinds) })
const SessionRow = z.object({
  hash: TokenHash,
  person: PersonId,
  createdAt: Timestamp,
  expires: Timestamp,
  lastUsed: Timestamp,
  device: z.string(),
})
const SeatRow = z.object({ negotiation: NegotiationId, seat: SeatId, since: Timestamp })
/** A session with the person it belongs to and one of the seats they hold, if they hold any. */
const SignedInRow = SessionRow.extend({
  name: PersonRow.shape.name,
  known: PersonRow.shape.createdAt,
  kind: PersonRow.shape.kind,
  negotiation: NegotiationId.nullable(),
  seat: SeatId.nullable(),
  since: Timestamp.nullable(),
})
const HolderRow = SeatRow.extend({ person: PersonId })

export function openPeople({ database, read, write }: Connection): People & { readonly requirePerson: (person: PersonId) => void } {
  const session = 'SELECT hash, person, created_at AS createdAt, expires, last_used AS lastUsed, device FROM sessions'
  const sql = {
    addPerson: database.prepare('INSERT INTO people (person, name, created_at, kind) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    person: database.prepare('SELECT person, name, created_at AS createdAt, kind FROM people WHERE person = ?'),
    addSession: database.prepare(
      'INSERT INTO sessions (hash, person, created_at, expires, last_used, device) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    session: database.prepare(`${session} WHERE hash = ?`),
    signedIn: database.prepare(`
      SELECT hash, sessions.person, sessions.created_at AS createdAt, expires, last_used AS lastUsed, device,
        name, people.created_at AS known, kind, negotiation, seat, since
      FROM sessions JOIN people USING (person) LEFT JOIN seats_held USING (person)
      WHERE hash = ? ORDER BY seats_held.id`),
    sessions: database.prepare(`${session} WHERE person = ? ORDER BY created_at, hash`),
    use: database.prepare('UPDATE sessions SET last_used = ? WHERE hash = ?'),
    end: database.prepare('DELETE FROM sessions WHERE hash = ?'),
    endDemo: database.prepare(
      "DELETE FROM people WHERE person = ? AND kind = 'demo' AND NOT EXISTS (SELECT 1 FROM sessions WHERE sessions.person = people.person)",
    ),
    // Timestamps of different precision do not compare as text.
    forget: database.prepare('DELETE FROM sessions WHERE julianday(expires) <= julianday(?)'),
    forgetDemo: database.prepare(
      "DELETE FROM people WHERE kind = 'demo' AND NOT EXISTS (SELECT 1 FROM sessions WHERE sessions.person = people.person)",
    ),
    seats: database.prepare('SELECT negotiation, seat, since FROM seats_held WHERE person = ? ORDER BY id'),
    holders: database.prepare('SELECT person, negotiation, seat, since FROM seats_held WHERE negotiation = ? ORDER BY id'),
    leave: database.prepare('DELETE FROM seats_held WHERE person = ? AND negotiation = ? AND seat <> ?'),
    take: database.prepare('INSERT INTO seats_held (person, negotiation, seat, since) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    release: database.prepare('DELETE FROM seats_held WHERE negotiation = ? AND seat = ?'),
  }
  const holders = (negotiation: NegotiationId) => sql.holders.all(negotiation).map((row) => HolderRow.parse(row))
  const requirePerson = (person: PersonId) => {
    if (sql.person.get(person) === undefined) throw new TypeError('There is no such person')
  }

  return {
    requirePerson,
    async addPerson({ person, name, createdAt, kind }) {
      const { changes } = write(() => sql.addPerson.run(person, name, createdAt, kind))
      if (changes === 0) throw new TypeError('There is a person with this id')
    },
    async person(person) {
      const row = read(() => sql.person.get(person))
      return row === undefined ? undefined : PersonRow.parse(row)
    },
    async addSession({ hash, person, createdAt, expires, lastUsed, device }) {
      write(() => {
        requirePerson(person)
        const { changes } = sql.addSession.run(hash, person, createdAt, expires, lastUsed, device)
        if (changes === 0) throw new TypeError('There is a session with this hash')
      })
    },
    async signedIn(hash, at) {
      const rows = guarded(() => sql.signedIn.all(hash)).map((row) => SignedInRow.parse(row))
      const [first] = rows
      if (first === undefined || over(first.expires, at)) return undefined
      const { person, createdAt, expires, lastUsed, device, name, known, kind } = first
      return {
        session: { hash, person, createdAt, expires, lastUsed, device },
        person: { person, name, createdAt: known, kind },
        seats: rows.flatMap(({ negotiation, seat, since }) =>
          negotiation === null || seat === null || since === null ? [] : [{ negotiation, seat, since }],
        ),
      }
    },
    async sessionsOf(person, at) {
      return read(() => sql.sessions.all(person))
        .map((row) => SessionRow.parse(row))
        .filter(({ expires }) => !over(expires, at))
    },
    async useSession(hash, at) {
      write(() => sql.use.run(at, hash))
    },
    async endSession(hash) {
      write(() => {
        const row = sql.session.get(hash)
        if (row === undefined) return
        sql.end.run(hash)
        sql.endDemo.run(SessionRow.parse(row).person)
      })
    },
    async forgetSessions(overBy) {
      return write(() => {
        const { changes } = sql.forget.run(overBy)
        sql.forgetDemo.run()
        return Number(changes)
      })
    },
    async seatsOf(person) {
      return read(() => sql.seats.all(person)).map((row) => SeatRow.parse(row))
    },
    async holdersAt(negotiation) {
      return read(() => holders(negotiation))
    },
    async takeSeat(person, { negotiation, seat, since }) {
      write(() => {
        requirePerson(person)
        sql.leave.run(person, negotiation, seat)
        sql.take.run(person, negotiation, seat, since)
      })
    },
    async releaseSeat(negotiation, seat) {
      return write(() => {
        const held = holders(negotiation).filter((holder) => holder.seat === seat)
        sql.release.run(negotiation, seat)
        return held
      })
    },
  }
}
