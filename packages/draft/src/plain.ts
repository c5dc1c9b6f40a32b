/**
 * A text as plain characters, in two ways: as it would stand on paper, with brackets and labels, and bare, with nothing added.
 *
 * Places in a text (quotes, search) are counted in the bare text. It is what ProseMirror's `textBetween` returns with a newline
 * between blocks, so a place in an editor and a place in the bare text are easily told from each other.
 */
import { bareText, type Wording } from '@entente/agreement'
import { saidBy, type Named } from './inset.ts'
import { BULLET, itemLabel } from './label.ts'
import { inSameBracket, type Block, type Paragraph, type Text } from './text.ts'
import type { Token } from './tokens.ts'
import { textOf } from './wording.ts'

export { bareText }

/** A clause by its id, where nobody knows its number. */
const byId: Named = (clause) => clause

/**
 * As on paper: one line for each paragraph, square brackets and footnotes written out, list items labelled and set in by two spaces for
 * each level.
 */
export function plainText(content: Text | Wording, named: Named = byId): string {
  return linesOf('blocks' in content ? textOf(content) : content, 0, 0, named).join('\n')
}

/** One paragraph with its square brackets and footnotes written out. */
export function bracketedLine({ runs }: Paragraph, named: Named = byId): string {
  return runs
    .map((run, index) => {
      const before = runs[index - 1]
      const after = runs[index + 1]
      const opens = run.bracket !== undefined && (before === undefined || !inSameBracket(before, run))
      const closes = run.bracket !== undefined && (after === undefined || !inSameBracket(run, after))
      return `${opens ? '[' : ''}${saidBy(run, named)}${closes ? ']' : ''}`
    })
    .join('')
}

/** Tokens on one line. Where a paragraph begins stands a pilcrow. */
export function tokensInWords(tokens: readonly Token[], named: Named): string {
  return tokens.map((token) => (token.kind === 'line' ? '¶ ' : token.runs.map((run) => saidBy(run, named)).join(''))).join('')
}

/** `level` counts the lists around, `depth` the ordered ones among them. */
function linesOf(blocks: readonly Block[], level: number, depth: number, named: Named): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [bracketedLine(block, named)]
    const indent = level === 0 ? '' : '  '
    return block.items.flatMap((item, index) => {
      const label = block.ordered ? itemLabel(depth, index) : BULLET
      const [first, ...rest] = item
      const begins = first?.type === 'paragraph'
      const head = begins ? `${label} ${bracketedLine(first, named)}`.trimEnd() : label
      const lines = linesOf(begins ? rest : item, level + 1, block.ordered ? depth + 1 : depth, named)
      return [head, ...lines].map((line) => `${indent}${line}`)
    })
  })
}
