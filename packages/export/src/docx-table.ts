/** Tables in Word's terms: a table proper, whose heading row is repeated on each page, and places to sign. */
import { BorderStyle, Paragraph, Table as WordTable, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import { CELL_BORDER, MEASURE } from './docx-style.ts'
import { writer } from './docx-text.ts'
import type { Line, Paper, Table } from './paper.ts'

/** A table as wide as the text; `measure` is that width in twips. No row is split between pages. */
export function tableOf({ columns, rows }: Table, measure: number, paper: Paper): WordTable {
  const { paragraph } = writer(paper)
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((measure * share) / shares))
  const cell = (lines: readonly Line[], column: number, style: string) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.TOP,
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      ...(style === 'TableHeading' && { shading: { fill: 'F3F1EA' } }),
      children: lines.length > 0 ? lines.map((line) => paragraph(line, { style })) : [new Paragraph({ style })],
    })
  const headings = columns.map(({ heading }, index) => cell([heading], index, 'TableHeading'))
  return new WordTable({
    ...fixed(widths, CELL_BORDER),
    visuallyRightToLeft: paper.direction === 'rtl',
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: headings }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((lines, index) => cell(lines, index, 'TableText')) })),
    ],
  })
}

/** Two signatories side by side, each under a line to sign on. */
export function signatureTable(signatories: readonly Paragraph[]): WordTable {
  const width = Math.floor(MEASURE.portrait / 2)
  const pairs = Array.from({ length: Math.ceil(signatories.length / 2) }, (_, row) => signatories.slice(row * 2, row * 2 + 2))
  const cell = (signatory: Paragraph | undefined, index: number) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: index === 0 ? 0 : 280, right: index === 0 ? 280 : 0 },
      children: [signatory ?? new Paragraph({})],
    })
  return new WordTable({
    ...fixed([width, width], { style: BorderStyle.NONE, size: 0, color: 'auto' }),
    rows: pairs.map(([left, right]) => new TableRow({ cantSplit: true, children: [cell(left, 0), cell(right, 1)] })),
  })
}

/** Word lays out from the cells, other programs from the grid: both are told the same widths. */
function fixed(widths: readonly number[], border: typeof CELL_BORDER | { style: typeof BorderStyle.NONE; size: number; color: string }) {
  return {
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
  }
}
