/**
 * The wording of a clause: what a party consents to, and nothing else.
 *
 * This is the canonical content of design point 8.1: block structure, words, kinds of bracket, targets of links, heading, kind of
 * clause and the terms of its milestones. Emphasis, number, order and ids are not part of it, so renumbering, moving or making a word
 * bold lapses nobody's consent. `draft` builds a wording from the shared text; here it is named and compared.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { ClauseId, Fingerprint, MilestoneId } from './ids.ts'
import { MilestoneTerms } from './terms.ts'

/** Why words stand in square brackets: rival wordings, missing instructions, a trade with another clause, text to come, a slip to check. */
export const BracketKind = z.enum(['contested', 'alternative', 'awaiting-instructions', 'linked', 'placeholder', 'editorial'])
export type BracketKind = z.infer<typeof BracketKind>

export const ClauseKind = z.enum(['preambular', 'operative'])
export type ClauseKind = z.infer<typeof ClauseKind>

/**
 * Neighbouring words that share bracket and link. White space is folded, Unicode is NFC. A reference is the clause it refers to, whatever
 * number that has; a footnote is its words.
 */
export const WordingRun = z.strictObject({
  text: z.string(),
  bracket: BracketKind.optional(),
  link: z.string().optional(),
  reference: ClauseId.optional(),
  footnote: z.string().optional(),
})
export type WordingRun = z.infer<typeof WordingRun>

export type WordingBlock =
  | { readonly type: 'paragraph'; readonly runs: readonly WordingRun[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly WordingBlock[])[] }

export const WordingBlock: z.ZodType<WordingBlock> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.literal('paragraph'), runs: z.array(WordingRun) }),
    z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(WordingBlock)) }),
  ]),
)

export const Wording = z.strictObject({
  kind: ClauseKind,
  heading: z.string(),
  blocks: z.array(WordingBlock),
  milestones: z.array(z.strictObject({ milestone: MilestoneId, terms: MilestoneTerms })),
})
export type Wording = z.infer<typeof Wording>

/** The name of a wording: SHA-256 over its canonical JSON (RFC 8785), as 64 hex digits. */
export function fingerprint(wording: Wording): Fingerprint {
  return Fingerprint.parse(digest(wording))
}

/** SHA-256 of the canonical JSON (RFC 8785) of any plain value. Throws on what JSON cannot say, such as a lone surrogate. */
export function digest(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Nothing to digest: the value has no JSON form')
  return bytesToHex(sha256(utf8ToBytes(text)))
}
