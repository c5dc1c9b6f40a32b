/** Which parties sit at the table. Their seats are another file. */
import { command, record, refuse } from './command.ts'
import { MAX_PARTIES } from './limits.ts'
import { Party } from './party.ts'

export const seatParty = command({
  name: 'party.seat',
  says: 'Seat a party at the table.',
  input: Party,
  rule({ negotiation }, party) {
    if (negotiation.parties.has(party.party)) return refuse({ code: 'taken', what: 'party', id: party.party })
    if (negotiation.parties.size >= MAX_PARTIES) return refuse({ code: 'too-many', what: 'party', limit: MAX_PARTIES })
    if (party.required && party.kind !== 'delegation')
      return refuse({ code: 'malformed', detail: 'required: only a delegation can be required' })
    return record({ kind: 'party-seated', party })
  },
})
