/** Invitations: one link for one seat. The links are the only place where the tokens ever stand. */
import type { NegotiationId, SeatId, Timestamp } from '@entente/agreement'
import { hashToken, type Identity, type Store } from '@entente/store'
import { z } from 'zod'
import type { Settings } from '../settings.ts'
import { daysLater } from './session.ts'
import { newToken } from './token.ts'

/** How long an invitation can be used unless its maker says otherwise, in days. */
export const INVITATION_DAYS = 14

/** The longest an invitation may be left open, in days. */
export const MAX_INVITATION_DAYS = 90

/** What of the server inviting needs; the command line has it too. */
type Inviting = {
  readonly store: Pick<Store, 'signIn'>
  readonly timestamp: () => Timestamp
  readonly settings: Pick<Settings, 'basePath'>
}

/** How long a link for somebody who opens negotiations can be used, in days. */
export const FOUNDER_DAYS = 7

export type Link = { readonly url: string; readonly expires: string }

/** Makes the one open link of a seat: those that were made before open nothing from now on. */
export async function inviteTo(
  host: Inviting,
  { negotiation, seat }: { readonly negotiation: NegotiationId; readonly seat: SeatId },
  {
    by,
    origin,
    days = INVITATION_DAYS,
    expects,
  }: { by: SeatId | 'server'; origin: string; days?: number | undefined; expects?: string | undefined },
): Promise<Link> {
  const token = newToken()
  const createdAt = host.timestamp()
  const expires = daysLater(createdAt, days)
  await revokeOpen(host, negotiation, seat)
  await host.store.signIn.addInvitation({
    hash: hashToken(token),
    createdAt,
    expires,
    createdBy: by,
    purpose: 'seat',
    negotiation,
    seat,
    ...(expects !== undefined && { expects }),
  })
  return { url: joinLink(origin, host.settings.basePath, token), expires }
}

/** Makes a link for somebody who opens negotiations. */
export async function inviteFounder({ store, timestamp, settings }: Inviting, origin: string): Promise<Link> {
  const token = newToken()
  const createdAt = timestamp()
  const expires = daysLater(createdAt, FOUNDER_DAYS)
  await store.signIn.addInvitation({ hash: hashToken(token), createdAt, expires, createdBy: 'server', purpose: 'founder' })
  return { url: joinLink(origin, settings.basePath, token), expires }
}

/** An e-mail address, or a domain as `@mfa.example`, in lower case. */
export const Expected = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[^\s@]*@[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'an address, or a domain such as @mfa.example')
  .max(254)

/** Whether one of the addresses that providers vouch for is the one an invitation is for. */
export function isExpected(expects: string, identities: readonly Pick<Identity, 'email'>[]): boolean {
  return identities.some(({ email }) => email !== undefined && (expects.startsWith('@') ? email.endsWith(expects) : email === expects))
}

/** Makes every open link of a seat open nothing. */
export async function revokeOpen({ store, timestamp }: Pick<Inviting, 'store' | 'timestamp'>, negotiation: NegotiationId, seat: SeatId) {
  for (const invitation of await store.signIn.invitations(negotiation))
    if (invitation.seat === seat && invitation.state.is === 'open') await store.signIn.revokeInvitation(invitation.hash, timestamp())
}

/** The token stands in the fragment, which browsers send to nobody. */
function joinLink(origin: string, basePath: string, token: string): string {
  return `${origin}${basePath}/join#${token}`
}
