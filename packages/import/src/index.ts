/**
 * A text from a file: one reader per format, one neutral flow of paragraphs, and a report of what was not taken.
 *
 * Everything here is pure and runs where the file is opened, in a browser's worker. A server never opens a stranger's document.
 */
export type { Loss, Remark } from './flow.ts'
export type { Imported, ImportedClause, ImportedSection, ReportLine, Taken } from './imported.ts'
export { importLimits } from './limits.ts'
export { readPasted, type Pasted, type PastedSource } from './pasted.ts'
export { IMPORTABLE, readFile, type FileAnswer } from './read-file.ts'
export type { ImportRefusal, ImportRefusalCode } from './refusal.ts'
