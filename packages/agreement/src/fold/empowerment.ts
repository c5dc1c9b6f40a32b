/** Who binds a party besides its head, and whose full powers were seen. */
import type { empowermentFacts } from '../fact/empowerment.ts'
import type { Folds } from './folds.ts'
import { put, without } from './put.ts'

export const empowerment: Folds<typeof empowermentFacts> = {
  'seat-empowered': (was, fact, said) => ({ empowered: put(was.empowered, fact.seat, said) }),
  'empowerment-ended': (was, fact) => ({ empowered: without(was.empowered, fact.seat) }),
  'credentials-verified': (was, fact, said) => ({ credentials: put(was.credentials, fact.seat, { said, note: fact.note }) }),
}
