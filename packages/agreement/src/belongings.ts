/**
 * What hangs on a clause besides its words: discussions, milestones, amendments, and who stands behind its square brackets.
 *
 * When a clause is split or joined, what hangs on the words that go elsewhere goes with them. What parties said of the clause does not: a
 * position is on a wording, and nobody is made to have spoken of another one.
 */
import { z } from 'zod'
import type { Amendment } from './amendment.ts'
import { bracketsIn } from './bracket-names.ts'
import { beginsWith, type Cut } from './cut.ts'
import { findQuote } from './find-quote.ts'
import { AmendmentId, BracketId, MilestoneId, ThreadId, type ClauseId } from './ids.ts'
import { MAX_BELONGINGS } from './limits.ts'
import type { Negotiation } from './negotiation.ts'
import { bareText, type Text } from './text.ts'
import type { Amended } from './command.ts'

export const Belongings = z.strictObject({
  threads: z.array(ThreadId).max(MAX_BELONGINGS),
  milestones: z.array(MilestoneId).max(MAX_BELONGINGS),
  amendments: z.array(AmendmentId).max(MAX_BELONGINGS),
  brackets: z.array(BracketId).max(MAX_BELONGINGS),
})
export type Belongings = z.infer<typeof Belongings>

type Holding = Pick<Negotiation, 'threads' | 'milestones' | 'amendments' | 'brackets'>

/** Everything that hangs on a clause. A proposal that it be left out is about the clause and stays with it. */
export function belongingsOf({ threads, milestones, amendments, brackets }: Holding, clause: ClauseId): Belongings {
  return {
    threads: [...threads.values()].filter((one) => one.clause === clause).map(({ thread }) => thread),
    milestones: [...milestones.values()].filter((one) => one.clause === clause).map(({ milestone }) => milestone),
    amendments: [...amendments.values()].filter((one) => one.does === 'reword' && one.clause === clause).map(({ amendment }) => amendment),
    brackets: [...brackets.values()].filter((one) => one.clause === clause).map(({ bracket }) => bracket),
  }
}

/**
 * What hangs on the second part of a clause that is cut: discussions of its words and milestones promised in them, brackets that stand in
 * it alone, and amendments that change nothing before it.
 */
export function belongingsOfSecond(negotiation: Holding, amended: Amended, clause: ClauseId, text: Text, cut: Cut): Belongings {
  const all = belongingsOf(negotiation, clause)
  const bare = bareText(text)
  const start = bare.length - bareText(cut.second).length
  const isIn = (from: number | undefined) => from !== undefined && from >= start
  const before = new Set(bracketsIn(cut.first))
  const after = new Set(bracketsIn(cut.second))
  const follow = new Set<AmendmentId>()
  for (const id of all.amendments) {
    const amendment = negotiation.amendments.get(id)
    if (amendment !== undefined && follows(amendment, follow, amended, cut.first, start)) follow.add(id)
  }
  return {
    threads: all.threads.filter((id) => {
      const quote = negotiation.threads.get(id)?.quote
      return quote !== undefined && isIn(findQuote(bare, quote)?.from)
    }),
    milestones: all.milestones.filter((id) => isIn(placeOf(bare, negotiation.milestones.get(id)?.terms.quote))),
    amendments: [...follow],
    brackets: all.brackets.filter((id) => after.has(id) && !before.has(id)),
  }
}

/** The negotiation after these have gone to another clause. */
export function moved(was: Negotiation, { threads, milestones, amendments, brackets }: Belongings, clause: ClauseId): Partial<Negotiation> {
  return {
    threads: at(was.threads, threads, clause),
    milestones: at(was.milestones, milestones, clause),
    amendments: at(was.amendments, amendments, clause),
    brackets: at(was.brackets, brackets, clause),
  }
}

function at<Id, One extends object>(all: ReadonlyMap<Id, One>, ids: readonly Id[], clause: ClauseId): ReadonlyMap<Id, One> {
  if (ids.length === 0) return all
  const next = new Map(all)
  for (const id of ids) {
    const one = next.get(id)
    if (one !== undefined) next.set(id, { ...one, clause })
  }
  return next
}

/** Where words stand that occur once. */
function placeOf(bare: string, words: string | undefined): number | undefined {
  if (words === undefined || words === '') return undefined
  const from = bare.indexOf(words)
  return from >= 0 && from === bare.lastIndexOf(words) ? from : undefined
}

/** An amendment of an amendment goes where that one goes. Those that are settled stay where they were settled. */
function follows(amendment: Amendment, others: ReadonlySet<AmendmentId>, amended: Amended, first: Text, length: number): boolean {
  if (amendment.does !== 'reword' || amendment.state.is !== 'tabled') return false
  if (amendment.to !== undefined) return others.has(amendment.to)
  const reading = amended.get(amendment.amendment)
  return reading !== undefined && beginsWith(reading.text, first, length)
}
