/** The words of one root as they stand: what the reader returns, what a view renders, what an export prints. */
import type { BracketId, BracketKind } from '@entente/agreement'

/** Square brackets around words. Who stands behind them is on record under the id. */
export type BracketMark = { readonly id: BracketId; readonly kind: BracketKind }

/** Neighbouring characters with the same marks. `text` is exactly what was typed: not folded, not normalised, never empty when read. */
export type Run = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  /** An address that `isLink` allows. */
  readonly link?: string
  readonly bracket?: BracketMark
}

export type Paragraph = { readonly type: 'paragraph'; readonly runs: readonly Run[] }
export type List = { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
export type Block = Paragraph | List

/** All blocks of one root, in order, empty ones included. */
export type Text = readonly Block[]

/** The paragraphs of a text in reading order, those inside lists included. */
export function paragraphsOf(text: Text): readonly Paragraph[] {
  return text.flatMap((block) => (block.type === 'paragraph' ? [block] : block.items.flatMap(paragraphsOf)))
}

/** Whether two runs stand in the same bracket, or both in none. */
export function inSameBracket({ bracket: one }: Run, { bracket: other }: Run): boolean {
  return one === other || (one !== undefined && other !== undefined && one.id === other.id && one.kind === other.kind)
}

/** How many different brackets are open in a text. A bracket that spans several runs or blocks counts once. */
export function openBracketsIn(text: Text): number {
  return new Set(paragraphsOf(text).flatMap(({ runs }) => runs.flatMap(({ bracket }) => (bracket === undefined ? [] : [bracket.id])))).size
}
