/**
 * What holds a package together in the acceptances of the parties: "7 if 2, and 2 if 7". Only what is on record and current counts.
 */
import { dependsOn, type Assessment, type Negotiation, type Package, type PartyId } from '@entente/agreement'
import { list, wordOfCondition } from '../design/status-words.ts'
import { namingOf } from '../table/naming.ts'

export type Linkage = { readonly party: PartyId; readonly words: string }

/** The conditions that parties have set on clauses of the package, one line per party in protocol order. */
export function linkagesOf(
  negotiation: Negotiation,
  { clauses: assessed }: Assessment,
  { clauses, package: id }: Package,
): readonly Linkage[] {
  const naming = namingOf(negotiation)
  return [...negotiation.parties.keys()].flatMap((party) => {
    const own = clauses.flatMap((clause) => {
      const standing = assessed.get(clause)?.standings.get(party)
      if (standing?.is !== 'current' || standing.position.position.stance !== 'accepts-if') return []
      const others = standing.position.position.conditions.filter((condition) => condition.on !== 'package' || condition.package !== id)
      const waits = list(others.map((condition) => wordOfCondition(condition, naming)))
      return [`${naming.numbers.get(clause) ?? ''} ${waits === '' ? 'as part of it' : `if ${waits}`}`]
    })
    return own.length === 0 ? [] : [{ party, words: list(own) }]
  })
}

/** Whether acceptances of its clauses wait for each other in a circle: then they can only become agreed together. */
export function isMutual(negotiation: Negotiation, { clauses: assessed }: Assessment, { clauses }: Package): boolean {
  const waitsFor = (clause: (typeof clauses)[number]) =>
    [...(assessed.get(clause)?.standings.values() ?? [])].flatMap((standing) =>
      standing.is === 'current' && standing.position.position.stance === 'accepts-if'
        ? standing.position.position.conditions.flatMap((condition) => dependsOn(condition, negotiation))
        : [],
    )
  return clauses.some((clause) => {
    const seen = new Set<string>()
    const open = waitsFor(clause).filter((other) => other !== clause)
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === clause) return true
      if (seen.has(next)) continue
      seen.add(next)
      open.push(...waitsFor(next))
    }
    return false
  })
}
