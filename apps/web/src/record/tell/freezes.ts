import { quoted } from './phrases.ts'
import type { Tells } from './telling.ts'

export const freezes: Tells<'clause-frozen' | 'clause-reopened'> = {
  'clause-frozen': (fact, { told, clause }) => told(`froze ${clause(fact.clause)}`, 'procedure', { more: quoted(fact.reason) }),
  'clause-reopened': (fact, { told, clause }) => told(`reopened ${clause(fact.clause)}`, 'procedure', { more: quoted(fact.reason) }),
}
