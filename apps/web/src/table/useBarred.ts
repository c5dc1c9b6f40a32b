/** Why no statement can be made now, or undefined. Statements are recorded in order, so they need the server; typing does not. */
import { useView } from './useView.ts'
import { whyNoStatements } from './connection-words.ts'

export function useBarred(): string | undefined {
  return useView(whyNoStatements)
}
