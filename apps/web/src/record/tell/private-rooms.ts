import { list } from '../../design/status-words.ts'
import { partyName } from '../../table/naming.ts'
import { noteWords } from '../tell-words.ts'
import { quoted } from './phrases.ts'
import type { Tells } from './telling.ts'

export const privateRooms: Tells<'room-opened' | 'caucus-note-kept'> = {
  'room-opened': (fact, { told, negotiation }) =>
    told(`opened the room “${fact.label}”`, 'procedure', {
      more: `For ${list(fact.parties.map((party) => partyName(negotiation, party)))}`,
    }),
  'caucus-note-kept': (fact, { told, clause }) =>
    told(`kept ${noteWords(fact.noteKind)}${fact.clause === undefined ? '' : ` on ${clause(fact.clause)}`}`, 'comments', {
      more: quoted(fact.text),
    }),
}
