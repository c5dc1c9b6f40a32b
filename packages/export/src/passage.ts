/**
 * The words of a clause as blocks on paper: brackets made visible, items labelled as on the screen.
 *
 * Square brackets follow the practice of multilateral drafting: `[KES, MER: will]`, the names of those behind the words first. The kind is
 * added where it says more than "not agreed": `[MER, awaiting instructions: …]`.
 */
import type { BracketId, BracketKind, Negotiation, PartyId } from '@entente/agreement'
import { BULLET, insetOf, inSameBracket, itemLabel, type BracketMark, type Paragraph, type Run, type Text } from '@entente/draft'
import type { Naming } from './naming.ts'
import type { Block, Inline, Item, Line } from './paper.ts'
import { printable } from './printable.ts'

/** Lists in lists are set in so often; what lies deeper stays at this level, with its own labels. Programs that print have limits too. */
const MAX_LEVELS = 8

/**
 * The blocks of a text, with the attributions that are on record. Paragraphs without words are left out, items without words are not. `lines`
 * are printed in place of the paragraphs they stand for.
 */
export function passage(
  text: Text,
  negotiation: Pick<Negotiation, 'brackets'>,
  insets: Insets,
  lines: ReadonlyMap<Paragraph, () => Line> = new Map(),
): readonly Block[] {
  return blocksOf(text, (paragraph) => lines.get(paragraph)?.() ?? wordsOf(paragraph.runs, negotiation, insets), 0, 0)
}

/** The words of one paragraph, or some of them, with brackets and attributions. */
export function wordsOf(runs: readonly Run[], { brackets }: Pick<Negotiation, 'brackets'>, insets: Insets): Line {
  return lineOf(runs, (bracket) => brackets.get(bracket)?.parties ?? [], insets)
}

/** How references and footnotes are printed. Without `footnote` they are printed where they stand, between brackets. */
export type Insets = Pick<Naming, 'reference'> & Partial<Pick<Naming, 'footnote'>>

type Behind = (bracket: BracketId) => readonly PartyId[]
type Printed = (paragraph: Paragraph) => Line

/** `level` counts the lists around, `depth` the ordered ones among them. */
function blocksOf(text: Text, printed: Printed, level: number, depth: number): readonly Block[] {
  return text.flatMap((block): readonly Block[] => {
    if (block.type === 'paragraph') {
      const line = printed(block)
      return line.some((inline) => inline.text.trim() !== '' || inline.footnote !== undefined) ? [{ is: 'paragraph', line }] : []
    }
    const items = block.items.flatMap((item, index) => {
      const label = block.ordered ? itemLabel(depth, index) : BULLET
      const blocks = blocksOf(item, printed, level + 1, block.ordered ? depth + 1 : depth)
      return level + 1 < MAX_LEVELS ? [{ label, blocks }] : levelled({ label, blocks })
    })
    return items.length > 0 ? [{ is: 'list', items }] : []
  })
}

/** An item and the items in it, one after the other. */
function levelled({ label, blocks }: Item): readonly Item[] {
  const first = blocks.findIndex(({ is }) => is === 'list')
  const [own, inside] = first === -1 ? [blocks, []] : [blocks.slice(0, first), blocks.slice(first)]
  return [{ label, blocks: own }, ...inside.flatMap((block) => (block.is === 'list' ? block.items : [{ label: '', blocks: [block] }]))]
}

function lineOf(runs: readonly Run[], behind: Behind, insets: Insets): Line {
  return runs.flatMap((run, index) => {
    const before = runs[index - 1]
    const after = runs[index + 1]
    const { bracket } = run
    const opens = bracket !== undefined && (before === undefined || !inSameBracket(before, run))
    const closes = bracket !== undefined && (after === undefined || !inSameBracket(run, after))
    return [
      ...(opens ? opening(bracket, behind(bracket.id)) : []),
      inlineOf(run, insets),
      ...(closes ? [{ text: ']', role: 'bracket' } as const] : []),
    ]
  })
}

function opening({ kind }: BracketMark, parties: readonly PartyId[]): Line {
  const why = WHY[kind]
  const said = [...parties, ...(why === undefined ? [] : [why])].join(', ')
  const bracket: Inline = { text: '[', role: 'bracket' }
  return said === '' ? [bracket] : [bracket, { text: printable(`${said}: `), role: 'attribution' }]
}

const WHY: { readonly [kind in BracketKind]: string | undefined } = {
  contested: undefined,
  alternative: undefined,
  'awaiting-instructions': 'awaiting instructions',
  linked: 'linked',
  placeholder: 'placeholder',
  editorial: 'editorial',
}

function inlineOf(run: Run, { reference, footnote }: Insets): Inline {
  const { text, bold, italic, underline, link } = run
  const inset = insetOf(run)
  if (inset?.is === 'footnote') {
    const said = printable(inset.text)
    return footnote === undefined ? { text: ` (footnote: ${said})` } : { text: '', footnote: footnote(said) }
  }
  return {
    text: inset === undefined ? printable(text) : reference(inset.clause),
    ...(inset !== undefined && { reference: inset.clause }),
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(underline !== undefined && { underline }),
    ...(link !== undefined && { link }),
  }
}
