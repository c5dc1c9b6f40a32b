/** Who plays in a rehearsal: the delegations of every negotiation of the demonstration, each person with a session of its own. */
import { NegotiationId, SeatId } from '@entente/agreement'
import { z } from 'zod'
import type { Part } from './player.ts'

const Demonstration = z.object({
  negotiations: z.array(z.object({ id: NegotiationId, seats: z.array(z.object({ seat: SeatId, party: z.object({ kind: z.string() }) })) })),
})
const Session = z.object({ token: z.string() })

/** Asks the server itself. */
export async function castOf(origin: string): Promise<readonly Part[]> {
  const { negotiations } = Demonstration.parse(await (await fetch(`${origin}/api/demo`)).json())
  const delegates = negotiations.flatMap(({ id, seats }) =>
    seats.filter(({ party }) => party.kind === 'delegation').map(({ seat }) => ({ negotiation: id, seat })),
  )
  return Promise.all(
    delegates.map(async (delegate) => {
      const answer = await fetch(`${origin}/api/demo/seats`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify(delegate),
      })
      return { origin, negotiation: delegate.negotiation, token: Session.parse(await answer.json()).token }
    }),
  )
}
