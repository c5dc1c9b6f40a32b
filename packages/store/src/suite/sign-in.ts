/** The contract of signing in: an invitation opens once, a seat has one holder, and nothing opens after its time. */
import { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import { describe, expect, test } from 'vitest'
import { over, personKinds, type Invitation, type Passkey, type Session } from '../sign-in.ts'
import { kes, minute, orl, person, tokenHash } from '../testing.ts'
import { emptyStore, type OpenStore } from './opening.ts'

const talks = NegotiationId.parse('talks')
const invitation = {
  hash: tokenHash('a'),
  createdAt: minute(0),
  expires: minute(60),
  createdBy: 'server',
  purpose: 'seat',
  negotiation: talks,
  seat: kes,
} satisfies Invitation
const founder: Invitation = {
  hash: tokenHash('b'),
  createdAt: minute(0),
  expires: minute(60),
  createdBy: SeatId.parse('CHR-head'),
  purpose: 'founder',
}
const ilka = person('ilka')
const oksana = person('oksana', 'Оксана')
const session: Session = {
  hash: tokenHash('1'),
  person: ilka.person,
  createdAt: minute(0),
  expires: minute(600),
  lastUsed: minute(0),
  device: 'Firefox on Linux',
}
const held = (seat: SeatId, since: number) => ({ negotiation: talks, seat, since: minute(since) })

export function signInSuite(name: string, open: OpenStore): void {
  /** A store that knows two people. */
  const peopledStore = async () => {
    const store = await emptyStore(open)
    for (const one of [ilka, oksana]) await store.signIn.addPerson(one)
    return store
  }

  describe(`${name}: feeds`, () => {
    test('[sign-in-10] a person has one calendar feed of a negotiation; a new one takes its place, and removed it is gone', async () => {
      const { signIn } = await peopledStore()
      const feed = { hash: tokenHash('f'), person: ilka.person, negotiation: talks, createdAt: minute(1) }
      await signIn.setFeed(feed)
      expect([await signIn.feed(feed.hash), await signIn.feedOf(ilka.person, talks)]).toEqual([feed, feed])
      const next = { ...feed, hash: tokenHash('e'), createdAt: minute(2) }
      await signIn.setFeed(next)
      expect([await signIn.feed(feed.hash), await signIn.feed(next.hash)]).toEqual([undefined, next])
      expect(await signIn.feedOf(oksana.person, talks)).toBeUndefined()
      expect([await signIn.removeFeed(ilka.person, talks), await signIn.removeFeed(ilka.person, talks)]).toEqual([true, false])
      expect(await signIn.feed(next.hash)).toBeUndefined()
      await expect(signIn.setFeed({ ...feed, person: person('nobody').person })).rejects.toBeInstanceOf(TypeError)
    })
  })

  describe(`${name}: invitations`, () => {
    test('[sign-in-1] an invitation comes back as it was made, under its hash only', async () => {
      const { signIn } = await emptyStore(open)
      const expecting: Invitation = { ...invitation, hash: tokenHash('d'), expects: '@mfa.example' }
      for (const one of [invitation, founder, expecting]) await signIn.addInvitation(one)
      expect(await signIn.invitation(invitation.hash)).toEqual({ ...invitation, state: { is: 'open' } })
      expect(await signIn.invitation(founder.hash)).toEqual({ ...founder, state: { is: 'open' } })
      expect(await signIn.invitation(tokenHash('c'))).toBeUndefined()
      expect(await signIn.invitations(talks)).toEqual([invitation, expecting].map((one) => ({ ...one, state: { is: 'open' } })))
      expect(await signIn.invitations(NegotiationId.parse('other'))).toEqual([])
    })

    test('[sign-in-1] a hash is given once', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addInvitation(invitation)
      await expect(signIn.addInvitation({ ...invitation, expires: minute(999) })).rejects.toBeInstanceOf(TypeError)
      expect(await signIn.invitation(invitation.hash)).toMatchObject({ expires: invitation.expires })
    })

    test('[sign-in-9] those that are over are forgotten, and the seats they gave stay taken', async () => {
      const { signIn } = await peopledStore()
      const made = (name: string, expires: number) => ({ ...invitation, hash: tokenHash(name), expires: minute(expires) })
      const [used, revoked, expired, open] = [made('1', 900), made('2', 900), made('3', 20), made('4', 900)]
      for (const one of [used, revoked, expired, open]) await signIn.addInvitation(one)
      await signIn.redeemInvitation(used.hash, minute(10), ilka.person)
      await signIn.revokeInvitation(revoked.hash, minute(15))
      expect(await signIn.forgetInvitations(minute(9))).toBe(0)
      expect(await signIn.forgetInvitations(minute(15))).toBe(2)
      expect((await signIn.invitations(talks)).map(({ hash }) => hash)).toEqual([expired.hash, open.hash])
      expect(await signIn.forgetInvitations(minute(100))).toBe(1)
      expect(await signIn.redeemInvitation(used.hash, minute(100), oksana.person)).toEqual({ is: 'unknown' })
      expect(await signIn.seatsOf(ilka.person)).toEqual([held(kes, 10)])
    })

    test('[sign-in-9] sessions that are over are forgotten, and people of the demonstration with them', async () => {
      const { signIn } = await peopledStore()
      const guest = { ...person('guest'), kind: 'demo' } as const
      await signIn.addPerson(guest)
      await signIn.addSession(session)
      await signIn.addSession({ ...session, hash: tokenHash('2'), person: guest.person, expires: minute(30) })
      for (const one of [ilka, guest]) await signIn.takeSeat(one.person, held(kes, 1))
      expect(await signIn.forgetSessions(minute(29))).toBe(0)
      expect(await signIn.person(guest.person)).toEqual(guest)
      expect(await signIn.forgetSessions(minute(30))).toBe(1)
      expect(await signIn.person(guest.person)).toBeUndefined()
      expect((await signIn.holdersAt(talks)).map((holder) => holder.person)).toEqual([ilka.person])
      expect(await signIn.forgetSessions(minute(999))).toBe(1)
      expect([await signIn.person(ilka.person), await signIn.seatsOf(ilka.person)]).toEqual([ilka, [held(kes, 1)]])
    })

    test('[sign-in-2] it opens once, for one person, who takes the seat with it', async () => {
      const { signIn } = await peopledStore()
      await signIn.addInvitation(invitation)
      const outcomes = await Promise.all([ilka, oksana].map(({ person: one }) => signIn.redeemInvitation(invitation.hash, minute(1), one)))
      expect(outcomes).toEqual([{ is: 'redeemed', released: [] }, { is: 'used' }])
      expect(await signIn.redeemInvitation(invitation.hash, minute(2), ilka.person)).toEqual({ is: 'used' })
      expect(await signIn.invitation(invitation.hash)).toMatchObject({ state: { is: 'redeemed', at: minute(1), person: ilka.person } })
      expect(await signIn.seatsOf(ilka.person)).toEqual([held(kes, 1)])
      expect(await signIn.seatsOf(oksana.person)).toEqual([])
    })

    test('[sign-in-2] a founder takes no seat by it, and may open negotiations from then on', async () => {
      const { signIn } = await peopledStore()
      await signIn.addInvitation(founder)
      expect(await signIn.redeemInvitation(founder.hash, minute(1), ilka.person)).toEqual({ is: 'redeemed', released: [] })
      expect(await signIn.seatsOf(ilka.person)).toEqual([])
      expect(await signIn.person(ilka.person)).toEqual({ ...ilka, kind: 'founder' })
    })

    test('[sign-in-2] without a person it stays open', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addInvitation(invitation)
      await expect(signIn.redeemInvitation(invitation.hash, minute(1), ilka.person)).rejects.toBeInstanceOf(TypeError)
      expect(await signIn.invitation(invitation.hash)).toMatchObject({ state: { is: 'open' } })
    })

    test('[sign-in-3] it opens nothing from the moment it expires, revoked, or unknown', async () => {
      const { signIn } = await peopledStore()
      await signIn.addInvitation(invitation)
      expect(await signIn.redeemInvitation(invitation.hash, invitation.expires, ilka.person)).toEqual({ is: 'expired' })
      expect(await signIn.revokeInvitation(invitation.hash, minute(5))).toBe('revoked')
      expect(await signIn.revokeInvitation(invitation.hash, minute(6))).toBe('revoked')
      expect(await signIn.invitation(invitation.hash)).toMatchObject({ state: { is: 'revoked', at: minute(5) } })
      expect(await signIn.redeemInvitation(invitation.hash, minute(1), ilka.person)).toEqual({ is: 'revoked' })
      expect(await signIn.redeemInvitation(tokenHash('c'), minute(1), ilka.person)).toEqual({ is: 'unknown' })
      expect(await signIn.seatsOf(ilka.person)).toEqual([])
    })

    test('[sign-in-3] revoking one that was used takes nothing back', async () => {
      const { signIn } = await peopledStore()
      await signIn.addInvitation(invitation)
      await signIn.redeemInvitation(invitation.hash, minute(1), ilka.person)
      expect(await signIn.revokeInvitation(invitation.hash, minute(2))).toBe('used')
      expect(await signIn.revokeInvitation(tokenHash('c'), minute(2))).toBe('unknown')
      expect(await signIn.invitation(invitation.hash)).toMatchObject({ state: { is: 'redeemed' } })
    })

    test('[sign-in-5] whoever takes a seat by invitation is its only holder, and gives up another seat at the same negotiation', async () => {
      const { signIn } = await peopledStore()
      await signIn.takeSeat(ilka.person, held(kes, 1))
      await signIn.takeSeat(oksana.person, held(orl, 2))
      await signIn.addInvitation(invitation)
      const outcome = await signIn.redeemInvitation(invitation.hash, minute(3), oksana.person)
      expect(outcome).toEqual({
        is: 'redeemed',
        released: [
          { ...held(kes, 1), person: ilka.person },
          { ...held(orl, 2), person: oksana.person },
        ],
      })
      expect(await signIn.holdersAt(talks)).toEqual([{ ...held(kes, 3), person: oksana.person }])
      const again: Invitation = { ...invitation, hash: tokenHash('c') }
      await signIn.addInvitation(again)
      expect(await signIn.redeemInvitation(again.hash, minute(4), oksana.person)).toEqual({ is: 'redeemed', released: [] })
      expect(await signIn.holdersAt(talks)).toEqual([{ ...held(kes, 4), person: oksana.person }])
    })
  })

  describe(`${name}: people and sessions`, () => {
    test.each(personKinds)('a person comes back as they are kept: %s', async (kind) => {
      const { signIn } = await emptyStore(open)
      await signIn.addPerson({ ...ilka, kind })
      expect(await signIn.person(ilka.person)).toEqual({ ...ilka, kind })
      expect(await signIn.person(oksana.person)).toBeUndefined()
      await expect(signIn.addPerson(ilka)).rejects.toBeInstanceOf(TypeError)
    })

    test('[sign-in-4] a session lasts until it expires or is ended', async () => {
      const { signIn } = await peopledStore()
      await signIn.addSession(session)
      expect(await signIn.signedIn(session.hash, minute(1))).toMatchObject({ session })
      expect(await signIn.signedIn(session.hash, session.expires)).toBeUndefined()
      await expect(signIn.addSession(session)).rejects.toBeInstanceOf(TypeError)
      await signIn.useSession(session.hash, minute(7))
      expect(await signIn.signedIn(session.hash, minute(8))).toMatchObject({ session: { ...session, lastUsed: minute(7) } })
      await signIn.endSession(session.hash)
      await signIn.endSession(session.hash)
      expect(await signIn.signedIn(session.hash, minute(1))).toBeUndefined()
      await expect(signIn.addSession({ ...session, person: person('nobody').person })).rejects.toBeInstanceOf(TypeError)
    })

    test('[sign-in-4] a session stands for its person, and for the seats they hold at this moment', async () => {
      const { signIn } = await peopledStore()
      const elsewhere = { ...held(orl, 2), negotiation: NegotiationId.parse('elsewhere') }
      await signIn.addSession(session)
      await signIn.takeSeat(oksana.person, held(orl, 1))
      expect(await signIn.signedIn(session.hash, minute(1))).toEqual({ session, person: ilka, seats: [] })
      await signIn.takeSeat(ilka.person, held(kes, 1))
      await signIn.takeSeat(ilka.person, elsewhere)
      expect(await signIn.signedIn(session.hash, minute(1))).toEqual({ session, person: ilka, seats: [held(kes, 1), elsewhere] })
      await signIn.releaseSeat(talks, kes)
      expect(await signIn.signedIn(session.hash, minute(1))).toEqual({ session, person: ilka, seats: [elsewhere] })
      expect(await signIn.signedIn(tokenHash('2'), minute(1))).toBeUndefined()
    })

    test('[sign-in-6] a person sees their own sessions, those that are not over', async () => {
      const { signIn } = await peopledStore()
      const later: Session = { ...session, hash: tokenHash('2'), createdAt: minute(3), expires: minute(10) }
      for (const one of [later, session, { ...session, hash: tokenHash('3'), person: oksana.person }]) await signIn.addSession(one)
      expect(await signIn.sessionsOf(ilka.person, minute(5))).toEqual([session, later])
      expect(await signIn.sessionsOf(ilka.person, minute(10))).toEqual([session])
    })

    test('[sign-in-5] a seat belongs to the person: it outlasts the session, until it is released', async () => {
      const { signIn } = await peopledStore()
      await signIn.addSession(session)
      await signIn.takeSeat(ilka.person, held(kes, 1))
      await signIn.takeSeat(ilka.person, held(kes, 2))
      await signIn.endSession(session.hash)
      expect(await signIn.seatsOf(ilka.person)).toEqual([held(kes, 1)])
      await signIn.takeSeat(ilka.person, held(orl, 3))
      expect(await signIn.seatsOf(ilka.person)).toEqual([held(orl, 3)])
      expect(await signIn.releaseSeat(talks, orl)).toEqual([{ ...held(orl, 3), person: ilka.person }])
      expect(await signIn.releaseSeat(talks, orl)).toEqual([])
      expect(await signIn.seatsOf(ilka.person)).toEqual([])
      await expect(signIn.takeSeat(person('nobody').person, held(kes, 1))).rejects.toBeInstanceOf(TypeError)
    })

    test('[sign-in-5] somebody in the demonstration is gone with their last session', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addPerson({ ...ilka, kind: 'demo' })
      for (const hash of [session.hash, tokenHash('2')]) await signIn.addSession({ ...session, hash })
      await signIn.takeSeat(ilka.person, held(kes, 1))
      await signIn.endSession(session.hash)
      expect(await signIn.holdersAt(talks)).toHaveLength(1)
      await signIn.endSession(tokenHash('2'))
      expect([await signIn.person(ilka.person), await signIn.holdersAt(talks)]).toEqual([undefined, []])
    })
  })

  describe(`${name}: credentials`, () => {
    const passkey: Passkey = {
      passkey: 'AQIDBA',
      person: ilka.person,
      name: 'Office laptop',
      publicKey: Uint8Array.of(1, 2, 250),
      counter: 0,
      createdAt: minute(1),
      lastUsed: undefined,
    }

    test('[sign-in-7] a passkey is one person’s, and only they rename or remove it', async () => {
      const { signIn } = await peopledStore()
      await signIn.addPasskey(passkey)
      await expect(signIn.addPasskey({ ...passkey, person: oksana.person })).rejects.toBeInstanceOf(TypeError)
      expect(await signIn.passkey(passkey.passkey)).toEqual(passkey)
      expect(await signIn.renamePasskey(oksana.person, passkey.passkey, 'Mine')).toBe(false)
      expect(await signIn.removePasskey(oksana.person, passkey.passkey)).toBe(false)
      expect(await signIn.renamePasskey(ilka.person, passkey.passkey, 'Phone')).toBe(true)
      await signIn.usePasskey(passkey.passkey, 4, minute(9))
      expect(await signIn.passkeysOf(ilka.person)).toEqual([{ ...passkey, name: 'Phone', counter: 4, lastUsed: minute(9) }])
      expect(await signIn.removePasskey(ilka.person, passkey.passkey)).toBe(true)
      expect([await signIn.passkey(passkey.passkey), await signIn.passkeysOf(ilka.person)]).toEqual([undefined, []])
    })

    test('[sign-in-7] an identity at a provider is one person’s', async () => {
      const { signIn } = await peopledStore()
      const identity = {
        issuer: 'https://id.example',
        subject: '42',
        person: ilka.person,
        email: 'ilka@mfa.example',
        linkedAt: minute(1),
      }
      expect(await signIn.linkIdentity(identity)).toBe(true)
      expect(await signIn.linkIdentity({ ...identity, person: oksana.person })).toBe(false)
      expect(await signIn.linkIdentity({ ...identity, email: undefined, linkedAt: minute(5) })).toBe(true)
      expect(await signIn.identity('https://id.example', '42')).toEqual({ ...identity, email: undefined })
      expect(await signIn.identity('https://other.example', '42')).toBeUndefined()
      expect(await signIn.identitiesOf(ilka.person)).toHaveLength(1)
      expect(await signIn.unlinkIdentity(oksana.person, 'https://id.example', '42')).toBe(false)
      expect(await signIn.unlinkIdentity(ilka.person, 'https://id.example', '42')).toBe(true)
      expect(await signIn.identitiesOf(ilka.person)).toEqual([])
    })

    test('[sign-in-8] what was begun is finished once, and in time', async () => {
      const { signIn } = await emptyStore(open)
      const attempt = { hash: tokenHash('a'), expires: minute(5), payload: '{"state":"x"}' }
      await signIn.keepAttempt(attempt, minute(0))
      await expect(signIn.keepAttempt(attempt, minute(0))).rejects.toBeInstanceOf(TypeError)
      expect(await signIn.takeAttempt(attempt.hash, minute(1))).toBe(attempt.payload)
      expect(await signIn.takeAttempt(attempt.hash, minute(1))).toBeUndefined()
      await signIn.keepAttempt(attempt, minute(2))
      expect(await signIn.takeAttempt(attempt.hash, minute(5))).toBeUndefined()
      await signIn.keepAttempt(attempt, minute(2))
      await signIn.keepAttempt({ ...attempt, hash: tokenHash('b'), expires: minute(9) }, minute(6))
      expect(await signIn.takeAttempt(attempt.hash, minute(1))).toBeUndefined()
    })
  })

  test('[sign-in-4] moments compare as moments, not as text', () => {
    const [rough, exact, later] = ['2026-11-09T09:00:00Z', '2026-11-09T09:00:00.000Z', '2026-11-09T09:00:00.001Z'].map((text) =>
      Timestamp.parse(text),
    )
    if (rough === undefined || exact === undefined || later === undefined) throw new Error('Three moments were given')
    expect([over(rough, exact), over(exact, rough), over(later, rough), over(rough, later)]).toEqual([true, true, false, true])
  })
}
