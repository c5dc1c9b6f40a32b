/** New clauses that are proposed, in the rolling text where they would stand: behind a clause, or where their section begins. */
import { proposedClauses, type Clause, type ClauseId, type Insertion, type SectionId } from '@entente/agreement'
import { NO_WORDS } from './clause.ts'
import type { Manuscript } from './manuscript.ts'
import type { Naming } from './naming.ts'
import type { Proposal } from './paper.ts'
import { passage } from './passage.ts'
import { phrase, words } from './phrase.ts'

export type Proposals = {
  readonly behind: (clause: ClauseId) => readonly Proposal[]
  /** `clauses` are those printed in the section. */
  readonly first: (section: SectionId, clauses: readonly Clause[]) => readonly Proposal[]
}

/** The words are taken in when they are asked for, so they are asked for in the order of the paper. Throws if those of one are missing. */
export function proposals({ negotiation, amendments = new Map(), kind }: Manuscript, naming: Naming): Proposals {
  const { behind, first } = proposedClauses(kind === 'rolling' ? negotiation : { ...negotiation, amendments: new Map() })
  const proposal = ({ amendment, party, heading }: Insertion, where: string): Proposal => {
    const text = amendments.get(amendment)
    if (text === undefined) throw new Error(`The words of the proposed clause ${amendment} are missing`)
    const title = `New clause ${where} (${naming.fullName(party)})${heading === '' ? '' : ': '}`
    const blocks = passage(text, negotiation, naming)
    return { is: 'proposal', title: [...phrase(title), ...words(heading)], blocks: blocks.length > 0 ? blocks : NO_WORDS }
  }
  return {
    behind: (clause) => behind.get(clause)?.map((one) => proposal(one, `after ${naming.clause(clause)}`)) ?? [],
    first: (section, clauses) =>
      first.get(section)?.map((one) => proposal(one, clauses.length === 0 ? 'in this section' : 'at the beginning of this section')) ?? [],
  }
}
