/**
 * How a person comes to speak for a seat: invitations, people and their sessions, and other ways for the same person to sign in.
 *
 * A token is never kept, only its hash (see `token.ts`), so a stolen store lets nobody in. Nothing here knows what time it is: whoever
 * asks says when, and what has expired by then is as good as gone.
 */
import type { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import type { Attempt, Identity, Passkey } from './sign-in/credential.ts'
import type { Feed } from './sign-in/feed.ts'
import type { Invitation, Redemption, StoredInvitation } from './sign-in/invitation.ts'
import type { Holder, Person, PersonId, SeatHeld, Session, SignedIn } from './sign-in/person.ts'
import type { TokenHash } from './token.ts'

export * from './sign-in/credential.ts'
export * from './sign-in/feed.ts'
export * from './sign-in/invitation.ts'
export * from './sign-in/moment.ts'
export * from './sign-in/person.ts'

export interface Invitations {
  /** Throws a `TypeError` when the hash is taken. */
  addInvitation(invitation: Invitation): Promise<void>

  invitation(hash: TokenHash): Promise<StoredInvitation | undefined>

  /**
   * Opens an invitation, once and for one person. When it is for a seat the person takes that seat in the same transaction, so no
   * invitation is spent for nothing, and nobody else holds it any more; a seat the person held at that negotiation before is given up. One
   * for a founder makes the person one. Throws a `TypeError` when there is no such person.
   */
  redeemInvitation(hash: TokenHash, at: Timestamp, person: PersonId): Promise<Redemption>

  /** Makes an invitation open nothing. One that was used stays used: the seat it gave is not taken back. */
  revokeInvitation(hash: TokenHash, at: Timestamp): Promise<'revoked' | 'used' | 'unknown'>

  /** The invitations to seats of one negotiation, oldest first. */
  invitations(negotiation: NegotiationId): Promise<readonly StoredInvitation[]>

  /** Forgets the invitations that were used, revoked or had expired by then. Answers how many. The seats they gave stay taken. */
  forgetInvitations(overBy: Timestamp): Promise<number>
}

export interface People {
  /** Throws a `TypeError` when the id is taken. */
  addPerson(person: Person): Promise<void>

  person(person: PersonId): Promise<Person | undefined>

  /** Throws a `TypeError` when the hash is taken or there is no such person. */
  addSession(session: Session): Promise<void>

  /** Whom a session stands for, as it is at one moment; nobody when it is unknown, was ended, or is over by `at`. */
  signedIn(hash: TokenHash, at: Timestamp): Promise<SignedIn | undefined>

  /** The sessions of a person that are not over by `at`, oldest first. */
  sessionsOf(person: PersonId, at: Timestamp): Promise<readonly Session[]>

  /** Notes that a session was used. */
  useSession(hash: TokenHash, at: Timestamp): Promise<void>

  /** Forgets the session; with the last session of somebody in the demonstration, that person. The seats of others stay theirs. */
  endSession(hash: TokenHash): Promise<void>

  /** Forgets the sessions that were over by then, and who of the demonstration has none left. Answers how many sessions. */
  forgetSessions(overBy: Timestamp): Promise<number>

  /** The seats a person holds, one for each negotiation, in the order they were taken. */
  seatsOf(person: PersonId): Promise<readonly SeatHeld[]>

  /** Who holds the seats of a negotiation. */
  holdersAt(negotiation: NegotiationId): Promise<readonly Holder[]>

  /**
   * Lets a person speak for a seat, instead of another at the same negotiation; once more changes nothing. Throws a `TypeError` when there
   * is no such person. This does not look who else holds it: in the demonstration a seat has as many holders as tabs.
   */
  takeSeat(person: PersonId, held: SeatHeld): Promise<void>

  /** Nobody holds the seat any more. Answers who did. */
  releaseSeat(negotiation: NegotiationId, seat: SeatId): Promise<readonly Holder[]>
}

export interface Credentials {
  /** Throws a `TypeError` when there is a passkey of this id, or no such person. */
  addPasskey(passkey: Passkey): Promise<void>
  passkey(id: string): Promise<Passkey | undefined>
  /** Oldest first. */
  passkeysOf(person: PersonId): Promise<readonly Passkey[]>
  usePasskey(id: string, counter: number, at: Timestamp): Promise<void>
  /** Answers whether the person had it. */
  renamePasskey(person: PersonId, id: string, name: string): Promise<boolean>
  /** Answers whether the person had it. */
  removePasskey(person: PersonId, id: string): Promise<boolean>

  /** Links an identity to a person, or notes a new e-mail address of theirs. Answers false, and changes nothing, when it is somebody else's. */
  linkIdentity(identity: Identity): Promise<boolean>
  identity(issuer: string, subject: string): Promise<Identity | undefined>
  /** Oldest first. */
  identitiesOf(person: PersonId): Promise<readonly Identity[]>
  /** Answers whether the person had it. */
  unlinkIdentity(person: PersonId, issuer: string, subject: string): Promise<boolean>

  /** Throws a `TypeError` when the hash is taken. Forgets those that are over by `at`. */
  keepAttempt(attempt: Attempt, at: Timestamp): Promise<void>
  /** What was remembered, once; nothing when it is unknown, was taken or is over. */
  takeAttempt(hash: TokenHash, at: Timestamp): Promise<string | undefined>
}

export interface Feeds {
  /** Gives a person a calendar feed of a negotiation, in the place of the one they had. Throws a `TypeError` when there is no such person. */
  setFeed(feed: Feed): Promise<void>
  feed(hash: TokenHash): Promise<Feed | undefined>
  feedOf(person: PersonId, negotiation: NegotiationId): Promise<Feed | undefined>
  /** Answers whether the person had one. */
  removeFeed(person: PersonId, negotiation: NegotiationId): Promise<boolean>
}

export interface SignIn extends Invitations, People, Credentials, Feeds {}
