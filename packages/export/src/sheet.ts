/** The matrix as rows of plain text, for programs that calculate. CSV and XLSX hold the same sheet. */
import type { Matrix } from './matrix.ts'
import { plain } from './paper.ts'

export type Sheet = {
  readonly heading: readonly string[]
  /** A cell may have several lines, parted by line feeds. */
  readonly rows: readonly (readonly string[])[]
  readonly legend: readonly (readonly [term: string, meaning: string])[]
}

/** Columns that name a clause, before those of the parties. */
export const CLAUSE_COLUMNS = ['No.', 'Clause', 'Status', 'Wording'] as const

export function sheetOf({ parties, rows, legend, provenance }: Matrix): Sheet {
  return {
    heading: [...CLAUSE_COLUMNS, ...parties],
    rows: rows.map(({ number, heading, status, wording, cells }) => [
      number,
      plain(heading),
      status,
      wording,
      ...cells.map(({ lines }) => lines.map(plain).join('\n')),
    ]),
    legend: [...legend, ...provenance].map(({ term, meaning }) => [term, plain(meaning)]),
  }
}
