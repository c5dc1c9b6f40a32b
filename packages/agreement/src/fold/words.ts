/** What the record says of words. */
import type { wordsFacts } from '../fact/words.ts'
import type { Folds } from './folds.ts'
import { put } from './put.ts'

export const words: Folds<typeof wordsFacts> = {
  'wording-recorded': (was, fact) => ({ wordings: put(was.wordings, fact.fingerprint, { clause: fact.clause, wording: fact.wording }) }),
  'wording-changed': (was, fact, said) => ({
    changes: put(was.changes, fact.clause, [
      ...(was.changes.get(fact.clause) ?? []),
      { clause: fact.clause, from: fact.from, to: fact.to, authors: fact.authors, note: fact.note, said },
    ]),
  }),
  'words-removed': (was, fact, said) => ({ removals: [...was.removals, { ...fact, said }] }),
  'bracket-attributed': (was, fact) => ({
    brackets: put(was.brackets, fact.bracket, {
      bracket: fact.bracket,
      clause: fact.clause,
      kind: fact.bracketKind,
      parties: fact.parties,
      owner: fact.owner,
      due: fact.due,
      note: fact.note,
    }),
  }),
  'reference-made': (was, fact) => ({ references: [...was.references, fact] }),
  'translation-deposited': (was, fact, said) => ({ translations: [...was.translations, { ...fact, said }] }),
}
