/** Ends the session of this browser and the demonstration seats of this tab. */
import { pageUrl } from '../app/base.ts'
import type { Outcome } from '../api/request.ts'
import { server } from '../api/server.ts'
import { forgetTokens } from './identity.ts'

/** Leaves for the start page when the server has ended the browser's session. */
export async function signOut(): Promise<Outcome<Response>> {
  await Promise.all(forgetTokens().map((token) => server.signOut(token)))
  const outcome = await server.signOut()
  if (outcome.ok) location.assign(pageUrl('/'))
  return outcome
}
