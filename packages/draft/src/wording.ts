/**
 * From the shared text to the wording a party consents to, and back.
 *
 * `agreement` says what a wording is and names it by its fingerprint; what counts and what does not is decided here and in `canonical`.
 */
import type { BracketId, ClauseKind, MilestoneId, MilestoneTerms, Wording, WordingBlock, WordingRun } from '@entente/agreement'
import { BracketId as parsedBracketId } from '@entente/agreement'
import { canonicalLine, canonicalRuns } from './canonical.ts'
import type { Block, Run, Text } from './text.ts'

/** Everything a reading of a clause is made of. The order of `milestones` does not matter. */
export type Content = {
  readonly kind: ClauseKind
  readonly heading: string
  readonly text: Text
  readonly milestones: readonly { readonly milestone: MilestoneId; readonly terms: MilestoneTerms }[]
}

/** The canonical wording: blocks, items and lists that say nothing are left out, milestones stand in the order of their ids. */
export function wordingOf({ kind, heading, text, milestones }: Content): Wording {
  return {
    kind,
    heading: canonicalLine(heading),
    blocks: canonicalBlocks(text),
    milestones: milestones
      .map(({ milestone, terms }) => ({ milestone, terms }))
      .toSorted((one, other) => (one.milestone < other.milestone ? -1 : 1)),
  }
}

function canonicalBlocks(blocks: readonly Block[]): WordingBlock[] {
  return blocks.flatMap((block): WordingBlock[] => {
    if (block.type === 'paragraph') {
      const runs = [...canonicalRuns(block.runs)]
      return runs.length > 0 ? [{ type: 'paragraph', runs }] : []
    }
    const items = block.items.map(canonicalBlocks).filter((item) => item.length > 0)
    return items.length > 0 ? [{ type: 'list', ordered: block.ordered, items }] : []
  })
}

/** A wording as a text again, to show or print it. Its brackets get ids of their own, because a wording does not name them. */
export function textOf({ blocks }: Pick<Wording, 'blocks'>): Text {
  let brackets = 0
  const nextBracket = () => parsedBracketId.parse(`b${(brackets += 1)}`)
  const blockOf = (block: WordingBlock): Block =>
    block.type === 'paragraph'
      ? { type: 'paragraph', runs: runsOf(block.runs, nextBracket) }
      : { type: 'list', ordered: block.ordered, items: block.items.map((item) => item.map(blockOf)) }
  return blocks.map(blockOf)
}

function runsOf(runs: readonly WordingRun[], nextBracket: () => BracketId): readonly Run[] {
  const result: Run[] = []
  let open: Run['bracket']
  for (const { text, bracket, link, reference, footnote } of runs) {
    if (bracket === undefined) open = undefined
    else if (open?.kind !== bracket) open = { id: nextBracket(), kind: bracket }
    if (text !== '')
      result.push({
        text,
        ...(link !== undefined && { link }),
        ...(open !== undefined && { bracket: open }),
        ...(reference !== undefined && { reference }),
        ...(footnote !== undefined && { footnote }),
      })
  }
  return result
}
