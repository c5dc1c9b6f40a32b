/** The words of one clause: paragraphs, and lists in lists, from labelled lines. */
import { INSET, isInset, type Block, type List, type Paragraph, type Run, type Text } from '@entente/draft'
import type { FlowRun } from './flow.ts'
import { labelOf, type Label } from './label.ts'
import type { ReadParagraph } from './reading.ts'

/** Deeper lists are brought up to this level. The text allows more, but nobody reads them. */
const MAX_LEVEL = 6

/**
 * The text of the paragraphs of one clause. `level` is that of the clause's own number: what is numbered below it is an item. Undefined where
 * no paragraph has the number of a clause: then every number begins an item. Empty paragraphs are left out.
 */
export function clauseText(paragraphs: readonly ReadParagraph[], level: number | undefined): Text {
  const top: Block[] = []
  /** The lists that are open, outermost first. */
  const open: { readonly ordered: boolean; readonly items: Block[][] }[] = []
  const into = () => open.at(-1)?.items.at(-1) ?? top
  const labelled = paragraphs.map(labelOf)
  const below = deeperBy(
    labelled.map(({ label }) => label),
    level,
  )
  labelled.forEach(({ label, runs }, index) => {
    const line = paragraphOf(runs)
    if (line.runs.length === 0) return
    const depth = label.is === 'item' ? label.level + below : label.is === 'number' ? depthOfNumber(label.level, index, level) : 0
    if (depth === 0) {
      open.length = 0
      top.push(line)
      return
    }
    const ordered = label.is === 'number' || (label.is === 'item' && label.ordered)
    open.length = Math.min(open.length, Math.min(depth, MAX_LEVEL))
    const same = open.length === Math.min(depth, MAX_LEVEL) ? open.at(-1) : undefined
    if (same !== undefined && same.ordered === ordered) {
      same.items.push([line])
      return
    }
    if (same !== undefined) open.pop()
    // A level that was skipped is not made up: the list opens one below what is there.
    const items: Block[][] = [[line]]
    const list: List = { type: 'list', ordered, items }
    into().push(list)
    open.push({ ordered, items })
  })
  return top
}

function depthOfNumber(own: number, index: number, level: number | undefined): number {
  if (level === undefined) return own + 1
  return index > 0 && own > level ? own - level : 0
}

/** How much deeper items stand than their labels say: below numbers that are items themselves, and where the outermost list is level 0. */
function deeperBy(labels: readonly Label[], level: number | undefined): number {
  const numbered = level === undefined && labels.some(({ is }) => is === 'number')
  return numbered || labels.some((label) => label.is === 'item' && label.level === 0) ? 1 : 0
}

/** Folds white space, drops changes and remarks, joins neighbours with the same marks. */
export function paragraphOf(runs: readonly FlowRun[]): Paragraph {
  const made: Run[] = []
  for (const { text, bold, italic, underline, link, footnote } of runs) {
    const before = made.at(-1)
    if (footnote !== undefined) {
      made.push({ text: INSET, footnote })
      continue
    }
    const words = text.replace(/[\s\p{Cc}]+/gu, ' ').toWellFormed()
    const folded = before === undefined || before.text.endsWith(' ') ? words.trimStart() : words
    if (folded === '') continue
    const run: Run = {
      text: folded,
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(underline && { underline }),
      ...(link !== undefined && { link }),
    }
    if (before !== undefined && !isInset(before) && sameMarks(before, run))
      made[made.length - 1] = { ...before, text: before.text + folded }
    else made.push(run)
  }
  const last = made.at(-1)
  if (last !== undefined) {
    const text = last.text.trimEnd()
    if (text === '') made.pop()
    else made[made.length - 1] = { ...last, text }
  }
  return { type: 'paragraph', runs: made }
}

function sameMarks(one: Run, other: Run): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.underline === other.underline && one.link === other.link
}
