/** How people come to speak for seats, in memory. */
import {
  over,
  redemption,
  type Attempt,
  type Credentials,
  type Feed,
  type Feeds,
  type Holder,
  type Identity,
  type Invitations,
  type Passkey,
  type People,
  type Person,
  type PersonId,
  type SeatHeld,
  type Session,
  type SignIn,
  type StoredInvitation,
} from './sign-in.ts'
import type { TokenHash } from './token.ts'

type Kept = {
  readonly people: Map<PersonId, Person>
  readonly sessions: Map<TokenHash, Session>
  /** In the order they were taken. */
  seats: readonly Holder[]
}

export function createMemorySignIn(): SignIn {
  const kept: Kept = { people: new Map(), sessions: new Map(), seats: [] }
  return { ...people(kept), ...invitations(kept), ...credentials(kept), ...feeds(kept) }
}

function feeds(kept: Kept): Feeds {
  const all = new Map<string, Feed>()
  const key = (person: PersonId, negotiation: string) => `${person} ${negotiation}`
  return {
    async setFeed(feed) {
      requirePerson(kept, feed.person)
      all.set(key(feed.person, feed.negotiation), feed)
    },
    feed: async (hash) => [...all.values()].find((feed) => feed.hash === hash),
    feedOf: async (person, negotiation) => all.get(key(person, negotiation)),
    removeFeed: async (person, negotiation) => all.delete(key(person, negotiation)),
  }
}

function requirePerson({ people: known }: Kept, person: PersonId): Person {
  const found = known.get(person)
  if (found === undefined) throw new TypeError('There is no such person')
  return found
}

function seatsOf({ seats }: Kept, person: PersonId): readonly SeatHeld[] {
  return seats.filter((holder) => holder.person === person).map(({ negotiation, seat, since }) => ({ negotiation, seat, since }))
}

/** Takes out of the seats those that are meant, and answers them. */
function release(kept: Kept, meant: (holder: Holder) => boolean): readonly Holder[] {
  const released = kept.seats.filter(meant)
  kept.seats = kept.seats.filter((holder) => !meant(holder))
  return released
}

function people(kept: Kept): People {
  return {
    async addPerson(person) {
      if (kept.people.has(person.person)) throw new TypeError('There is a person with this id')
      kept.people.set(person.person, person)
    },
    async person(person) {
      return kept.people.get(person)
    },
    async addSession(session) {
      requirePerson(kept, session.person)
      if (kept.sessions.has(session.hash)) throw new TypeError('There is a session with this hash')
      kept.sessions.set(session.hash, session)
    },
    async signedIn(hash, at) {
      const session = kept.sessions.get(hash)
      return session === undefined || over(session.expires, at)
        ? undefined
        : { session, person: requirePerson(kept, session.person), seats: seatsOf(kept, session.person) }
    },
    async sessionsOf(person, at) {
      return [...kept.sessions.values()]
        .filter((session) => session.person === person && !over(session.expires, at))
        .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
    },
    async useSession(hash, at) {
      const session = kept.sessions.get(hash)
      if (session !== undefined) kept.sessions.set(hash, { ...session, lastUsed: at })
    },
    async endSession(hash) {
      const person = kept.sessions.get(hash)?.person
      kept.sessions.delete(hash)
      const gone = person !== undefined && ![...kept.sessions.values()].some((other) => other.person === person)
      if (!gone || kept.people.get(person)?.kind !== 'demo') return
      kept.people.delete(person)
      release(kept, (holder) => holder.person === person)
    },
    async forgetSessions(overBy) {
      const gone = [...kept.sessions.values()].filter(({ expires }) => over(expires, overBy))
      for (const { hash } of gone) kept.sessions.delete(hash)
      const present = new Set([...kept.sessions.values()].map(({ person }) => person))
      for (const { person, kind } of kept.people.values()) {
        if (kind !== 'demo' || present.has(person)) continue
        kept.people.delete(person)
        release(kept, (holder) => holder.person === person)
      }
      return gone.length
    },
    seatsOf: async (person) => seatsOf(kept, person),
    async holdersAt(negotiation) {
      return kept.seats.filter((holder) => holder.negotiation === negotiation)
    },
    async takeSeat(person, held) {
      requirePerson(kept, person)
      const own = (holder: Holder) => holder.person === person && holder.negotiation === held.negotiation
      if (kept.seats.some((holder) => own(holder) && holder.seat === held.seat)) return
      release(kept, own)
      kept.seats = [...kept.seats, { ...held, person }]
    },
    async releaseSeat(negotiation, seat) {
      return release(kept, (holder) => holder.negotiation === negotiation && holder.seat === seat)
    },
  }
}

function invitations(kept: Kept): Invitations {
  const known = new Map<TokenHash, StoredInvitation>()
  return {
    async addInvitation(invitation) {
      if (known.has(invitation.hash)) throw new TypeError('There is an invitation with this hash')
      known.set(invitation.hash, { ...invitation, state: { is: 'open' } })
    },
    async invitation(hash) {
      return known.get(hash)
    },
    async redeemInvitation(hash, at, person) {
      const who = requirePerson(kept, person)
      const invitation = known.get(hash)
      const outcome = redemption(invitation, at)
      if (outcome !== 'redeemed') return { is: outcome }
      if (invitation === undefined) throw new TypeError('An unknown invitation opens nothing')
      known.set(hash, { ...invitation, state: { is: 'redeemed', at, person } })
      if (invitation.purpose === 'founder') {
        kept.people.set(person, { ...who, kind: 'founder' })
        return { is: outcome, released: [] }
      }
      const { negotiation, seat } = invitation
      const released = release(
        kept,
        (holder) => holder.negotiation === negotiation && (holder.seat === seat || holder.person === person),
      ).filter((holder) => holder.seat !== seat || holder.person !== person)
      kept.seats = [...kept.seats, { negotiation, seat, since: at, person }]
      return { is: outcome, released }
    },
    async revokeInvitation(hash, at) {
      const invitation = known.get(hash)
      if (invitation === undefined) return 'unknown'
      if (invitation.state.is === 'redeemed') return 'used'
      if (invitation.state.is === 'open') known.set(hash, { ...invitation, state: { is: 'revoked', at } })
      return 'revoked'
    },
    async invitations(negotiation) {
      return [...known.values()].filter((invitation) => invitation.negotiation === negotiation)
    },
    async forgetInvitations(overBy) {
      const gone = [...known.values()].filter(({ state, expires }) => over(state.is === 'open' ? expires : state.at, overBy))
      for (const { hash } of gone) known.delete(hash)
      return gone.length
    },
  }
}

function credentials(kept: Kept): Credentials {
  const passkeys = new Map<string, Passkey>()
  const identities = new Map<string, Identity>()
  const attempts = new Map<TokenHash, Attempt>()
  const nameOf = (issuer: string, subject: string) => JSON.stringify([issuer, subject])
  const own = (person: PersonId, id: string) => {
    const passkey = passkeys.get(id)
    return passkey?.person === person ? passkey : undefined
  }
  return {
    async addPasskey(passkey) {
      requirePerson(kept, passkey.person)
      if (passkeys.has(passkey.passkey)) throw new TypeError('There is a passkey of this id')
      passkeys.set(passkey.passkey, passkey)
    },
    async passkey(id) {
      return passkeys.get(id)
    },
    async passkeysOf(person) {
      return [...passkeys.values()].filter((passkey) => passkey.person === person)
    },
    async usePasskey(id, counter, at) {
      const passkey = passkeys.get(id)
      if (passkey !== undefined) passkeys.set(id, { ...passkey, counter, lastUsed: at })
    },
    async renamePasskey(person, id, name) {
      const passkey = own(person, id)
      if (passkey !== undefined) passkeys.set(id, { ...passkey, name })
      return passkey !== undefined
    },
    async removePasskey(person, id) {
      return own(person, id) !== undefined && passkeys.delete(id)
    },
    async linkIdentity(identity) {
      requirePerson(kept, identity.person)
      const name = nameOf(identity.issuer, identity.subject)
      const before = identities.get(name)
      if (before !== undefined && before.person !== identity.person) return false
      identities.set(name, before === undefined ? identity : { ...before, email: identity.email })
      return true
    },
    async identity(issuer, subject) {
      return identities.get(nameOf(issuer, subject))
    },
    async identitiesOf(person) {
      return [...identities.values()].filter((identity) => identity.person === person)
    },
    async unlinkIdentity(person, issuer, subject) {
      const name = nameOf(issuer, subject)
      return identities.get(name)?.person === person && identities.delete(name)
    },
    async keepAttempt(attempt, at) {
      for (const [hash, { expires }] of attempts) if (over(expires, at)) attempts.delete(hash)
      if (attempts.has(attempt.hash)) throw new TypeError('There is an attempt with this hash')
      attempts.set(attempt.hash, attempt)
    },
    async takeAttempt(hash, at) {
      const attempt = attempts.get(hash)
      attempts.delete(hash)
      return attempt === undefined || over(attempt.expires, at) ? undefined : attempt.payload
    },
  }
}
