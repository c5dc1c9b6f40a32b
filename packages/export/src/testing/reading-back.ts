/** Reads papers back with programs that did not write them, for tests. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import mammoth from 'mammoth'
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { SaxesParser } from 'saxes'

type Node = DefaultTreeAdapterTypes.Node
export type Element = DefaultTreeAdapterTypes.Element

/** Every element of an HTML document, in order. */
export function elementsOf(html: string): readonly Element[] {
  const walk = (node: Node): readonly Element[] => [
    ...(defaultTreeAdapter.isElementNode(node) ? [node] : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ]
  return walk(parse(html))
}

/** The words of an HTML document; style and script are no words. */
export function wordsOfHtml(html: string): string {
  const walk = (node: Node): string => {
    if (defaultTreeAdapter.isTextNode(node)) return node.value
    if (defaultTreeAdapter.isElementNode(node) && ['style', 'script', 'title'].includes(node.tagName)) return ''
    return 'childNodes' in node ? node.childNodes.map(walk).join('') : ''
  }
  return folded(walk(parse(html)))
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value
}

/** The parts of a Word or Excel file by name. Throws if a part is not well-formed XML. */
export async function partsOfOffice(file: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(file)
  const files = Object.values(zip.files).filter(({ dir }) => !dir)
  const parts = await Promise.all(files.map(async (part) => [part.name, await part.async('string')] as const))
  for (const [name, xml] of parts) if (/\.(xml|rels)$/.test(name)) new SaxesParser({ xmlns: true, fileName: name }).write(xml).close()
  return new Map(parts)
}

/** A Word file as HTML, read by mammoth. */
export async function htmlOfDocx(docx: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) }, { styleMap: ['comment-reference => sup'] })
  return value
}

/** A Word file as plain text, read by LibreOffice. */
export function wordsByLibreOffice(docx: Uint8Array): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'paper.docx'), docx)
    libreOffice(folder, ['--convert-to', 'txt:Text (encoded):UTF8', join(folder, 'paper.docx')])
    return folded(readFileSync(join(folder, 'paper.txt'), 'utf8'))
  })
}

/** Runs LibreOffice with a profile of its own; what it writes comes into the folder. */
export function libreOffice(folder: string, options: readonly string[]): void {
  run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...options, '--outdir', folder])
}

/** The words of a PDF in reading order, read by Poppler. Marks that only say in which direction words run are left out. */
export function wordsOfPdf(pdf: Uint8Array): string {
  return folded(poppler('pdftotext', pdf, '-nopgbrk', '-'))
}

/**
 * The letters and digits of a line of a PDF as a reader of Arabic meets them, from the right. Poppler gives the pieces of a line as they stand
 * from the left, and embeds those that run from the right.
 */
export function lineFromTheRight(pdf: Uint8Array, containing: string): string {
  const line = poppler('pdftotext', pdf, '-nopgbrk', '-')
    .split('\n')
    .find((one) => one.includes(containing))
  return lettersAndDigits(
    (line ?? '')
      .split(/[\u202B\u202C]/)
      .toReversed()
      .join(''),
  )
}

/** Without spaces, punctuation and vowel signs, which programs put in slightly different places. */
export function lettersAndDigits(text: string): string {
  return text.replaceAll(/[^\p{L}\p{Nd}]/gu, '')
}

/** What Poppler says of a PDF: tagged, title, pages; then its structure tree. */
export function structureOfPdf(pdf: Uint8Array): { readonly info: string; readonly structure: string } {
  return { info: poppler('pdfinfo', pdf), structure: poppler('pdfinfo', pdf, '-struct') }
}

function poppler(program: string, pdf: Uint8Array, ...rest: readonly string[]): string {
  const after = rest.filter((option) => option === '-')
  const before = rest.filter((option) => option !== '-')
  return inFolder((folder) => {
    writeFileSync(join(folder, 'paper.pdf'), pdf)
    return run(program, [...before, join(folder, 'paper.pdf'), ...after])
  })
}

function run(program: string, options: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, options, { encoding: 'utf8' })
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
  return stdout
}

export function inFolder<Result>(use: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'entente-paper-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** White space folded, so that it does not matter where a program breaks lines; without marks of direction. */
function folded(text: string): string {
  return text.replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ')
}

/**
 * Whether a program is on this machine. Where tests decide about a release (`CI` is set) it must be; elsewhere the reason for leaving tests
 * out is printed.
 */
export function installed(program: 'soffice' | 'pdftotext', debianPackage: string): boolean {
  if (onThisMachine(program)) return true
  const reason = `${program} is not installed (Debian: apt-get install --no-install-recommends ${debianPackage})`
  if (process.env['CI']) throw new Error(reason)
  process.stderr.write(`Left out: ${reason}\n`)
  return false
}

export function onThisMachine(program: 'soffice' | 'pdftotext'): boolean {
  return spawnSync(program, program === 'soffice' ? ['--version'] : ['-v']).error === undefined
}
