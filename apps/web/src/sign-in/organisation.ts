/** Signing in through an organisation: the page is left and comes back. An invitation in hand is kept in this tab meanwhile. */
import { server } from '../api/server.ts'
import { faultWords } from '../refusal/explain-fault.ts'

const INVITATION = 'entente-invitation'

export type Back = '/' | '/join' | '/account'

/** Leaves for the provider. Answers only when that is not possible, with why. */
export async function goToOrganisation(provider: string, to: 'sign-in' | 'link', back: Back): Promise<string> {
  const outcome = await server.goToProvider(provider, to, back)
  if (outcome.ok) {
    location.assign(outcome.value.url)
    return ''
  }
  return faultWords(outcome.fault)
}

/** Why somebody came back as they went, if they did: from the address, which then forgets it. */
export function whyTurnedBack(): string | undefined {
  const code = new URLSearchParams(location.search).get('refused')
  if (code === null) return undefined
  history.replaceState(history.state, '', location.pathname + location.hash)
  return faultWords({ kind: 'refused', status: 403, code: code.slice(0, 64), detail: undefined })
}

/** Keeps the secret of an invitation for when this tab comes back; it never stands in an address on the way. */
export function keepInvitation(token: string): void {
  sessionStorage.setItem(INVITATION, token)
}

/** The secret that was kept, once. */
export function keptInvitation(): string | undefined {
  const token = sessionStorage.getItem(INVITATION) ?? undefined
  sessionStorage.removeItem(INVITATION)
  return token
}
