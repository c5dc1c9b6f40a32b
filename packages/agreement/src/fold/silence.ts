/** Silence procedures. */
import type { silenceFacts } from '../fact/silence.ts'
import type { PartyId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import { requiredParties } from '../required.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const silence: Folds<typeof silenceFacts> = {
  'silence-opened': (was, fact, said) => ({ silences: put(was.silences, fact.silence, { ...fact, said, ended: undefined }) }),
  'silence-ended': (was, fact, said) => {
    const silence = was.silences.get(fact.silence)
    return silence ? { silences: put(was.silences, fact.silence, { ...silence, ended: { ...fact, said } }) } : {}
  },
  'silence-time-proposed': (was, fact) => ({
    silenceTerms: { ...was.silenceTerms, proposed: { hours: fact.hours, acceptedBy: new Set() } },
  }),
  'silence-time-accepted': (was, fact) => silenceTimeAccepted(was, fact),
}

/** A shorter time holds once every required party has agreed to it. */
function silenceTimeAccepted(was: Negotiation, { hours, party }: { hours: number; party: PartyId }): Partial<Negotiation> {
  const { proposed } = was.silenceTerms
  if (proposed?.hours !== hours) return {}
  const acceptedBy = new Set([...proposed.acceptedBy, party])
  const all = requiredParties(was).every((required) => acceptedBy.has(required))
  return { silenceTerms: all ? { hours, proposed: undefined } : { ...was.silenceTerms, proposed: { hours, acceptedBy } } }
}
