/** Ends the session of this browser and the demonstration seats of this tab, and throws away what the browser keeps. */
import { pageUrl } from '../app/base.ts'
import type { Outcome } from '../api/request.ts'
import { server } from '../api/server.ts'
import { wipeDevice } from '../room/device.ts'
import { forgetTokens } from './identity.ts'

/** Leaves for the start page when the server has ended the browser's session. */
export async function signOut(): Promise<Outcome<Response>> {
  await Promise.all(forgetTokens().map((token) => server.signOut(token)))
  const outcome = await server.signOut()
  if (outcome.ok) {
    await wipeDevice()
    location.assign(pageUrl('/'))
  }
  return outcome
}
