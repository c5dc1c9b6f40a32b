/**
 * What is pasted: words for the clause one types in, and, where they read as several clauses, those too.
 *
 * A paste is read as with every tracked change accepted, because that is what its author saw; who changed what is told, so that nothing is
 * taken silently. Words that are struck out by their look are left out, because in a clipboard that means deleted.
 */
import type { Run, Text } from '@entente/draft'
import { clauseText, paragraphOf } from './clause-text.ts'
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
  /** Whether words that are struck out were left out. */
  readonly struck: boolean
}

/** What a clipboard holds: HTML, with the same words as lines, or lines alone. */
export type PastedSource = { readonly html: string; readonly lines?: string } | { readonly lines: string }

/**
 * From a clipboard. White space before the first word and after the last is kept where the lines have it. Answers a refusal where it is more
 * than anybody pastes. Throws only what is our own mistake.
 */
export function readPasted(source: PastedSource): Pasted | ImportRefusal {
  try {
    const length = 'html' in source ? source.html.length : source.lines.length
    if (length > importLimits.pastedCharacters) throw new NotImported('too-large', 'characters')
    const { struck, ...flow } = withoutStruck('html' in source ? readHtml(source.html) : linesOf(source.lines))
    const authors = authorsOf(flow.paragraphs)
    const paragraphs = readingOf(flow.paragraphs, () => true)
    return {
      text: spaced(wordsOf(paragraphs), source.lines ?? ''),
      paragraphs: paragraphs.length,
      several: readsAsSeveral(paragraphs) ? arrange(flow, new Set(authors.keys())) : undefined,
      authors: [...authors].map(([author, changes]) => ({ author, changes })),
      struck,
    }
  } catch (error) {
    if (error instanceof NotImported) return error.refusal
    throw error
  }
}

/** The flow without the words that are struck out, and whether there were any. */
function withoutStruck(flow: Flow): Flow & { readonly struck: boolean } {
  const struck = flow.paragraphs.some(({ runs }) => runs.some((run) => run.struck))
  if (!struck) return { ...flow, struck }
  const paragraphs = flow.paragraphs.map((paragraph) => ({ ...paragraph, runs: paragraph.runs.filter((run) => !run.struck) }))
  return { ...flow, paragraphs: paragraphs.filter(({ runs }) => runs.some(({ text }) => text.trim() !== '')), struck }
}

/** What stands before the words of a single paragraph is typed there, not the label of a list. */
function wordsOf(paragraphs: readonly ReadParagraph[]): Text {
  const [only, ...others] = paragraphs
  if (only?.role.is === 'paragraph' && only.role.numbering === undefined && others.length === 0) {
    const words = paragraphOf(only.runs)
    return words.runs.length === 0 ? [] : [words]
  }
  return clauseText(paragraphs, ownLevel(paragraphs))
}

/** The words with the white space that the lines begin and end with, so that what is pasted between two words does not run into them. */
function spaced(text: Text, lines: string): Text {
  const space: readonly Run[] = [{ text: ' ' }]
  const before = /^[ \t\u00a0]/.test(lines) ? space : []
  const after = /[ \t\u00a0]$/.test(lines) ? space : []
  return text.map((block, index) =>
    block.type === 'paragraph'
      ? { ...block, runs: [...(index === 0 ? before : []), ...block.runs, ...(index === text.length - 1 ? after : [])] }
      : block,
  )
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

/** Two headings with words below, or two paragraphs with numbers of the same level. */
function readsAsSeveral(paragraphs: readonly ReadParagraph[]): boolean {
  const headings = paragraphs.filter(({ role }) => role.is === 'heading' || role.is === 'title').length
  if (headings === paragraphs.length) return false
  const levels = paragraphs.flatMap((paragraph) => {
    const { label } = labelOf(paragraph)
    return label.is === 'number' ? [label.level] : []
  })
  const outermost = Math.min(...levels)
  return headings > 1 || (headings === 1 && levels.length > 0) || levels.filter((level) => level === outermost).length > 1
}
