/** Whether anybody outside may see how far the commitments have come: when every required party has agreed to it, and none has taken that back. */
import { z } from 'zod'
import { command, record, refuse } from '../command.ts'
import type { Negotiation } from '../negotiation.ts'
import { requiredParties } from '../required.ts'

export const agreeToPublication = command({
  name: 'publication.agree',
  says: 'Agree, for one’s party, that anybody may see how far the commitments have come. It holds once every required party has agreed.',
  input: z.strictObject({}),
  rule({ negotiation, speaker: { party } }) {
    if (!requiredParties(negotiation).includes(party.party)) return refuse({ code: 'not-required' })
    if (negotiation.publication.has(party.party)) return refuse({ code: 'nothing-new' })
    return record({ kind: 'publication-agreed', party: party.party })
  },
})

export const withholdPublication = command({
  name: 'publication.withhold',
  says: 'Take back, for one’s party, the agreement that anybody may see how far the commitments have come.',
  input: z.strictObject({}),
  rule({ negotiation, speaker: { party } }) {
    if (!negotiation.publication.has(party.party)) return refuse({ code: 'nothing-new' })
    return record({ kind: 'publication-withheld', party: party.party })
  },
})

export function isPublic(negotiation: Negotiation): boolean {
  const required = requiredParties(negotiation)
  return required.length > 0 && required.every((party) => negotiation.publication.has(party))
}
