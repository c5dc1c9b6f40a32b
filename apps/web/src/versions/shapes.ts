/** The past of the words as the server tells it, parsed at the boundary. */
import { BracketId, BracketKind, ClauseId, SeatId, Timestamp } from '@entente/agreement'
import type { Block } from '@entente/draft'
import { z } from 'zod'

const Run = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
  link: z.string().optional(),
  bracket: z.object({ id: BracketId, kind: BracketKind }).optional(),
  reference: ClauseId.optional(),
  footnote: z.string().optional(),
})

const TextBlock: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), runs: z.array(Run) }),
    z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(TextBlock)) }),
  ]),
)
const Writer = z.union([z.literal('server'), SeatId])

export const ToldVersion = z.object({
  upto: z.int(),
  from: Timestamp,
  until: Timestamp,
  /** Who changed the words, in the order in which they began. */
  by: z.array(Writer),
  text: z.array(TextBlock),
  /** Paragraph by paragraph, who wrote the words. */
  writers: z.array(z.array(z.object({ text: z.string(), by: Writer }))),
})
export type ToldVersion = z.infer<typeof ToldVersion>

export const ToldHistory = z.object({ versions: z.array(ToldVersion), earlier: z.int() })
export type ToldHistory = z.infer<typeof ToldHistory>

/** By clause, the words as they stood at a moment. */
export const ToldTexts = z.object({
  at: Timestamp,
  /** When the first words were kept; of earlier moments nothing is known. */
  since: Timestamp.optional(),
  clauses: z.record(z.string(), z.array(TextBlock)),
})
export type ToldTexts = z.infer<typeof ToldTexts>
