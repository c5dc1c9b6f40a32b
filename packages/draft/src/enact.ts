/**
 * What statements do to the words.
 *
 * Most statements change no words. The few that do are carried out by the server in its own name, in the commit of the statement: a clause
 * or an amendment gets its first words, a correction nobody objected to is made, an amendment is taken into the text, a clause is split or
 * joined. People type everything else themselves.
 */
import {
  cutText,
  joinedWords,
  renamed,
  type AmendmentId,
  type ClauseId,
  type Fact,
  type FactOf,
  type Negotiation,
} from '@entente/agreement'
import type * as Y from 'yjs'
import { amendmentHunks, amendmentMerge, amendmentText } from './amended.ts'
import { addEnding, keepBeginning } from './ends.ts'
import { tokensWithHunks } from './hunks.ts'
import { readRoot } from './read.ts'
import { replaceWords } from './replace.ts'
import { rewriteText } from './rewrite.ts'
import { rootName } from './root.ts'
import { textOfTokens, tokensOf } from './tokens.ts'
import { joinedRuns } from './runs.ts'
import { isLink } from './shape.ts'
import type { Block, Text } from './text.ts'
import { writeText } from './write.ts'

/** Carries out what the facts say of words, in one transaction. `negotiation` is the record after them. */
export function enact(doc: Y.Doc, negotiation: Negotiation, facts: readonly Fact[]): void {
  doc.transact(() => {
    for (const fact of facts) {
      switch (fact.kind) {
        case 'clause-added':
          begin(clauseFragment(doc, fact.clause), firstWords(doc, fact.clause, facts))
          break
        case 'correction-made': {
          const correction = negotiation.corrections.get(fact.correction)
          if (correction !== undefined) replaceWords(clauseFragment(doc, correction.clause), correction.quote, correction.replacement)
          break
        }
        case 'amendment-tabled':
          begin(amendmentFragment(doc, fact.amendment), allowed(fact.text ?? fact.base ?? []))
          break
        case 'draft-opened':
          begin(amendmentFragment(doc, fact.amendment), allowed(fact.base))
          break
        case 'clause-tabled':
          begin(amendmentFragment(doc, fact.amendment), allowed(fact.text ?? []))
          break
        case 'amendment-updated':
          rewriteText(amendmentFragment(doc, fact.amendment), allowed(fact.text))
          break
        case 'clause-split':
          keepBeginning(clauseFragment(doc, fact.clause), fact.at)
          break
        case 'clause-joined':
          join(doc, fact)
          break
        case 'clause-taken-out':
          keepBeginning(clauseFragment(doc, fact.clause), fact.at)
          break
        case 'amendment-incorporated':
          incorporate(doc, negotiation, fact.amendment, fact.changes)
          break
        default:
      }
    }
  })
}

/** Whether carrying them out puts words into the document, or leaves some there that nobody reads any more. */
export function bringsWords(facts: readonly Fact[]): boolean {
  return facts.some(({ kind }) => bringing.has(kind))
}

const bringing: ReadonlySet<Fact['kind']> = new Set([
  'clause-added',
  'amendment-tabled',
  'draft-opened',
  'clause-tabled',
  'amendment-updated',
  'clause-split',
  'clause-joined',
  'amendment-incorporated',
])

/** A text without words still gets its first paragraph, so that people who begin to type at once begin in the same place. */
function begin(fragment: Y.XmlFragment, text: Text): void {
  if (fragment.length === 0) writeText(fragment, text)
}

/** The text without links that lead nowhere: the shared text may not hold them, and nobody's words are refused for one. */
function allowed(text: Text): Text {
  return text.map((block): Block => {
    if (block.type === 'list') return { ...block, items: block.items.map(allowed) }
    return {
      ...block,
      runs: joinedRuns(block.runs.map(({ link, ...run }) => (link !== undefined && isLink(link) ? { ...run, link } : run))),
    }
  })
}

/** A clause begins with the words that were proposed for it, split off another one, or copied; and otherwise with none. */
function firstWords(doc: Y.Doc, clause: ClauseId, facts: readonly Fact[]): Text {
  for (const fact of facts) {
    if (fact.kind === 'amendment-incorporated' && fact.clause === clause) return amendmentText(doc, fact.amendment)
    if (fact.kind === 'clause-split' && fact.into === clause)
      return renamed(cutText(readRoot(doc, { kind: 'clause', clause: fact.clause }), fact.at)?.second ?? [], fact.renamed)
    if (fact.kind === 'clause-duplicated' && fact.copy === clause)
      return renamed(readRoot(doc, { kind: 'clause', clause: fact.clause }), fact.renamed)
  }
  return []
}

function join(doc: Y.Doc, fact: FactOf<'clause-joined'>): void {
  const words = allowed(joinedWords(fact))
  const [first, ...rest] = words
  const spaced: Text = fact.space && first?.type === 'paragraph' ? [{ ...first, runs: [{ text: ' ' }, ...first.runs] }, ...rest] : words
  addEnding(clauseFragment(doc, fact.clause), spaced, fact.through)
}

function incorporate(doc: Y.Doc, negotiation: Negotiation, id: AmendmentId, changes: readonly number[] | undefined): void {
  const amendment = negotiation.amendments.get(id)
  if (amendment?.does !== 'reword') return
  const now = readRoot(doc, { kind: 'clause', clause: amendment.clause })
  const merge = amendmentMerge(negotiation, amendment, now, amendmentText(doc, id))
  const chosen = changes === undefined ? undefined : new Set(changes)
  const hunks = amendmentHunks(now, merge).filter((_, index) => chosen === undefined || chosen.has(index))
  rewriteText(clauseFragment(doc, amendment.clause), textOfTokens(tokensWithHunks(tokensOf(now), tokensOf(merge.text), hunks)))
}

function clauseFragment(doc: Y.Doc, clause: ClauseId): Y.XmlFragment {
  return doc.getXmlFragment(rootName({ kind: 'clause', clause }))
}

function amendmentFragment(doc: Y.Doc, amendment: AmendmentId): Y.XmlFragment {
  return doc.getXmlFragment(rootName({ kind: 'amendment', amendment }))
}
