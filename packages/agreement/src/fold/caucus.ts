/** What is kept in a private room: notes, the line on each clause, requests to the head, drafts. */
import { Line, type caucusFacts } from '../fact/caucus.ts'
import type { AskId, ClauseId } from '../ids.ts'
import type { Negotiation } from '../negotiation.ts'
import type { Ask, CaucusNote } from '../private-room.ts'
import type { Folds } from './folds.ts'
import { put, without } from './put.ts'

export const caucus: Folds<typeof caucusFacts> = {
  'caucus-note-kept': (was, fact, said) => {
    const note: CaucusNote = { ...fact, said, retracted: undefined }
    const line = Line.safeParse(fact.noteKind)
    if (!line.success || fact.clause === undefined) return { notes: [...was.notes, note] }
    return { notes: [...was.notes, note], lines: put(was.lines, fact.clause, put(linesOn(was, fact.clause), line.data, note)) }
  },
  'line-dropped': (was, fact) => ({ lines: put(was.lines, fact.clause, without(linesOn(was, fact.clause), fact.line)) }),
  'caucus-note-retracted': (was, fact, said) => ({
    notes: was.notes.map((note) => (note.said.seq === fact.note ? { ...note, retracted: said } : note)),
  }),
  'acceptance-asked': (was, fact, said) => ({ asks: put(was.asks, fact.ask, { ...fact, said, ended: undefined }) }),
  'acceptance-declined': (was, { ask, reason }, said) => askEnded(was, ask, { is: 'declined', said, reason }),
  'ask-taken-back': (was, { ask }, said) => askEnded(was, ask, { is: 'taken-back', said }),
  'draft-opened': (was, fact, said) => ({ drafts: put(was.drafts, fact.amendment, { ...fact, said, discarded: undefined }) }),
  'draft-discarded': (was, { amendment }, said) => {
    const draft = was.drafts.get(amendment)
    return draft ? { drafts: put(was.drafts, amendment, { ...draft, discarded: said }) } : {}
  },
}

function linesOn({ lines }: Negotiation, clause: ClauseId): ReadonlyMap<Line, CaucusNote> {
  return lines.get(clause) ?? new Map<Line, CaucusNote>()
}

function askEnded(was: Negotiation, id: AskId, ended: Ask['ended']): Partial<Negotiation> {
  const ask = was.asks.get(id)
  return ask ? { asks: put(was.asks, id, { ...ask, ended }) } : {}
}
