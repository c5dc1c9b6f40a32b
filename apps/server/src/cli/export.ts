/** `entente export NEGOTIATION --format docx|pdf|html|md [--what agreed|rolling] [--out FILE]`. */
import { writeFile } from 'node:fs/promises'
import { exportFormats, paperOf, render, type ExportFormat } from '../http/exports.ts'
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
    out.note(`Formats: ${exportFormats.join(', ')}. What: agreed, rolling.`)
    return 2
  }
  const table = await readTable(target, settings)
  if ('problem' in table) {
    out.note(table.problem)
    return 1
  }
  const made = await render(paperOf(table, { what, positions: true, milestones: true }, now()), format)
  if (file !== undefined) {
    await writeFile(file, made)
    out.note(`${file}: ${typeof made === 'string' ? Buffer.byteLength(made) : made.byteLength} bytes`)
  } else process.stdout.write(made)
  return 0
}

function isFormat(format: string): format is ExportFormat {
  return (exportFormats as readonly string[]).includes(format)
}
