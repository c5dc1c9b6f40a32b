/** What a kind of party is called in a form. */
import type { PartyKind } from '@entente/agreement'

export function kindWords(kind: PartyKind): string {
  switch (kind) {
    case 'delegation':
      return 'Delegation'
    case 'chair':
      return 'Chair'
    case 'press':
      return 'Press'
    case 'observer':
      return 'Observer'
    case 'monitor':
      return 'Independent verifier'
    case 'interpreter':
      return 'Interpreters'
    case 'guarantor':
      return 'Guarantor'
    case 'depositary':
      return 'Depositary'
    default:
      return kind satisfies never
  }
}
