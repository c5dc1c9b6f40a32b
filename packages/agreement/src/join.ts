/**
 * Joining a clause with the next one, and taking it out again.
 *
 * The words of the second go to the end of the first; the second is out of the text, with all that was said of it on record. Nobody
 * consented to the two as one, so consent to the first lapses. As long as the first still ends with those words the second can be
 * restored, which takes them out again: then both read as before, and consent to both is back.
 */
import { z } from 'zod'
import { asRead } from './as-read.ts'
import { belongingsOf, belongingsOfSecond, type Belongings } from './belongings.ts'
import { formerNames, renamed } from './bracket-names.ts'
import { clauseOf, unfrozenClause } from './clauses.ts'
import { command, record, refuse, type Decision, type Situation } from './command.ts'
import { cutText, saysTheSame } from './cut.ts'
import type { FactOf } from './fact.ts'
import { ClauseId, Fingerprint } from './ids.ts'
import type { Negotiation } from './negotiation.ts'
import type { Clause } from './clause.ts'
import { bareText, type Text } from './text.ts'

/** How the words of two clauses come together: as paragraphs of their own, in the same paragraph or list, or as they were before a split. */
export const Seam = z.enum(['apart', 'running', 'as-before'])
export type Seam = z.infer<typeof Seam>

export const joinClauses = command({
  name: 'clause.join',
  says: 'Join a clause with the next one of its section: the words of the second go to the end of the first, and the second is withdrawn.',
  input: z.strictObject({ clause: ClauseId, next: ClauseId, on: Fingerprint, of: Fingerprint, seam: Seam }),
  rule({ negotiation, readings }, { clause, next, on, of, seam }) {
    const wrong = unfrozenClause(negotiation, clause) ?? unfrozenClause(negotiation, next)
    if (wrong) return refuse(wrong)
    if (nextClause(negotiation, clause)?.clause !== next) return refuse({ code: 'not-neighbours', clause })
    const [first, second] = [asRead(readings.get(clause), clause, on), asRead(readings.get(next), next, of)]
    if ('code' in first) return refuse(first)
    if ('code' in second) return refuse(second)
    const cut = clauseOf(negotiation, next)?.cut
    if (seam === 'as-before' && cut?.from !== clause) return refuse({ code: 'malformed', detail: 'seam: it was not split off this clause' })
    const before = seam === 'as-before' ? cut : undefined
    return record({
      kind: 'clause-joined',
      clause,
      next,
      through: before?.through ?? (seam === 'running' ? 1 : 0),
      ...(seam === 'running' && needSpace(first.text, second.text) && { space: true }),
      words: second.text,
      renamed: formerNames(before?.renamed ?? []),
      moved: belongingsOf(negotiation, next),
    })
  },
})

export const restoreClause = command({
  name: 'clause.restore',
  says: 'Put a withdrawn clause back where it stood. If it was joined to another one, its words are taken out of that one again.',
  input: z.strictObject({ clause: ClauseId }),
  rule(situation, { clause }) {
    const found = clauseOf(situation.negotiation, clause)
    if (found === undefined) return refuse({ code: 'unknown', what: 'clause', id: clause })
    if (found.standing.is === 'standing') return refuse({ code: 'clause-not-withdrawn', clause })
    const { joined } = found.standing
    return joined === undefined ? record({ kind: 'clause-restored', clause }) : takenOut(situation, joined)
  },
})

/** The standing clause that comes right after this one in its section. */
export function nextClause(negotiation: Pick<Negotiation, 'clauses'>, clause: ClauseId): Clause | undefined {
  const section = clauseOf(negotiation, clause)?.section
  const standing = negotiation.clauses.filter((one) => one.section === section && one.standing.is === 'standing')
  return standing[standing.findIndex((one) => one.clause === clause) + 1]
}

/** The words that went to the other clause, under the names their brackets have there. */
export function joinedWords({ words, renamed: names }: Pick<FactOf<'clause-joined'>, 'words' | 'renamed'>): Text {
  return renamed(words, names)
}

function takenOut({ negotiation, readings, amended }: Situation, joined: FactOf<'clause-joined'>): Decision {
  const { clause, next } = joined
  const wrong = unfrozenClause(negotiation, clause)
  if (wrong) return refuse(wrong)
  const now = readings.get(clause)?.text ?? []
  const at = bareText(now).length - bareText(joined.words).length
  const cut = at < 0 ? undefined : cutText(now, at)
  if (cut === undefined || !saysTheSame(cut.second, joined.words)) return refuse({ code: 'joined-and-changed', clause })
  return record(
    { kind: 'clause-restored', clause: next },
    {
      kind: 'clause-taken-out',
      clause,
      taken: next,
      at,
      moved: withThose(joined.moved, clause, negotiation, belongingsOfSecond(negotiation, amended, clause, now, cut)),
    },
  )
}

/** What came with the words and still hangs on that clause, and what has come to hang on them since. */
function withThose(came: Belongings, clause: ClauseId, negotiation: Negotiation, since: Belongings): Belongings {
  const there = belongingsOf(negotiation, clause)
  const all = <Id>(before: readonly Id[], now: readonly Id[], hang: readonly Id[]) => [
    ...new Set([...before.filter((id) => now.includes(id)), ...hang]),
  ]
  return {
    threads: all(came.threads, there.threads, since.threads),
    milestones: all(came.milestones, there.milestones, since.milestones),
    amendments: all(came.amendments, there.amendments, since.amendments),
    brackets: all(came.brackets, there.brackets, since.brackets),
  }
}

/** Two paragraphs that become one, with no white space between them. */
function needSpace(first: Text, second: Text): boolean {
  const [last, next] = [first.at(-1), second[0]]
  if (last?.type !== 'paragraph' || next?.type !== 'paragraph') return false
  return /\S$/u.test(bareText([last])) && /^\S/u.test(bareText([next]))
}
