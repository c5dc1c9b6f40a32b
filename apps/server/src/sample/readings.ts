/**
 * The wordings a file knows, under our own fingerprints.
 *
 * A file names wordings by hashes of its own making. Those of the present text and of revisions whose words it gives are translated; for
 * words that are lost the file's hash is kept as it is, so that a position on them reads as what it is: one on words no longer here.
 */
import { Fingerprint, MilestoneId, type Quote, type Wording } from '@entente/agreement'
import { bareText, quoteOf, readingOf, type Text } from '@entente/draft'
import type { SampleClause, SampleFile } from './format.ts'
import { termsOf } from './commitments.ts'
import { wordsOf, wordsOfPlain } from './words.ts'

type Known = {
  readonly fingerprint: Fingerprint
  readonly wording: Wording
  readonly hash: string
  readonly revision: SampleClause['revisions'][number] | undefined
}

export type SampleReadings = {
  /** Every wording of a clause whose words are known, oldest first; the last is the present one. */
  readonly of: (clause: string) => readonly Known[]
  readonly current: (clause: string) => Fingerprint
  /** Our fingerprint for a hash of the file. */
  readonly named: (clause: string, hash: string) => Fingerprint
  readonly quote: (clause: string, words: string) => Quote
}

export function sampleReadings(file: SampleFile): SampleReadings {
  const texts = new Map(file.clauses.map((clause) => [clause.id, wordsOf(clause)]))
  const known = new Map(file.clauses.map((clause) => [clause.id, wordingsOf(file, clause, texts.get(clause.id) ?? [])]))
  const of = (clause: string) => known.get(clause) ?? []
  const lost = (hash: string) => Fingerprint.parse(hash.slice('sha256:'.length))
  return {
    of,
    current: (clause) => of(clause).at(-1)?.fingerprint ?? lost(`sha256:${'0'.repeat(64)}`),
    named: (clause, hash) => of(clause).find((reading) => reading.hash === hash)?.fingerprint ?? lost(hash),
    quote(clause, words) {
      const bare = bareText(texts.get(clause) ?? [])
      const at = bare.indexOf(words)
      return (at < 0 ? undefined : quoteOf(bare, at, at + words.length)) ?? { exact: words, prefix: '', suffix: '', offset: 0 }
    },
  }
}

function wordingsOf(file: SampleFile, clause: SampleClause, text: Text): readonly Known[] {
  const milestones = file.milestones
    .filter((milestone) => milestone.clause === clause.id)
    .map((milestone) => ({ milestone: MilestoneId.parse(milestone.id), terms: termsOf(milestone) }))
  const reading = (words: Text, hash: string, revision: Known['revision']): Known => ({
    ...readingOf({ kind: clause.type, heading: clause.heading, text: words, milestones }),
    hash,
    revision,
  })
  const present = clause.revisions.find(({ fingerprint }) => fingerprint === clause.fingerprint)
  const earlier = clause.revisions.filter((revision) => revision !== present).toSorted((a, b) => a.n - b.n)
  return [
    ...earlier.map((revision) => reading(wordsOfPlain(revision.text), revision.fingerprint, revision)),
    reading(text, clause.fingerprint, present),
  ]
}
