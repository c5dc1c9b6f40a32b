/** The words of a file as blocks: a chapeau, lettered items, and closing words. */
import { BracketId } from '@entente/agreement'
import type { Block, Run, Text } from '@entente/draft'
import type { SampleClause, SampleRun } from './format.ts'

/** The base text of a clause. Items whose label is not the one the list would show keep it as words. */
export function wordsOf({ chapeau, items, closing }: Pick<SampleClause, 'chapeau' | 'items' | 'closing'>): Text {
  const lettered = items.every(({ label }, index) => label === letter(index))
  const listed: readonly Block[] =
    items.length === 0
      ? []
      : lettered
        ? [{ type: 'list', ordered: true, items: items.map(({ runs }) => [paragraph(runs.map(runOf))]) }]
        : items.map(({ label, runs }) => paragraph([{ text: `${label} ` }, ...runs.map(runOf)]))
  return [...opening(chapeau), ...listed, ...opening(closing)]
}

/** Plain text with one paragraph to a line; consecutive lines that begin with (a), (b) … are a list. */
export function wordsOfPlain(text: string): Text {
  const blocks: Block[] = []
  let items: Block[][] = []
  const close = () => {
    if (items.length > 0) blocks.push({ type: 'list', ordered: true, items })
    items = []
  }
  for (const line of text.split('\n')) {
    const label = letter(items.length)
    if (line.startsWith(`${label} `)) items.push([paragraph([{ text: line.slice(label.length + 1) }])])
    else {
      close()
      blocks.push(paragraph([{ text: line }]))
    }
  }
  close()
  return blocks
}

function opening(runs: readonly SampleRun[]): readonly Block[] {
  return runs.length === 0 ? [] : [paragraph(runs.map(runOf))]
}

function runOf(run: SampleRun): Run {
  return run.type === 'text' ? { text: run.text } : { text: run.text, bracket: { id: BracketId.parse(run.id), kind: run.kind } }
}

function paragraph(runs: readonly Run[]): Block {
  return { type: 'paragraph', runs: runs.filter(({ text }) => text !== '') }
}

function letter(index: number): string {
  return `(${String.fromCodePoint(0x61 + index)})`
}
