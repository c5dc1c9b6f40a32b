/**
 * The matrix as an Excel workbook (Office Open XML): one sheet with the positions, one that says what codes and words mean.
 *
 * Every cell is a string in the format "text", so nothing is a formula, also after somebody edits the cell. The heading row and the columns
 * that name the clause stay in sight.
 */
import writeXlsxFile, { type CellObject, type SheetData } from 'write-excel-file/node'
import type { CommitmentsSheet } from './commitments.ts'
import type { Matrix } from './matrix.ts'
import { CLAUSE_COLUMNS, sheetOf } from './sheet.ts'

/** Characters Excel takes in one cell; it repairs a file with more by dropping the cell. */
const MAX_CELL = 32_767
const CUT = ' … (cut here: too long for a cell; the record has the whole)'

/** Column widths, in characters. */
const WIDTHS = { clause: [6, 30, 22, 15], party: 38, term: 16, meaning: 100 } as const

/** Height of a line in points, and the most a row may have. Heights are written because not every program finds them by itself. */
const LINE = 15
const MAX_ROW = 409

const TEXT = { type: String, format: '@', wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: '#B9B4A6' } as const
const HEADING = { ...TEXT, fontWeight: 'bold', backgroundColor: '#F3F1EA' } as const
const LAPSED = { ...TEXT, backgroundColor: '#FBEFD5' } as const

export async function xlsxOf(matrix: Matrix): Promise<Uint8Array> {
  const { heading, rows, legend } = sheetOf(matrix)
  const widths = [...WIDTHS.clause, ...matrix.parties.map(() => WIDTHS.party)]
  const lookOf = (index: number, column: number): CellObject =>
    matrix.rows[index]?.cells[column - CLAUSE_COLUMNS.length]?.is === 'lapsed' ? LAPSED : TEXT
  const positions: SheetData = [
    heading.map((text) => cell(text, HEADING)),
    ...rows.map((row, index) => {
      const height = heightOf(row, widths)
      return row.map((text, column) => cell(text, { ...lookOf(index, column), height }))
    }),
  ]
  const meanings: SheetData = legend.map(([term, meaning]) => {
    const height = heightOf([term, meaning], [WIDTHS.term, WIDTHS.meaning])
    return [cell(term, { ...HEADING, height }), cell(meaning, { ...TEXT, height })]
  })
  const file = writeXlsxFile(
    [
      {
        data: positions,
        sheet: 'Positions',
        columns: widths.map((width) => ({ width })),
        stickyRowsCount: 1,
        stickyColumnsCount: 2,
        orientation: 'landscape',
        rightToLeft: matrix.direction === 'rtl',
      },
      { data: meanings, sheet: 'Legend', columns: [{ width: WIDTHS.term }, { width: WIDTHS.meaning }] },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  )
  return new Uint8Array(await file.toBuffer())
}

/** Columns of the commitments, in characters: number, words, then the rest. */
const COMMITMENT_WIDTHS = [6, 34, 12, 18, 14, 30, 14, 14, 20, 8, 7, 18, 14, 30, 36, 12, 12]

/** The commitments: one sheet, one row for each. */
export async function commitmentsXlsxOf({ heading, rows }: CommitmentsSheet): Promise<Uint8Array> {
  const data: SheetData = [
    heading.map((text) => cell(text, HEADING)),
    ...rows.map((row) => {
      const height = heightOf(row, COMMITMENT_WIDTHS)
      return row.map((text) => cell(text, { ...TEXT, height }))
    }),
  ]
  const file = writeXlsxFile(
    [
      {
        data,
        sheet: 'Commitments',
        columns: COMMITMENT_WIDTHS.map((width) => ({ width })),
        stickyRowsCount: 1,
        stickyColumnsCount: 2,
        orientation: 'landscape',
      },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  )
  return new Uint8Array(await file.toBuffer())
}

/** High enough for the cell with most lines, as far as characters tell. */
function heightOf(row: readonly string[], widths: readonly number[]): number {
  const lines = row.map((text, column) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / ((widths[column] ?? 1) - 1))), 0),
  )
  return Math.min(MAX_ROW, LINE * Math.max(...lines))
}

function cell(text: string, look: CellObject): CellObject {
  return {
    ...look,
    value: literal(text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - CUT.length).replace(/[\uD800-\uDBFF]$/, '')}${CUT}` : text),
  }
}

/** The format writes a character it cannot hold as `_x000D_`. Whoever wrote such letters meant the letters (ECMA-376, 22.9.2.19). */
function literal(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
