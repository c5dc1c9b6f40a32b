/** `entente export NEGOTIATION --format docx|pdf|html|md [--what agreed|rolling] [--out FILE]`, or `--format csv|xlsx` for the positions. */
import { writeFile } from 'node:fs/promises'
import { PrinterFailed } from '@entente/export'
import { contentsOf, exported, exportFormats, type Contents, type Exported, type ExportFormat } from '../http/exports.ts'
import type { Settings } from '../settings.ts'
import { now } from './clock.ts'
import type { Exit, Output } from './output.ts'
import { readTable } from './stored.ts'

export type ExportOptions = { readonly format: string; readonly what: string; readonly out: string | undefined }

export async function exportText(
  target: string,
  { format, what, out: file }: ExportOptions,
  settings: Settings,
  out: Output,
): Promise<Exit> {
  if (!isFormat(format) || (what !== 'agreed' && what !== 'rolling')) {
    out.note(`Formats: ${exportFormats.join(', ')}. What: agreed, rolling; csv and xlsx are always the positions.`)
    return 2
  }
  const table = await readTable(target, settings)
  if ('problem' in table) {
    out.note(table.problem)
    return 1
  }
  const made = await make(contentsOf(table, format, { what, positions: true, milestones: true, comments: false, tracked: false }, now()))
  if (made === undefined) {
    out.note(`The ${format} file could not be made.`)
    return 1
  }
  const { content } = made
  if (file !== undefined) {
    await writeFile(file, content)
    out.note(`${file}: ${typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength} bytes`)
  } else process.stdout.write(content)
  return 0
}

/** Undefined if the file cannot be made. Why may quote the text, so it is not said. */
async function make(contents: Contents): Promise<Exported | undefined> {
  try {
    return await exported(contents)
  } catch (error) {
    if (error instanceof PrinterFailed) return undefined
    throw error
  }
}

function isFormat(format: string): format is ExportFormat {
  return (exportFormats as readonly string[]).includes(format)
}
