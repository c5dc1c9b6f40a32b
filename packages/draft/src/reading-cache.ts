/**
 * How the clauses read, kept up to date at the cost of what changed.
 *
 * It listens to one document for the texts that a transaction touched and asks the record for headings, kinds and terms; only clauses
 * where either differs are read again. A reading that did not change stays the same object, and so does the whole map.
 */
import type { Clause, ClauseId, Milestone, Negotiation, Reading, Readings } from '@entente/agreement'
import type * as Y from 'yjs'
import { sameText } from './merge.ts'
import { readRoot } from './read.ts'
import { readingOf, standingClauses } from './readings.ts'
import { rootName } from './root.ts'

export type ReadingCache = {
  /** The same answer as `readingsOf`. May be asked about another document at any time; it then begins anew. */
  readonly readings: (doc: Y.Doc, negotiation: Negotiation) => Readings
}

type Kept = { readonly clause: Clause; readonly milestones: readonly Milestone[]; readonly reading: Reading }

export function readingCache(): ReadingCache {
  let watched: Y.Doc | undefined
  let kept = new Map<ClauseId, Kept>()
  let touched = new Set<string>()
  let asked: Negotiation | undefined
  let answer: Readings = new Map()

  const note = ({ changedParentTypes }: Y.Transaction, doc: Y.Doc) => {
    for (const [name, root] of doc.share) if (changedParentTypes.has(root)) touched.add(name)
  }

  const watch = (doc: Y.Doc) => {
    watched?.off('afterTransaction', note)
    doc.on('afterTransaction', note)
    watched = doc
    kept = new Map()
    asked = undefined
  }

  return {
    readings: (doc, negotiation) => {
      if (doc !== watched) watch(doc)
      if (negotiation === asked && touched.size === 0) return answer
      const next = new Map<ClauseId, Kept>()
      const terms = Map.groupBy(
        negotiation.milestones.values().filter(({ withdrawn }) => withdrawn === undefined),
        ({ clause }) => clause,
      )
      for (const clause of standingClauses(negotiation)) {
        const before = kept.get(clause.clause)
        const milestones = terms.get(clause.clause) ?? []
        const root = { kind: 'clause', clause: clause.clause } as const
        if (before !== undefined && !touched.has(rootName(root)) && saysTheSame(before, clause, milestones)) next.set(clause.clause, before)
        else
          next.set(clause.clause, {
            clause,
            milestones,
            reading: steady(before?.reading, readingOf({ ...clause, text: readRoot(doc, root), milestones })),
          })
      }
      if (!sameReadings(answer, next)) answer = new Map(Array.from(next, ([clause, { reading }]) => [clause, reading]))
      kept = next
      touched = new Set()
      asked = negotiation
      return answer
    },
  }
}

function saysTheSame(before: Kept, clause: Clause, milestones: readonly Milestone[]): boolean {
  return (
    before.clause === clause &&
    before.milestones.length === milestones.length &&
    milestones.every(
      ({ milestone, terms }, index) => before.milestones[index]?.milestone === milestone && before.milestones[index].terms === terms,
    )
  )
}

function steady(before: Reading | undefined, now: Reading): Reading {
  const same = before?.fingerprint === now.fingerprint && before.openBrackets === now.openBrackets && sameText(before.text, now.text)
  return same ? before : now
}

/** Also in the same order, which is that of the text. */
function sameReadings(answer: Readings, next: ReadonlyMap<ClauseId, Kept>): boolean {
  const before = [...answer]
  const now = [...next]
  return (
    before.length === now.length &&
    now.every(([clause, { reading }], index) => before[index]?.[0] === clause && before[index][1] === reading)
  )
}
