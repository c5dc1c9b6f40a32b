/**
 * The words of one clause or reading as they stand, emphasis included: what is typed, shown, printed and tabled.
 *
 * What of it binds is the wording (`wording.ts`). A text is kept on record only where the record needs the exact words: an amendment is made
 * against one, and may be tabled with one.
 */
import { z } from 'zod'
import { BracketId, ClauseId } from './ids.ts'
import { MAX_BLOCKS, MAX_FOOTNOTE, MAX_LINK, MAX_TEXT_DEPTH, MAX_WORDING } from './limits.ts'
import { BracketKind } from './wording.ts'

/** Square brackets around words. Who stands behind them is on record under the id. */
export const BracketMark = z.strictObject({ id: BracketId, kind: BracketKind })
export type BracketMark = { readonly id: BracketId; readonly kind: BracketKind }

/**
 * The one character that stands where a reference or a footnote does. What it is says the run's mark; how it is called (a number) follows
 * from the text. A word joiner takes no room, and no line is broken between it and the word before.
 */
export const INSET = '\u2060'

/** The words of a footnote: one line of plain text. */
export const FootnoteText = z
  .string()
  .max(MAX_FOOTNOTE)
  .regex(/\S/)
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text) && text.isWellFormed(), 'not one line of text')

/** Neighbouring characters with the same marks. `text` is exactly what was typed: not folded, not normalised, never empty when read. */
export type Run = {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  /** Where the words lead: an absolute `http:`, `https:` or `mailto:` address. */
  readonly link?: string
  readonly bracket?: BracketMark
  /** Refers to this clause. Only where `text` is one `INSET`. */
  readonly reference?: ClauseId
  /** A footnote that says this. Only where `text` is one `INSET`, and not beside `reference`. */
  readonly footnote?: string
}
export type Paragraph = { readonly type: 'paragraph'; readonly runs: readonly Run[] }
export type List = { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
export type Block = Paragraph | List

/** All blocks of one root, in order, empty ones included. */
export type Text = readonly Block[]

/** An address as far as can be told without a parser of addresses; who writes it into the shared text looks closer. */
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu

const flag = z.literal(true).optional()

const Run = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(MAX_WORDING)
      .refine((text) => text.isWellFormed(), 'half a character'),
    bold: flag,
    italic: flag,
    underline: flag,
    link: z.string().max(MAX_LINK).regex(ADDRESS).optional(),
    bracket: BracketMark.optional(),
    reference: ClauseId.optional(),
    footnote: FootnoteText.optional(),
  })
  .refine(
    ({ text, reference, footnote }) =>
      (reference === undefined && footnote === undefined) || (text === INSET && (reference === undefined || footnote === undefined)),
    'a reference or footnote without its place',
  )

const Block: z.ZodType<Block> = z
  .lazy(() =>
    z.union([
      z.strictObject({ type: z.literal('paragraph'), runs: z.array(Run).max(MAX_BLOCKS) }),
      z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(Block).max(MAX_BLOCKS)).max(MAX_BLOCKS) }),
    ]),
  )
  // Named, so that whoever describes the schema can say that it contains itself.
  .meta({ id: 'Block' })

/** A text as it arrives from outside. */
export const Text: z.ZodType<Text> = z
  .array(Block)
  .max(MAX_BLOCKS)
  .refine((text) => depthOf(text) <= MAX_TEXT_DEPTH, 'lists within lists too deep')
  .refine((text) => lengthOf(text) <= MAX_WORDING, 'too many words')

/** The paragraphs of a text in reading order, those inside lists included. */
export function paragraphsOf(text: Text): readonly Paragraph[] {
  return text.flatMap((block) => (block.type === 'paragraph' ? [block] : block.items.flatMap(paragraphsOf)))
}

/** The words alone: the paragraphs as they stand, lists included, with a newline between them. Places in a text are counted in it. */
export function bareText(text: Text): string {
  return paragraphsOf(text)
    .map(({ runs }) => runs.map((run) => run.text).join(''))
    .join('\n')
}

function depthOf(blocks: Text): number {
  return Math.max(0, ...blocks.map((block) => (block.type === 'list' ? 1 + Math.max(0, ...block.items.map(depthOf)) : 0)))
}

function lengthOf(blocks: Text): number {
  return blocks.reduce(
    (sum, block) =>
      sum +
      (block.type === 'list'
        ? block.items.reduce((inner, item) => inner + lengthOf(item), 0)
        : block.runs.reduce((inner, { text, footnote = '' }) => inner + text.length + footnote.length, 0)),
    0,
  )
}
