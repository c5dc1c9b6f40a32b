/** Sessions: how one begins, what the browser keeps of it, and how it ends. */
import { Timestamp } from '@entente/agreement'
import { hashToken, PersonId, type Person, type PersonKind, type TokenHash } from '@entente/store'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { Host } from '../host.ts'
import { deviceOf } from './device.ts'
import { newToken } from './token.ts'
import { SESSION_COOKIE } from './who.ts'

/** How long a browser stays signed in, in days. */
export const SESSION_DAYS = 60

/** Adds somebody who was not known before. */
export async function newPerson({ store, timestamp }: Host, name: string, kind: PersonKind): Promise<Person> {
  const person: Person = { person: newPersonId(), name, createdAt: timestamp(), kind }
  await store.signIn.addPerson(person)
  return person
}

/** Opens a session. `secret` is what the browser keeps; the store gets its hash. */
export async function beginSession({ store, timestamp }: Host, c: Context, person: PersonId) {
  const secret = newToken()
  const hash = hashToken(secret)
  const createdAt = timestamp()
  await store.signIn.addSession({
    hash,
    person,
    createdAt,
    expires: daysLater(createdAt, SESSION_DAYS),
    lastUsed: createdAt,
    device: deviceOf(c.req.header('user-agent')),
  })
  return { secret, hash }
}

/** Signs the browser in: a new session under a new secret, whatever it had before (session fixation), which is ended. */
export async function signBrowserIn(host: Host, c: Context, person: PersonId, before: TokenHash | undefined): Promise<void> {
  const { secret } = await beginSession(host, c, person)
  if (before !== undefined) await endSession(host, before)
  setCookie(c, SESSION_COOKIE, secret, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: host.settings.secureCookie,
    path: `${host.settings.basePath}/`,
    maxAge: SESSION_DAYS * 86_400,
  })
}

/** Ends a session, and its open connections with it. */
export async function endSession({ store, sockets }: Host, session: TokenHash): Promise<void> {
  await store.signIn.endSession(session)
  sockets.end(session)
}

export function forgetCookie({ settings }: Host, c: Context): void {
  deleteCookie(c, SESSION_COOKIE, { path: `${settings.basePath}/` })
}

export function daysLater(from: Timestamp, days: number): Timestamp {
  return later(from, days * 86_400_000)
}

/** So many milliseconds after. */
export function later(from: Timestamp, milliseconds: number): Timestamp {
  return Timestamp.parse(new Date(Date.parse(from) + milliseconds).toISOString())
}

function newPersonId(): PersonId {
  return PersonId.parse(Buffer.from(newToken(), 'base64url').toString('hex').slice(0, 32))
}
