/** The words of one root as they stand: what the reader returns, what a view renders, what an export prints. */
import { paragraphsOf, type Block, type BracketMark, type List, type Paragraph, type Run, type Text } from '@entente/agreement'

export { paragraphsOf }
export type { Block, BracketMark, List, Paragraph, Run, Text }

/** Whether two runs stand in the same bracket, or both in none. */
export function inSameBracket({ bracket: one }: Run, { bracket: other }: Run): boolean {
  return one === other || (one !== undefined && other !== undefined && one.id === other.id && one.kind === other.kind)
}

/** How many different brackets are open in a text. A bracket that spans several runs or blocks counts once. */
export function openBracketsIn(text: Text): number {
  return new Set(paragraphsOf(text).flatMap(({ runs }) => runs.flatMap(({ bracket }) => (bracket === undefined ? [] : [bracket.id])))).size
}
