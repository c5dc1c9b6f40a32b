/**
 * What the shared text may consist of, as plain tables.
 *
 * The gate checks every incoming item against them, the reader and the pre-flight check go by them, and a test holds them equal to the
 * editor's schema. They stand apart from the schema so that a server can check text without loading an editor. Every node may hold any
 * number of its children in any order: then no honest merge produces a document that an editor would "repair" by deleting from it.
 */
import { BracketMark, ClauseId, FootnoteText, MAX_LINK } from '@entente/agreement'
import { z } from 'zod'

/** Raised when `shape` changes. A client with another version is turned away before it sees a byte of text. */
export const SCHEMA_VERSION = 2

/** The name under which the tables speak of the root fragment itself. */
export const DOCUMENT = 'doc'
/** The name under which the tables speak of a `Y.XmlText`. */
export const TEXT = 'text'

const blocks: ReadonlySet<string> = new Set(['paragraph', 'bulletList', 'orderedList'])
const items: ReadonlySet<string> = new Set(['listItem'])

/** What stands beside words in the document to say that they are emphasised, lead somewhere, or are not agreed. */
export const EmphasisValue = z.strictObject({})
export const LinkValue = z.strictObject({ href: z.string().refine(isLink) })
export const BracketValue = BracketMark
/** On an `INSET` character: what stands there. On any other character it means nothing. */
export const ReferenceValue = z.strictObject({ clause: ClauseId })
export const FootnoteValue = z.strictObject({ text: FootnoteText })

export type Check = (value: unknown) => boolean

export type Shape = {
  /** Node, then the nodes it may hold directly. A node that is not a key does not exist. */
  readonly children: ReadonlyMap<string, ReadonlySet<string>>
  /**
   * Mark, then whether a value may stand under that key in a `Y.XmlText`. The key is the bare name of the mark: no mark here may cover
   * the same words twice, so the binding never adds its `--hash`. `null` ends a mark and is always allowed for the marks named here.
   */
  readonly marks: ReadonlyMap<string, Check>
  /** Node, attribute, then whether the attribute may have a value. No node of this version has attributes. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, Check>>
}

export const shape: Shape = {
  children: new Map([
    [DOCUMENT, blocks],
    ['paragraph', new Set([TEXT])],
    ['bulletList', items],
    ['orderedList', items],
    ['listItem', blocks],
  ]),
  marks: new Map<string, Check>([
    ['bold', holds(EmphasisValue)],
    ['italic', holds(EmphasisValue)],
    ['underline', holds(EmphasisValue)],
    ['link', holds(LinkValue)],
    ['bracket', holds(BracketValue)],
    ['reference', holds(ReferenceValue)],
    ['footnote', holds(FootnoteValue)],
  ]),
  attributes: new Map(),
}

/** Whether words may link there: an absolute `http:`, `https:` or `mailto:` address without white space or control characters. */
export function isLink(href: string): boolean {
  return href.length <= MAX_LINK && /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href) && URL.canParse(href)
}

function holds(values: z.ZodType): Check {
  return (value) => values.safeParse(value).success
}
