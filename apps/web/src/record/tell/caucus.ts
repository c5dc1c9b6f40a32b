import type { Line, Negotiation } from '@entente/agreement'
import { positionDeed, positionWords } from '../tell-position.ts'
import { noteWords } from '../tell-words.ts'
import { quoted } from './phrases.ts'
import type { Tells } from './telling.ts'

export const caucus: Tells<
  | 'caucus-note-kept'
  | 'line-dropped'
  | 'caucus-note-retracted'
  | 'acceptance-asked'
  | 'acceptance-declined'
  | 'ask-taken-back'
  | 'draft-opened'
  | 'draft-discarded'
> = {
  'caucus-note-kept': (fact, { told, clause }) =>
    told(`kept ${noteWords(fact.noteKind)}${fact.clause === undefined ? '' : ` on ${clause(fact.clause)}`}`, 'comments', {
      more: quoted(fact.text),
    }),
  'line-dropped': (fact, { told, clause }) => told(`took away ${lineWords[fact.line]} on ${clause(fact.clause)}`, 'comments'),
  'caucus-note-retracted': (fact, { told, negotiation }) =>
    told('retracted a note', 'comments', {
      more: textOf(negotiation, fact.note),
    }),
  'acceptance-asked': (fact, { told, clause, negotiation }) =>
    told(
      `asked the head of delegation for this: the delegation ${positionDeed(fact.position, clause(fact.clause), negotiation)}`,
      'positions',
      {
        more: positionWords(fact.position),
      },
    ),
  'acceptance-declined': (fact, { told }) => told('declined a request to take a position', 'positions', { more: fact.reason }),
  'ask-taken-back': (_fact, { told }) => told('took back a request to the head of delegation', 'positions'),
  'draft-opened': (fact, { told, clause }) => told(`began the draft amendment “${fact.label}” of ${clause(fact.clause)}`, 'text'),
  'draft-discarded': (fact, { told, negotiation }) => {
    const label = negotiation.drafts.get(fact.amendment)?.label
    return told(label === undefined ? 'put a draft amendment aside' : `put the draft amendment “${label}” aside`, 'text')
  },
}

const lineWords: { readonly [line in Line]: string } = {
  opening: 'the opening position',
  fallback: 'the fallback',
  'red-line': 'the red line',
}

function textOf({ notes }: Negotiation, seq: number): string | undefined {
  const note = notes.find(({ said }) => said.seq === seq)
  return note && quoted(note.text)
}
