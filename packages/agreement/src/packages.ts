/** Package deals: clauses that are accepted together or not at all. */
import { z } from 'zod'
import { asRead } from './as-read.ts'
import { standingClause } from './clauses.ts'
import { command, record, refuse, type Situation } from './command.ts'
import type { Fact } from './fact.ts'
import { ClauseId, Fingerprint, PackageId } from './ids.ts'
import { MAX_CLAUSES, MAX_STATEMENT, MAX_TITLE } from './limits.ts'
import type { Package } from './negotiation.ts'
import type { Refusal } from './refusal.ts'
import { standingOf } from './standing.ts'

export const offerPackage = command({
  name: 'package.offer',
  says: 'Offer a package: these clauses are agreed together or not at all.',
  input: z.strictObject({
    title: z.string().trim().min(1).max(MAX_TITLE),
    clauses: z.array(ClauseId).min(2).max(MAX_CLAUSES),
    description: z.string().trim().max(MAX_STATEMENT).default(''),
  }),
  rule({ negotiation, speaker, fresh }, { title, clauses, description }) {
    const named = [...new Set(clauses)]
    if (named.length < 2) return refuse({ code: 'malformed', detail: 'clauses: a package joins at least two' })
    const wrong = named.map((clause) => standingClause(negotiation, clause)).find((refusal) => refusal !== undefined)
    if (wrong) return refuse(wrong)
    const round = negotiation.rounds.findLast(({ closed }) => closed === undefined)?.round
    return record({
      kind: 'package-offered',
      package: PackageId.parse(`k-${fresh}`),
      title,
      by: speaker.party.party,
      clauses: named,
      description,
      ...(round !== undefined && { round }),
    })
  },
})

export const withdrawPackage = command({
  name: 'package.withdraw',
  says: 'Withdraw a package one has offered. Acceptances that depend on it wait for something that cannot come any more.',
  input: z.strictObject({ package: PackageId }),
  rule({ negotiation, speaker }, { package: id }) {
    const offered = standingPackage(negotiation.packages, id)
    if ('code' in offered) return refuse(offered)
    return offered.by === speaker.party.party ? record({ kind: 'package-withdrawn', package: id }) : refuse({ code: 'not-the-author' })
  },
})

export const acceptPackage = command({
  name: 'package.accept',
  says: 'Accept a package as a whole: each of its clauses, in the words read, on condition that the package is agreed.',
  input: z.strictObject({
    package: PackageId,
    on: z.array(z.strictObject({ clause: ClauseId, fingerprint: Fingerprint })).max(MAX_CLAUSES),
  }),
  rule(situation, { package: id, on }) {
    const { negotiation, speaker } = situation
    const offered = standingPackage(negotiation.packages, id)
    if ('code' in offered) return refuse(offered)
    const read = new Map(on.map(({ clause, fingerprint }) => [clause, fingerprint]))
    const wrong = offered.clauses.map((clause) => unread(situation, clause, read.get(clause))).find((refusal) => refusal !== undefined)
    if (wrong) return refuse(wrong)
    const round = negotiation.rounds.findLast(({ closed }) => closed === undefined)?.round
    const facts = offered.clauses.flatMap((clause): readonly Fact[] => {
      const fingerprint = read.get(clause)
      if (fingerprint === undefined || acceptedAlready(situation, clause)) return []
      const position = { stance: 'accepts-if', conditions: [{ on: 'package', package: id }] } as const
      const taken = { clause, party: speaker.party.party, on: fingerprint, position: { ...position, conditions: [...position.conditions] } }
      return [{ kind: 'position-taken', ...taken, package: id, ...(round !== undefined && { round }) }]
    })
    return facts.length > 0 ? record(...facts) : refuse({ code: 'nothing-new' })
  },
})

function standingPackage(packages: ReadonlyMap<PackageId, Package>, id: PackageId): Package | Refusal {
  const offered = packages.get(id)
  if (offered === undefined) return { code: 'unknown', what: 'package', id }
  return offered.withdrawn === undefined ? offered : { code: 'package-withdrawn' }
}

function unread({ negotiation, readings }: Situation, clause: ClauseId, read: Fingerprint | undefined): Refusal | undefined {
  const wrong = standingClause(negotiation, clause)
  if (wrong) return wrong
  const reading = asRead(readings.get(clause), clause, read)
  return 'code' in reading ? reading : undefined
}

/** Whoever has accepted a clause without conditions, or within this or another package, does not say less by accepting the package. */
function acceptedAlready({ negotiation, readings, speaker }: Situation, clause: ClauseId): boolean {
  const standing = standingOf(negotiation, readings, clause, speaker.party.party)
  if (standing.is !== 'current') return false
  const { stance } = standing.position.position
  return stance === 'accepts' || stance === 'accepts-with-reservation' || stance === 'accepts-ad-referendum'
}
