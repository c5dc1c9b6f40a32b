/** What becomes of a party's consent once it has withdrawn from the talks, a sentence each. */
import type { Assessment, Party } from '@entente/agreement'
import { capital } from '../table/naming.ts'

/** With the numbers as they stand: what it has accepted stays accepted, and nothing is agreed because it is gone. */
export function consentAfterWithdrawal(
  { clauses, required }: Pick<Assessment, 'clauses' | 'required'>,
  { party, shortName }: Pick<Party, 'party' | 'shortName'>,
): readonly string[] {
  if (!required.includes(party)) return [`What ${shortName} said stays on record. Its consent was never required.`]
  const current = [...clauses.values()].filter(({ standings }) => standings.get(party)?.is === 'current').length
  const open = clauses.size - current
  return [
    `The positions of ${shortName} stand: ${clauseCount(current)} now, each for exactly the words it was taken on. They lapse if those words change, and nobody can renew them.`,
    `Its consent is still required. ${open === 0 ? 'It has spoken on every clause as it reads now.' : `${capital(clauseCount(open))} without its word cannot be agreed while it is away.`}`,
    'Its silence counts for nothing from now on.',
  ]
}

function clauseCount(count: number): string {
  return count === 1 ? 'one clause' : `${count} clauses`
}
