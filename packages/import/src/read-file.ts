/** A file in, sections and clauses out. The only way into this package. */
import { readAkomaNtoso } from './akoma-ntoso.ts'
import { arrange } from './arrange.ts'
import { readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import type { Flow } from './flow.ts'
import type { Imported } from './imported.ts'
import { importLimits } from './limits.ts'
import { readMarkdown } from './markdown.ts'
import { NotImported, type ImportRefusal } from './refusal.ts'

export type FileAnswer = { readonly ok: true; readonly imported: Imported } | { readonly ok: false; readonly refusal: ImportRefusal }

/** What the interface lets people choose. */
export const IMPORTABLE = ['.docx', '.md', '.markdown', '.html', '.htm', '.xml', '.akn'] as const

export type ReadOptions = {
  /** Whose tracked changes are taken into the text. Everybody else's are kept as readings. */
  readonly accepted?: readonly string[]
  /** Told how far it has come, from 0 to 1. */
  readonly step?: (done: number) => void
}

/** Reads a file by the ending of its name. Nothing is fetched and nothing is run. Throws only what is our own mistake. */
export function readFile(name: string, bytes: Uint8Array, { accepted = [], step = () => undefined }: ReadOptions = {}): FileAnswer {
  try {
    step(0)
    const flow = flowOf(name, bytes)
    step(0.6)
    const imported = arrange(flow, new Set(accepted))
    step(1)
    return { ok: true, imported }
  } catch (error) {
    if (error instanceof NotImported) return { ok: false, refusal: error.refusal }
    throw error
  }
}

function flowOf(name: string, bytes: Uint8Array): Flow {
  if (bytes.byteLength > importLimits.fileBytes) throw new NotImported('too-large', 'file')
  switch (/\.(\w+)$/.exec(name.toLowerCase())?.[1]) {
    case 'docx':
      return readDocx(bytes)
    case 'docm':
      throw new NotImported('macros')
    case 'md':
    case 'markdown':
      return readMarkdown(decoded(bytes))
    case 'html':
    case 'htm':
      return readHtml(decoded(bytes))
    case 'xml':
    case 'akn':
      return readAkomaNtoso(decoded(bytes))
    default:
      throw new NotImported('unknown-kind')
  }
}

function decoded(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The words would come out wrong, and nobody would be told.
    throw new NotImported('unreadable', 'encoding')
  }
}
