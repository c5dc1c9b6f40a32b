/**
 * The text on paper: one neutral tree, one file per format. The positions likewise: one neutral matrix.
 *
 * `communique` decides what is printed and in which words; `toDocx`, `toPdf`, `toHtml` and `toMarkdown` say how it looks. `matrix` decides
 * what is told of the positions; `toCsv` and `toXlsx` make a file of it.
 */
export { toCalendar, type CalendarOf } from './calendar.ts'
export { commitments, toCommitmentsJson, type Commitments } from './commitments.ts'
export { communique } from './communique.ts'
export { confidential } from './confidential.ts'
export { toCommitmentsCsv, toCsv } from './csv.ts'
export { fileName } from './file-name.ts'
export { toHtml } from './html.ts'
export { INCLUDE, type Include, type Manuscript } from './manuscript.ts'
export { toMarkdown } from './markdown.ts'
export { matrix, type Matrix } from './matrix.ts'
export type { Paper, PaperKind } from './paper.ts'
export {
  createPrinter,
  PrinterBusy,
  PrinterFailed,
  toCommitmentsXlsx,
  toDocx,
  toPdf,
  toXlsx,
  type Printer,
  type PrinterOptions,
} from './printer.ts'
