/** The contract of signing in: an invitation opens once, and nothing opens after its time. */
import { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import { describe, expect, test } from 'vitest'
import { over, sessionKinds, type Invitation, type Session } from '../sign-in.ts'
import { kes, minute, orl, tokenHash } from '../testing.ts'
import { emptyStore, type OpenStore } from './opening.ts'

const talks = NegotiationId.parse('talks')
const invitation: Invitation = {
  hash: tokenHash('a'),
  createdAt: minute(0),
  expires: minute(60),
  createdBy: 'server',
  purpose: 'seat',
  negotiation: talks,
  seat: kes,
}
const founder: Invitation = {
  hash: tokenHash('b'),
  createdAt: minute(0),
  expires: minute(60),
  createdBy: SeatId.parse('CHR-head'),
  purpose: 'founder',
}
const session: Session = { hash: tokenHash('1'), createdAt: minute(0), expires: minute(600), person: 'Ilka Marn', kind: 'invited' }
const second: Session = { ...session, hash: tokenHash('2'), person: 'Оксана' }

export function signInSuite(name: string, open: OpenStore): void {
  describe(`${name}: invitations`, () => {
    test('[sign-in-1] an invitation comes back as it was made, under its hash only', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addInvitation(invitation)
      await signIn.addInvitation(founder)
      expect(await signIn.invitation(invitation.hash)).toEqual({ ...invitation, state: { is: 'open' } })
      expect(await signIn.invitation(founder.hash)).toEqual({ ...founder, state: { is: 'open' } })
      expect(await signIn.invitation(tokenHash('c'))).toBeUndefined()
      expect(await signIn.invitations(talks)).toEqual([{ ...invitation, state: { is: 'open' } }])
      expect(await signIn.invitations(NegotiationId.parse('other'))).toEqual([])
    })

    test('[sign-in-1] a hash is given once', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addInvitation(invitation)
      await expect(signIn.addInvitation({ ...invitation, expires: minute(999) })).rejects.toBeInstanceOf(TypeError)
      expect(await signIn.invitation(invitation.hash)).toMatchObject({ expires: invitation.expires })
    })

    test('[sign-in-2] it opens once, for one session, which takes the seat with it', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addInvitation(invitation)
      for (const one of [session, second]) await signIn.addSession(one)
      const outcomes = await Promise.all([session, second].map(({ hash }) => signIn.redeemInvitation(invitation.hash, minute(1), hash)))
      expect(outcomes).toEqual(['redeemed', 'used'])
      expect(await signIn.redeemInvitation(invitation.hash, minute(2), session.hash)).toBe('used')
      expect(await signIn.invitation(invitation.hash)).toMatchObject({ state: { is: 'redeemed', at: minute(1), session: session.hash } })
      expect(await signIn.seatsOf(session.hash, minute(2))).toEqual([{ negotiation: talks, seat: kes }])
      expect(await signIn.seatsOf(second.hash, minute(2))).toEqual([])
    })

    test('[sign-in-2] a founder takes no seat by it', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addInvitation(founder)
      await signIn.addSession(session)
      expect(await signIn.redeemInvitation(founder.hash, minute(1), session.hash)).toBe('redeemed')
      expect(await signIn.seatsOf(session.hash, minute(1))).toEqual([])
    })

    test('[sign-in-2] without a session it stays open', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addInvitation(invitation)
      await expect(signIn.redeemInvitation(invitation.hash, minute(1), session.hash)).rejects.toBeInstanceOf(TypeError)
      expect(await signIn.invitation(invitation.hash)).toMatchObject({ state: { is: 'open' } })
    })

    test('[sign-in-3] it opens nothing from the moment it expires, revoked, or unknown', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addInvitation(invitation)
      await signIn.addSession(session)
      expect(await signIn.redeemInvitation(invitation.hash, invitation.expires, session.hash)).toBe('expired')
      expect(await signIn.revokeInvitation(invitation.hash, minute(5))).toBe('revoked')
      expect(await signIn.revokeInvitation(invitation.hash, minute(6))).toBe('revoked')
      expect(await signIn.invitation(invitation.hash)).toMatchObject({ state: { is: 'revoked', at: minute(5) } })
      expect(await signIn.redeemInvitation(invitation.hash, minute(1), session.hash)).toBe('revoked')
      expect(await signIn.redeemInvitation(tokenHash('c'), minute(1), session.hash)).toBe('unknown')
      expect(await signIn.seatsOf(session.hash, minute(6))).toEqual([])
    })

    test('[sign-in-3] revoking one that was used takes nothing back', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addInvitation(invitation)
      await signIn.addSession(session)
      await signIn.redeemInvitation(invitation.hash, minute(1), session.hash)
      expect(await signIn.revokeInvitation(invitation.hash, minute(2))).toBe('used')
      expect(await signIn.revokeInvitation(tokenHash('c'), minute(2))).toBe('unknown')
      expect(await signIn.invitation(invitation.hash)).toMatchObject({ state: { is: 'redeemed' } })
    })
  })

  describe(`${name}: sessions`, () => {
    test('[sign-in-4] a session lasts until it expires or is ended', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addSession(session)
      expect(await signIn.session(session.hash, minute(1))).toEqual(session)
      expect(await signIn.session(session.hash, session.expires)).toBeUndefined()
      await expect(signIn.addSession(session)).rejects.toBeInstanceOf(TypeError)
      await signIn.endSession(session.hash)
      await signIn.endSession(session.hash)
      expect(await signIn.session(session.hash, minute(1))).toBeUndefined()
    })

    test.each(sessionKinds)('a session says what it was opened for: %s', async (kind) => {
      const { signIn } = await emptyStore(open)
      await signIn.addSession({ ...session, kind })
      expect(await signIn.session(session.hash, minute(1))).toEqual({ ...session, kind })
    })

    test('[sign-in-4] it holds the seats it took, in order, each once, as long as it lasts', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addSession(session)
      for (const seat of [orl, kes, orl]) await signIn.takeSeat(session.hash, talks, seat)
      const seats = [orl, kes].map((seat) => ({ negotiation: talks, seat }))
      expect(await signIn.seatsOf(session.hash, minute(1))).toEqual(seats)
      expect(await signIn.seatsOf(session.hash, session.expires)).toEqual([])
      await signIn.endSession(session.hash)
      expect(await signIn.seatsOf(session.hash, minute(1))).toEqual([])
      await expect(signIn.takeSeat(session.hash, talks, kes)).rejects.toBeInstanceOf(TypeError)
    })

    test('[sign-in-4] a session that is opened again under its old hash has no seats', async () => {
      const { signIn } = await emptyStore(open)
      await signIn.addSession(session)
      await signIn.takeSeat(session.hash, talks, kes)
      await signIn.endSession(session.hash)
      await signIn.addSession(session)
      expect(await signIn.seatsOf(session.hash, minute(1))).toEqual([])
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
