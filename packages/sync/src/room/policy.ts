/** What the gate is told about a connection: the record's answers to its questions, as the record stands at that moment. */
import { may, type Negotiation, type SeatId, type Speaker } from '@entente/agreement'
import { mayWrite, parseRoot, type Root } from '@entente/draft'
import type { Writer } from '@entente/store'
import type { Policy } from '../gate/index.ts'
import type { Member } from './member.ts'

export function policyOf(
  { claims }: Pick<Member, 'claims'>,
  speaker: Speaker,
  negotiation: Negotiation,
  leases: ReadonlyMap<number, Writer>,
): Policy {
  return {
    readOnly: !(may(speaker, 'draft') || may(speaker, 'hold-the-pen') || may(speaker, 'translate')),
    owns: (client) => claims.has(client),
    leased: (client) => leases.has(client),
    knownRoot: (name) => {
      const root = parseRoot(name)
      return root !== undefined && isKnown(negotiation, root)
    },
    mayWrite: (name) => {
      const root = parseRoot(name)
      return root !== undefined && mayWrite(negotiation, speaker, root)
    },
  }
}

/** Whether such a text exists by the record. */
function isKnown({ clauses, amendments, opened }: Negotiation, root: Root): boolean {
  switch (root.kind) {
    case 'clause':
      return clauses.some(({ clause }) => clause === root.clause)
    case 'amendment':
      return amendments.has(root.amendment)
    case 'translation':
      return opened?.cover.authenticLanguages.includes(root.language) === true && clauses.some(({ clause }) => clause === root.clause)
    default:
      return root satisfies never
  }
}

/** The clientIDs a connection may bring words of: its own, and those it names that are leased to the same seat. */
export function claimsOf(seat: SeatId, client: number, named: readonly number[], leases: ReadonlyMap<number, Writer>): ReadonlySet<number> {
  return new Set([client, ...named.filter((one) => leases.get(one) === seat)])
}
