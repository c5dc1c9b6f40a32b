/** Forgets, every so often, what nobody can sign in with any more. */
import { Timestamp } from '@entente/agreement'
import { StoreFault, type SignIn } from '@entente/store'
import type { Log } from '../log.ts'

const DAY = 86_400_000
/** How often, in milliseconds. */
const EVERY = DAY / 4
/** How long a session that is over is kept, in milliseconds: long enough to see in a backup of yesterday who was signed in. */
export const SESSION_KEPT = 7 * DAY
/** How long an invitation that is used, revoked or expired is kept: by then whoever sent it knows what became of it. */
export const INVITATION_KEPT = 90 * DAY

/** Once now and then again and again, until the answer is called. `now` is in milliseconds since 1970. */
export function keepTidy(signIn: Pick<SignIn, 'forgetSessions' | 'forgetInvitations'>, now: () => number, log: Log): () => void {
  const tidy = async () => {
    try {
      const before = (kept: number) => Timestamp.parse(new Date(now() - kept).toISOString())
      const sessions = await signIn.forgetSessions(before(SESSION_KEPT))
      const invitations = await signIn.forgetInvitations(before(INVITATION_KEPT))
      if (sessions + invitations > 0) log({ event: 'tidied', sessions, invitations })
    } catch (error) {
      // A full disk takes no deletions either. The next time will do.
      if (!(error instanceof StoreFault)) throw error
      log({ event: 'not-tidied', fault: error.reason })
    }
  }
  void tidy()
  const timer = setInterval(() => void tidy(), EVERY)
  timer.unref()
  return () => clearInterval(timer)
}
