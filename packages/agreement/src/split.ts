/**
 * Splitting a clause: its words from a place on become a clause of their own, right after it.
 *
 * Nobody consented to either part, so consent to the clause lapses, and the new clause begins with none. What hangs on the words that go
 * (discussions, milestones, amendments, brackets) goes with them. Joining the two again brings the old wording back, and with it consent.
 */
import { z } from 'zod'
import { asRead } from './as-read.ts'
import { belongingsOfSecond } from './belongings.ts'
import { bracketsIn, otherNames } from './bracket-names.ts'
import { onUnfrozenClause, tooManyClauses } from './clauses.ts'
import { command, record, refuse } from './command.ts'
import { afterSpace, cutText, type Cut } from './cut.ts'
import { ClauseId, Fingerprint, MilestoneId, type BracketId } from './ids.ts'
import { MAX_HEADING, MAX_LIST, MAX_WORDING } from './limits.ts'

export const splitClause = command({
  name: 'clause.split',
  says: 'Split a clause: its words from a place of its bare text on, counted in UTF-16 units, become a clause of their own after it.',
  input: z.strictObject({
    clause: ClauseId,
    on: Fingerprint,
    at: z.int().min(0).max(MAX_WORDING),
    heading: z.string().trim().max(MAX_HEADING).default(''),
    /** Milestones that go along though they quote none of the words. */
    milestones: z.array(MilestoneId).max(MAX_LIST).default([]),
  }),
  rule(situation, { clause, on, at, heading, milestones }) {
    return onUnfrozenClause(situation, clause, (found) => {
      const { negotiation, readings, amended, fresh } = situation
      const reading = asRead(readings.get(clause), clause, on)
      if ('code' in reading) return refuse(reading)
      const full = tooManyClauses(negotiation, 1)
      if (full) return refuse(full)
      const place = afterSpace(reading.text, at)
      const cut = cutText(reading.text, place)
      if (cut === undefined) return refuse({ code: 'nothing-to-split', clause })
      const stranger = milestones.find((id) => negotiation.milestones.get(id)?.clause !== clause)
      if (stranger !== undefined) return refuse({ code: 'unknown', what: 'milestone', id: stranger })
      const moved = belongingsOfSecond(negotiation, amended, clause, reading.text, cut)
      const into = ClauseId.parse(`c-${fresh}`)
      return record(
        { kind: 'clause-added', clause: into, section: found.section, clauseKind: found.kind, heading, after: clause },
        {
          kind: 'clause-split',
          clause,
          into,
          of: on,
          at: place,
          through: cut.through,
          renamed: otherNames(inBoth(cut), fresh),
          moved: { ...moved, milestones: [...new Set([...moved.milestones, ...milestones])] },
        },
      )
    })
  },
})

/** Square brackets that the cut goes through. */
function inBoth({ first, second }: Cut): readonly BracketId[] {
  const before = new Set(bracketsIn(first))
  return bracketsIn(second).filter((bracket) => before.has(bracket))
}
