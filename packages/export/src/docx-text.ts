/**
 * Words and paragraphs in Word's terms.
 *
 * Word does not find out by itself which way a run is to be read, so every run from the right is marked, and only those: an explicit
 * "not from the right" makes other programs misplace brackets.
 */
import {
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InsertedTextRun,
  Paragraph,
  Tab,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'
import { directed, directionOf } from './direction.ts'
import { STEP } from './docx-style.ts'
import { permittedLink } from './link.ts'
import type { Block, Direction, Inline, Line, Paper } from './paper.ts'

export type Look = Omit<IParagraphOptions, 'children' | 'text'> & {
  readonly before?: readonly ParagraphChild[]
  readonly after?: readonly ParagraphChild[]
}

/** Writes lines and blocks of one paper. */
export function writer({ direction, language }: Pick<Paper, 'direction' | 'language'>) {
  const runs = (line: Line, base: Direction = directionOf(line, direction)): readonly ParagraphChild[] =>
    stretchesOf(line).flatMap((stretch) => (typeof stretch === 'number' ? [new FootnoteReferenceRun(stretch)] : wordRuns(stretch, base)))

  const wordRuns = (line: Line, base: Direction): readonly ParagraphChild[] =>
    directed(line, base).map(({ inline, text, direction: own }) => {
      const run = runOf(inline, { text, ...lookOf(inline, language), ...(own === 'rtl' && { rightToLeft: true }) })
      const address = permittedLink(inline.link)
      return address === undefined || inline.change !== undefined ? run : new ExternalHyperlink({ link: address, children: [run] })
    })

  const paragraph = (line: Line, { before = [], after = [], ...look }: Look = {}): Paragraph => {
    const base = directionOf(line, direction)
    return new Paragraph({ ...look, ...(base === 'rtl' && { bidirectional: true }), children: [...before, ...runs(line, base), ...after] })
  }

  /** The blocks as paragraphs; `last` is how the last of them looks besides. */
  const blocks = (all: readonly Block[], look: Look = {}, last: Look = {}): readonly Paragraph[] =>
    linesOf(all, look, 0).map(([line, own], index, lines) => paragraph(line, index === lines.length - 1 ? { ...own, ...last } : own))

  return { runs, paragraph, blocks }
}

/** The words of a line, and the numbers of the footnotes between them. */
function stretchesOf(line: Line): readonly (Line | number)[] {
  const stretches: (Inline[] | number)[] = [[]]
  for (const inline of line) {
    const last = stretches.at(-1)
    if (inline.footnote !== undefined) stretches.push(inline.footnote, [])
    else if (typeof last === 'object') last.push(inline)
  }
  return stretches
}

/** `depth` is how many lists are around. The label hangs to the left of the item's first line. */
function linesOf(blocks: readonly Block[], look: Look, depth: number): readonly (readonly [Line, Look])[] {
  return blocks.flatMap((block) => {
    if (block.is === 'paragraph') return [[block.line, look] as const]
    const left = STEP * (depth + 1.5) + (look.style === 'Alternative' ? STEP : 0)
    return block.items.flatMap(({ label, blocks: inside }) => {
      const [first, ...rest] = inside
      const marked = { ...look, indent: { left, hanging: STEP }, before: [new TextRun({ children: [label, new Tab()] })] }
      const within = { ...look, indent: { left } }
      return first?.is === 'paragraph'
        ? [[first.line, marked] as const, ...linesOf(rest, within, depth + 1)]
        : [[[], marked] as const, ...linesOf(inside, within, depth + 1)]
    })
  })
}

/** Tracked changes are Word's own, so that they can be accepted and rejected there. */
function runOf({ change }: Inline, look: IRunOptions): ParagraphChild {
  if (change === undefined) return new TextRun(look)
  const tracked = { ...look, id: change.number, author: change.by, date: change.at }
  return change.kind === 'inserted' ? new InsertedTextRun(tracked) : new DeletedTextRun(tracked)
}

function lookOf({ bold, italic, underline, role, language: spoken }: Inline, language: Paper['language']) {
  return {
    ...((bold === true || role !== undefined) && { bold: true }),
    ...(italic === true && { italics: true }),
    ...(underline === true && { underline: {} }),
    ...(spoken !== undefined && spoken !== language && { language: { value: 'en-GB' } }),
  }
}
