/**
 * Who this tab speaks for.
 *
 * Normally that is the browser's session cookie, which scripts cannot see. A demonstration seat lives in the tab instead
 * (`sessionStorage`), one token per negotiation, so that two windows of one browser can be two delegations.
 *
 * A browser copies `sessionStorage` into a tab that a script or a link opens with an opener. Two tabs would then be one person without
 * knowing it, so links that open a seat use `rel="noopener"`, and the wish for a seat travels in the fragment of the address.
 */
import type { NegotiationId, SeatId } from '@entente/agreement'

const PREFIX = 'entente-seat:'
const key = (negotiation: NegotiationId) => `${PREFIX}${negotiation}`

/** The token of this tab's demonstration seat; undefined where the cookie speaks. */
export function tokenFor(negotiation: NegotiationId): string | undefined {
  return sessionStorage.getItem(key(negotiation)) ?? undefined
}

/** Keeps the token of a demonstration seat for as long as the tab is open. */
export function keepToken(negotiation: NegotiationId, token: string): void {
  sessionStorage.setItem(key(negotiation), token)
}

/** Forgets every demonstration seat of this tab, and answers their tokens so that they can be ended. */
export function forgetTokens(): readonly string[] {
  const kept = Object.entries(sessionStorage).filter(([name]) => name.startsWith(PREFIX))
  for (const [name] of kept) sessionStorage.removeItem(name)
  return kept.map(([, token]) => String(token))
}

/** The address, within the app, that opens a negotiation as a demonstration seat. */
export function openAs(negotiation: NegotiationId, seat: SeatId): `/${string}` {
  return `/n/${negotiation}#as=${encodeURIComponent(seat)}`
}

/** The seat that an address asks for. */
export function seatAsked(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('as') ?? undefined
}
