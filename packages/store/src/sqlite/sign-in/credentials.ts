/** Passkeys, identities and unfinished sign-ins, in SQLite. */
import { Timestamp } from '@entente/agreement'
import { z } from 'zod'
import { over, PersonId, type Credentials, type Identity, type Passkey } from '../../sign-in.ts'
import type { Connection } from '../connection.ts'

const PasskeyRow = z.object({
  passkey: z.string(),
  person: PersonId,
  name: z.string(),
  publicKey: z.instanceof(Uint8Array),
  counter: z.int(),
  createdAt: Timestamp,
  lastUsed: Timestamp.nullable(),
})
const IdentityRow = z.object({
  issuer: z.string(),
  subject: z.string(),
  person: PersonId,
  email: z.string().nullable(),
  linkedAt: Timestamp,
})
const AttemptRow = z.object({ expires: Timestamp, payload: z.string() })

export function openCredentials(
  { database, read, write }: Connection,
  { requirePerson }: { readonly requirePerson: (person: PersonId) => void },
): Credentials {
  const passkey = `SELECT passkey, person, name, public_key AS publicKey, counter, created_at AS createdAt, last_used AS lastUsed FROM passkeys`
  const identity = `SELECT issuer, subject, person, email, linked_at AS linkedAt FROM identities`
  const sql = {
    addPasskey: database.prepare(
      'INSERT INTO passkeys (passkey, person, name, public_key, counter, created_at, last_used) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    passkey: database.prepare(`${passkey} WHERE passkey = ?`),
    passkeys: database.prepare(`${passkey} WHERE person = ? ORDER BY created_at, passkey`),
    usePasskey: database.prepare('UPDATE passkeys SET counter = ?, last_used = ? WHERE passkey = ?'),
    renamePasskey: database.prepare('UPDATE passkeys SET name = ? WHERE passkey = ? AND person = ?'),
    removePasskey: database.prepare('DELETE FROM passkeys WHERE passkey = ? AND person = ?'),
    link: database.prepare(`
      INSERT INTO identities (issuer, subject, person, email, linked_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (issuer, subject) DO UPDATE SET email = excluded.email WHERE person = excluded.person`),
    identity: database.prepare(`${identity} WHERE issuer = ? AND subject = ?`),
    identities: database.prepare(`${identity} WHERE person = ? ORDER BY linked_at, issuer`),
    unlink: database.prepare('DELETE FROM identities WHERE person = ? AND issuer = ? AND subject = ?'),
    keep: database.prepare('INSERT INTO attempts (hash, expires, payload) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    forget: database.prepare('DELETE FROM attempts WHERE julianday(expires) <= julianday(?)'),
    take: database.prepare('DELETE FROM attempts WHERE hash = ? RETURNING expires, payload'),
  }

  return {
    async addPasskey({ passkey: id, person, name, publicKey, counter, createdAt, lastUsed }) {
      write(() => {
        requirePerson(person)
        const { changes } = sql.addPasskey.run(id, person, name, publicKey, counter, createdAt, lastUsed ?? null)
        if (changes === 0) throw new TypeError('There is a passkey of this id')
      })
    },
    async passkey(id) {
      const row = read(() => sql.passkey.get(id))
      return row === undefined ? undefined : toPasskey(row)
    },
    async passkeysOf(person) {
      return read(() => sql.passkeys.all(person)).map(toPasskey)
    },
    async usePasskey(id, counter, at) {
      write(() => sql.usePasskey.run(counter, at, id))
    },
    async renamePasskey(person, id, name) {
      return write(() => sql.renamePasskey.run(name, id, person)).changes !== 0
    },
    async removePasskey(person, id) {
      return write(() => sql.removePasskey.run(id, person)).changes !== 0
    },
    async linkIdentity({ issuer, subject, person, email, linkedAt }) {
      return write(() => {
        requirePerson(person)
        return sql.link.run(issuer, subject, person, email ?? null, linkedAt).changes !== 0
      })
    },
    async identity(issuer, subject) {
      const row = read(() => sql.identity.get(issuer, subject))
      return row === undefined ? undefined : toIdentity(row)
    },
    async identitiesOf(person) {
      return read(() => sql.identities.all(person)).map(toIdentity)
    },
    async unlinkIdentity(person, issuer, subject) {
      return write(() => sql.unlink.run(person, issuer, subject)).changes !== 0
    },
    async keepAttempt({ hash, expires, payload }, at) {
      write(() => {
        sql.forget.run(at)
        if (sql.keep.run(hash, expires, payload).changes === 0) throw new TypeError('There is an attempt with this hash')
      })
    },
    async takeAttempt(hash, at) {
      const row = write(() => sql.take.get(hash))
      if (row === undefined) return undefined
      const { expires, payload } = AttemptRow.parse(row)
      return over(expires, at) ? undefined : payload
    },
  }
}

function toPasskey(row: unknown): Passkey {
  const { lastUsed, publicKey, ...rest } = PasskeyRow.parse(row)
  return { ...rest, publicKey: new Uint8Array(publicKey), lastUsed: lastUsed ?? undefined }
}

function toIdentity(row: unknown): Identity {
  const { email, ...rest } = IdentityRow.parse(row)
  return { ...rest, email: email ?? undefined }
}
