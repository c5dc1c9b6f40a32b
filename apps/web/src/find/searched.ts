/** The texts in which words are looked for, in reading order: clauses, what is proposed in their place, and clauses that are proposed. */
import { amendmentsOf, type AmendmentId, type ClauseId, type Insertion, type Negotiation, type Readings } from '@entente/agreement'
import { readRoot, type Named, type Root, type Text } from '@entente/draft'
import type * as Y from 'yjs'
import { amendmentName, proposalName } from '../amendment/naming.ts'
import { proposedIn } from '../amendment/proposed-in.ts'
import { clauseName } from '../table/naming.ts'
import { paragraphWords } from './find.ts'

/** What somebody goes to who chooses a place. */
export type Goal = { readonly clause: ClauseId } | { readonly proposed: AmendmentId }

export type Searched = {
  readonly root: Root
  readonly name: string
  /** Of a clause or a proposed one; an amendment has none of its own. */
  readonly heading: string
  readonly text: Text
  readonly goal: Goal
  /** Whether a paragraph says something that the text it would change does not. */
  readonly isOwn: (paragraph: number) => boolean
}

type SearchedIn = { readonly negotiation: Negotiation; readonly readings: Readings }

export function searchedTexts({ negotiation, readings }: SearchedIn, doc: Y.Doc, named: Named): readonly Searched[] {
  const { behind, first } = proposedIn(negotiation)
  const begun = new Set<string>()
  const proposed = (proposal: Insertion): Searched => {
    const root = { kind: 'amendment', amendment: proposal.amendment } as const
    const { heading } = proposal
    const name = proposalName(negotiation, proposal)
    return { root, name, heading, text: readRoot(doc, root), goal: { proposed: proposal.amendment }, isOwn: always }
  }
  const clauses = negotiation.clauses.filter(({ clause }) => readings.has(clause))
  const inText = clauses.flatMap(({ clause, section, heading }) => {
    const opens = begun.has(section) ? [] : (first.get(section) ?? [])
    begun.add(section)
    const root = { kind: 'clause', clause } as const
    const text = readRoot(doc, root)
    const base = { root, name: clauseName(negotiation, clause), heading, text, goal: { clause }, isOwn: always }
    const said = new Set(paragraphWords(text, named))
    const amendments = amendmentsOf(negotiation, clause).flatMap(({ does, amendment }): readonly Searched[] => {
      if (does === 'delete') return []
      const own = { kind: 'amendment', amendment } as const
      const other = readRoot(doc, own)
      const words = paragraphWords(other, named)
      const isOwn = (paragraph: number) => !said.has(words[paragraph] ?? '')
      return [{ root: own, name: amendmentName(negotiation, amendment), heading: '', text: other, goal: { clause }, isOwn }]
    })
    return [...opens.map(proposed), base, ...amendments, ...(behind.get(clause) ?? []).map(proposed)]
  })
  const inEmpty = [...first].flatMap(([section, proposals]) => (begun.has(section) ? [] : proposals.map(proposed)))
  return [...inText, ...inEmpty]
}

const always = () => true
