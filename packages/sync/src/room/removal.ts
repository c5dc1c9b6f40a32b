/** A mass deletion as the record tells it. */
import type { FactOf, Negotiation, SeatId } from '@entente/agreement'
import { parseRoot } from '@entente/draft'
import type { MassDeletion } from '../gate/index.ts'

/** Undefined for a name that is no text's. */
export function removalOf(
  author: SeatId,
  { root: name, foreign, length }: MassDeletion,
  { amendments }: Pick<Negotiation, 'amendments'>,
): FactOf<'words-removed'> | undefined {
  const root = parseRoot(name)
  if (root === undefined) return undefined
  const fact = { kind: 'words-removed', author, removed: foreign, of: length } as const
  switch (root.kind) {
    case 'clause':
      return { ...fact, clause: root.clause }
    case 'translation':
      return { ...fact, clause: root.clause, language: root.language }
    case 'amendment': {
      const amendment = amendments.get(root.amendment)
      return { ...fact, amendment: root.amendment, ...(amendment !== undefined && 'clause' in amendment && { clause: amendment.clause }) }
    }
    default:
      return root satisfies never
  }
}
