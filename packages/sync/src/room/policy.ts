/** What the gate is told about a connection: the record's answers to its questions, as the record stands at that moment. */
import { isOpen, kindOfRoom, may, type Negotiation, type Speaker } from '@entente/agreement'
import { mayWrite, parseRoot, type Root } from '@entente/draft'
import type { Policy } from '../gate/index.ts'
import type { Leases } from './leases.ts'
import type { Member } from './member.ts'

export function policyOf(
  { seat, claims }: Pick<Member, 'seat' | 'claims'>,
  speaker: Speaker,
  negotiation: Negotiation,
  leases: Pick<Leases, 'all' | 'allows'>,
): Policy {
  return {
    readOnly: !isOpen(negotiation) || !writesSomewhere(speaker),
    owns: (client) => claims.has(client) && leases.allows(client, seat),
    leased: (client) => leases.all.has(client),
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

/** Whether the seat may write in any text at all. */
export function writesSomewhere(speaker: Speaker): boolean {
  return may(speaker, 'draft') || may(speaker, 'hold-the-pen') || may(speaker, 'translate')
}

/** Whether such a text exists by the record. */
function isKnown(negotiation: Negotiation, root: Root): boolean {
  const { clauses, amendments, drafts, opened } = negotiation
  // A private room holds drafts and nothing else. The clauses it speaks of are the table's.
  if (kindOfRoom(negotiation) !== 'table') return root.kind === 'amendment' && drafts.has(root.amendment)
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
