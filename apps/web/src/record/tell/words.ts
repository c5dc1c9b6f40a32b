import { languageName } from '../../open/languages.ts'
import { tellChange } from '../tell-change.ts'
import { bracketWords } from '../tell-words.ts'
import { removalWords } from './removal.ts'
import { quoted } from './phrases.ts'
import type { Tells } from './telling.ts'

export const words: Tells<
  'wording-recorded' | 'wording-changed' | 'words-removed' | 'bracket-attributed' | 'reference-made' | 'translation-deposited'
> = {
  'wording-recorded': (fact, { told, clause }) =>
    told(`put the wording of ${clause(fact.clause)} on record`, 'text', { more: `Fingerprint ${fact.fingerprint.slice(0, 12)}…` }),
  'wording-changed': (fact, { negotiation, entry }) => tellChange(entry.seq, fact, negotiation),
  'words-removed': (fact, { told, negotiation }) => {
    const seat = negotiation.seats.get(fact.author)
    return told(removalWords(fact, negotiation), 'text', { ...(seat !== undefined && { by: [seat.party] }) })
  },
  'bracket-attributed': (fact, { told, clause }) =>
    told(`stand behind square brackets in ${clause(fact.clause)}`, 'text', {
      by: fact.parties,
      more: bracketWords(fact.bracketKind),
      shape: 'brackets',
    }),
  'reference-made': (fact, { told, clause }) =>
    told(`linked words of ${clause(fact.clause)} to ${clause(fact.to)}`, 'text', { more: quoted(fact.text) }),
  'translation-deposited': (fact, { told, clause }) =>
    told(`deposited the ${languageName(fact.language)} text of ${clause(fact.clause)}`, 'text'),
}
