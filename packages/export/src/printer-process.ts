/** The process in which papers and sheets are made, one at a time, for `printer`. */
import type { CommitmentsSheet } from './commitments.ts'
import type { Matrix } from './matrix.ts'
import type { Paper } from './paper.ts'

export type PrintJob =
  | { readonly format: 'docx' | 'pdf'; readonly paper: Paper }
  | { readonly format: 'xlsx'; readonly matrix: Matrix }
  | { readonly format: 'commitments'; readonly sheet: CommitmentsSheet }
export type PrintAnswer = { readonly ok: true; readonly file: Uint8Array } | { readonly ok: false; readonly reason: string }

process.on('message', (job: PrintJob) => {
  void print(job).then((answer) => process.send?.(answer))
})

/** Each library is loaded with the first paper that needs it. */
async function print(job: PrintJob): Promise<PrintAnswer> {
  try {
    switch (job.format) {
      case 'docx': {
        const { docxOf } = await import('./docx.ts')
        return { ok: true, file: await docxOf(job.paper) }
      }
      case 'pdf': {
        const { pdfOf } = await import('./pdf.ts')
        return { ok: true, file: pdfOf(job.paper) }
      }
      case 'xlsx': {
        const { xlsxOf } = await import('./xlsx.ts')
        return { ok: true, file: await xlsxOf(job.matrix) }
      }
      case 'commitments': {
        const { commitmentsXlsxOf } = await import('./xlsx.ts')
        return { ok: true, file: await commitmentsXlsxOf(job.sheet) }
      }
      default:
        return job satisfies never
    }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}
