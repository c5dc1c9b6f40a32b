/** The paragraphs of a DOCX, in order, each with its place in the outline. */
import type { Change, FlowParagraph, FlowRun } from '../flow.ts'
import { child, elementsOf, type XmlElement } from '../xml.ts'
import { attribute } from './attribute.ts'
import type { Counter } from './numbering.ts'
import { changeOf, readRuns, type Openings, type RunContext } from './runs.ts'
import { numberingOf } from './styles.ts'

export type BodyContext = RunContext & { readonly counter: Counter }

/** Twentieths of a point that word processors indent per level. */
const INDENT_STEP = 567

export function readBody(document: XmlElement, context: BodyContext): readonly FlowParagraph[] {
  const paragraphs: FlowParagraph[] = []
  readBlocks(child(document, 'body') ?? document, [], context, { remarks: new Set(), fields: [] }, paragraphs)
  return paragraphs
}

function readBlocks(holder: XmlElement, changes: readonly Change[], context: BodyContext, open: Openings, into: FlowParagraph[]): void {
  for (const element of elementsOf(holder)) {
    switch (element.name) {
      case 'p':
        into.push(readParagraph(element, changes, context, open))
        break
      case 'tbl':
        context.count('tables')
        into.push(...elementsOf(element, 'tr').map((row) => readRow(row, context, open)))
        break
      case 'ins':
      case 'moveTo':
        readBlocks(element, [...changes, changeOf(element, 'inserted')], context, open, into)
        break
      case 'del':
      case 'moveFrom':
        readBlocks(element, [...changes, changeOf(element, 'deleted')], context, open, into)
        break
      case 'sdt':
      case 'sdtContent':
      case 'customXml':
        readBlocks(element, changes, context, open, into)
        break
      case 'commentRangeStart': {
        const remark = context.book.number('comment', attribute(element, 'id'))
        if (remark !== undefined) open.remarks.add(remark)
        break
      }
      case 'commentRangeEnd':
        open.remarks.delete(context.book.number('comment', attribute(element, 'id')) ?? -1)
        break
      case 'AlternateContent':
        context.count('text-boxes')
        break
      case 'altChunk':
        context.count('unknown-elements')
        break
      default:
        // Bookmarks, section properties and other marks without words.
        break
    }
  }
}

function readParagraph(paragraph: XmlElement, around: readonly Change[], context: BodyContext, open: Openings): FlowParagraph {
  const properties = child(paragraph, 'pPr')
  const style = context.styleOf(attribute(child(properties, 'pStyle'), 'val'))
  if (child(properties, 'pPrChange') !== undefined) context.count('formatting-changes')
  const mark = child(properties, 'rPr')
  const end = [
    ...around,
    ...elementsOf(mark, 'ins').map((one) => changeOf(one, 'inserted')),
    ...elementsOf(mark, 'moveTo').map((one) => changeOf(one, 'inserted')),
    ...elementsOf(mark, 'del').map((one) => changeOf(one, 'deleted')),
    ...elementsOf(mark, 'moveFrom').map((one) => changeOf(one, 'deleted')),
  ]
  const own = numberingOf(properties)
  const list = own?.id === '0' ? undefined : (own ?? style.numbering)
  const runs = readRuns(paragraph, context, open)
  // An empty paragraph shows no number and does not count.
  const numbering = list !== undefined && runs.some(({ text }) => text.trim() !== '') ? context.counter(list.id, list.level) : undefined
  const outline = attribute(child(properties, 'outlineLvl'), 'val')
  const heading = style.heading ?? (outline === undefined || Number(outline) > 8 ? undefined : Number(outline) + 1)
  return {
    role: style.title
      ? { is: 'title' }
      : heading !== undefined
        ? { is: 'heading', level: heading }
        : { is: 'paragraph', numbering, indent: indentOf(properties) },
    runs: heading !== undefined && numbering?.label !== undefined ? [{ text: `${numbering.label} ` }, ...runs] : runs,
    ...(end.length > 0 && { end }),
  }
}

function indentOf(properties: XmlElement | undefined): number {
  const indent = child(properties, 'ind')
  const twentieths = Number(attribute(indent, 'left') ?? attribute(indent, 'start') ?? 0)
  return Number.isFinite(twentieths) ? Math.max(0, Math.round(twentieths / INDENT_STEP)) : 0
}

/** A row of a table as one line: cells divided by a bar. */
function readRow(row: XmlElement, context: BodyContext, open: Openings): FlowParagraph {
  const cells = elementsOf(row, 'tc').map((cell) => {
    const paragraphs: FlowParagraph[] = []
    readBlocks(cell, [], context, open, paragraphs)
    return joined(
      paragraphs.map(({ runs }) => runs),
      ' ',
    )
  })
  return { role: { is: 'paragraph', numbering: undefined, indent: 0 }, runs: joined(cells, ' | ') }
}

function joined(parts: readonly (readonly FlowRun[])[], between: string): readonly FlowRun[] {
  return parts.filter((runs) => runs.length > 0).flatMap((runs, index) => (index === 0 ? runs : [{ text: between }, ...runs]))
}
