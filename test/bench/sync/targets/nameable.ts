/** Documents of servers where a document begins when somebody names it, and anybody may come in. */
import { ClauseId } from '@entente/agreement'
import type { Document, Wanted } from './target.ts'

export function nameable({ documents, people }: Wanted, pathOf: (name: string) => string): readonly Document[] {
  return Array.from({ length: documents }, (_, index) => {
    const name = `document-${index + 1}`
    const door = { path: pathOf(name), headers: {} }
    return { name, clause: ClauseId.parse('c-bench'), text: undefined, doors: Array.from({ length: people }, () => door) }
  })
}
