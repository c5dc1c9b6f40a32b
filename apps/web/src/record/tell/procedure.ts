import { kindWords } from '../../open/kind-words.ts'
import { roleWord } from '../../sign-in/role-words.ts'
import { ruleWords } from '../tell-words.ts'
import { capital } from '../../table/naming.ts'
import type { Tells } from './telling.ts'

export const procedure: Tells<'negotiation-opened' | 'negotiation-imported' | 'party-seated' | 'seat-assigned'> = {
  'negotiation-opened': (fact, { told, negotiation }) =>
    told('opened the negotiation', 'procedure', { more: `${fact.cover.title}. ${ruleWords(fact.rule, negotiation)}` }),
  'negotiation-imported': (fact, { told }) =>
    told('imported a text with its record', 'procedure', { more: `From ${fact.source}, SHA-256 ${fact.sha256.slice(0, 16)}…` }),
  'party-seated': (fact, { told }) =>
    told(`seated ${fact.party.name}`, 'procedure', {
      more: `${kindWords(fact.party.kind)}${fact.party.required ? ', consent required' : ''}`,
    }),
  'seat-assigned': (fact, { told, negotiation, entry }) => {
    const party = negotiation.parties.get(fact.seat.party)
    const own = entry.by !== 'server' && entry.by.seat === fact.seat.seat
    const anew =
      party?.kind === 'delegation' && negotiation.renewals.get(fact.seat.party)?.some(({ said }) => said.seq === entry.seq) === true
    return told(own ? `sat down as ${fact.seat.name}` : `gave ${fact.seat.name} a seat`, 'procedure', {
      more: `${capital(roleWord(fact.seat.role, party?.kind ?? 'delegation'))}, ${party?.shortName ?? fact.seat.party}${anew ? '. Its caucus began anew' : ''}`,
    })
  },
}
