/** Whether the same clauses are agreed: a new assessment is made after every keystroke, and rarely says anything else. */
import type { Assessment } from '@entente/agreement'

export function sameAgreed(a: Assessment['agreed'], b: Assessment['agreed']): boolean {
  return a === b || (a.size === b.size && [...a].every((clause) => b.has(clause)))
}
