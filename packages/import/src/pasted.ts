/**
 * What is pasted: words for the clause one types in, and, where they read as several clauses, those too.
 *
 * A paste is read as with every tracked change accepted, because that is what its author saw; who changed what is told, so that nothing is
 * taken silently.
 */
import type { Text } from '@entente/draft'
import { clauseText } from './clause-text.ts'
import type { Flow } from './flow.ts'
import { readHtml } from './html.ts'
import type { Imported } from './imported.ts'
import { labelOf } from './label.ts'
import { importLimits } from './limits.ts'
import { arrange } from './arrange.ts'
import { authorsOf, readingOf, type ReadParagraph } from './reading.ts'
import { NotImported, type ImportRefusal } from './refusal.ts'

export type Pasted = {
  /** As words of one clause. */
  readonly text: Text
  readonly paragraphs: number
  /** As sections and clauses; undefined where it does not read as several. */
  readonly several: Imported | undefined
  /** Who made tracked changes, with how many. */
  readonly authors: Imported['authors']
}

/** From a clipboard: HTML, or lines. Answers a refusal where it is more than anybody pastes. Throws only what is our own mistake. */
export function readPasted(source: { readonly html: string } | { readonly lines: string }): Pasted | ImportRefusal {
  try {
    const length = 'html' in source ? source.html.length : source.lines.length
    if (length > importLimits.pastedCharacters) throw new NotImported('too-large', 'characters')
    const flow = 'html' in source ? readHtml(source.html) : linesOf(source.lines)
    const authors = authorsOf(flow.paragraphs)
    const paragraphs = readingOf(flow.paragraphs, () => true)
    return {
      text: spaced(clauseText(paragraphs, ownLevel(paragraphs)), 'lines' in source && /^[ \t\u00a0]/.test(source.lines)),
      paragraphs: paragraphs.length,
      several: readsAsSeveral(paragraphs) ? arrange(flow, new Set(authors.keys())) : undefined,
      authors: [...authors].map(([author, changes]) => ({ author, changes })),
    }
  } catch (error) {
    if (error instanceof NotImported) return error.refusal
    throw error
  }
}

/** The words with the white space they began with, so that what is pasted after a word does not run into it. */
function spaced(text: Text, space: boolean): Text {
  const [first, ...rest] = text
  const [run, ...runs] = first?.type === 'paragraph' ? first.runs : []
  if (!space || run === undefined) return text
  return [{ type: 'paragraph', runs: [{ ...run, text: ` ${run.text}` }, ...runs] }, ...rest]
}

/** Plain text: a paragraph for each line. */
function linesOf(lines: string): Flow {
  const paragraphs = lines
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ role: { is: 'paragraph', numbering: undefined, indent: 0 } as const, runs: [{ text: line }] }))
  return { title: undefined, paragraphs, remarks: [], losses: new Map() }
}

/** A single number at the beginning is that of the clause; several of them are items of a list. */
function ownLevel(paragraphs: readonly ReadParagraph[]): number | undefined {
  const labels = paragraphs.map((paragraph) => labelOf(paragraph).label)
  const [first] = labels
  const numbers = labels.filter((label) => label.is === 'number')
  return first?.is === 'number' && numbers.filter(({ level }) => level <= first.level).length === 1 ? first.level : undefined
}

/** Two headings, or two paragraphs with numbers of the same level. */
function readsAsSeveral(paragraphs: readonly ReadParagraph[]): boolean {
  const headings = paragraphs.filter(({ role }) => role.is === 'heading' || role.is === 'title').length
  const levels = paragraphs.flatMap((paragraph) => {
    const { label } = labelOf(paragraph)
    return label.is === 'number' ? [label.level] : []
  })
  const outermost = Math.min(...levels)
  return headings > 1 || (headings === 1 && levels.length > 0) || levels.filter((level) => level === outermost).length > 1
}
