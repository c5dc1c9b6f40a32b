/**
 * What leaves a caucus when a wording is tabled: words, emphasis, links, brackets, references and footnotes, and nothing else.
 *
 * The text is built anew from what is known, so that nothing else can come along: comments, attributes, authors, the history of the draft, ids
 * that were given in the caucus. A bracket that stands in the clause everybody reads keeps its public id, because the record says under it who is
 * behind it; any other gets a new one. What is previewed is the very object that is sent.
 */
import type { BracketId } from '@entente/agreement'
import { paragraphsOf, type Block, type Run, type Text } from '@entente/draft'

/** The text as it would be published. `known` are the brackets of the clause at the table; every other gets one id from `fresh`. */
export function publishable(text: Text, known: ReadonlySet<string>, fresh: () => BracketId): Text {
  const renamed = new Map<string, BracketId>()
  const idOf = (id: BracketId): BracketId => {
    if (known.has(id)) return id
    const before = renamed.get(id)
    if (before !== undefined) return before
    const made = fresh()
    renamed.set(id, made)
    return made
  }
  const run = ({ text: words, bold, italic, underline, link, bracket, reference, footnote }: Run): Run => ({
    text: words,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(link !== undefined && { link }),
    ...(reference !== undefined && { reference }),
    ...(footnote !== undefined && { footnote }),
    ...(bracket !== undefined && { bracket: { id: idOf(bracket.id), kind: bracket.kind } }),
  })
  const blocks = (some: readonly Block[]): readonly Block[] =>
    some.map((block): Block =>
      block.type === 'paragraph'
        ? { type: 'paragraph', runs: block.runs.map(run) }
        : { type: 'list', ordered: block.ordered, items: block.items.map(blocks) },
    )
  return blocks(text)
}

/** The ids of the brackets in a text. */
export function bracketsOf(text: Text): ReadonlySet<string> {
  return new Set(paragraphsOf(text).flatMap(({ runs }) => runs.flatMap(({ bracket }) => bracket?.id ?? [])))
}
