/** Reads sheets back with programs that did not write them, for tests. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { inFolder, libreOffice, onThisMachine, partsOfOffice } from './reading-back.ts'

/** The records of a CSV file as RFC 4180 has them. Throws on anything it does not allow. */
export function recordsOfCsv(csv: string): readonly (readonly string[])[] {
  const text = csv.replace(/^\uFEFF/, '')
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const records: string[][] = []
  let fields: string[] = []
  while (field.lastIndex < text.length) {
    const at = field.lastIndex
    const found = field.exec(text)
    if (found === null) throw new Error(`Not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`)
    fields.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    records.push(fields)
    fields = []
  }
  return records
}

type Cells = readonly (readonly string[])[]

export type WorkbookSheet = {
  readonly name: string
  readonly cells: Cells
  /** Types of the cells that have a value: `s` is a string. */
  readonly types: ReadonlySet<string>
  /** Number formats of the cells: `@` is text. */
  readonly formats: ReadonlySet<string>
  readonly formulas: readonly string[]
  readonly frozen: readonly [rows: number, columns: number] | undefined
  readonly widths: readonly number[]
  readonly heights: readonly (number | undefined)[]
}

/** The sheets of an Excel workbook, read from its XML parts. Throws if a part is not well-formed. */
export async function sheetsOfXlsx(xlsx: Uint8Array): Promise<readonly WorkbookSheet[]> {
  const parts = await partsOfOffice(xlsx)
  const part = (name: string) => readXml(parts.get(name) ?? '')
  const strings = below(part('xl/sharedStrings.xml'), 'si').map(textOf)
  const styles = part('xl/styles.xml')
  const codes = new Map(below(styles, 'numFmt').map(({ is }) => [is['numFmtId'], is['formatCode'] ?? '']))
  const [used] = below(styles, 'cellXfs')
  const formats = used?.children.map(({ is }) => codes.get(is['numFmtId']) ?? 'General') ?? []
  return below(part('xl/workbook.xml'), 'sheet').map(({ is: { name = '' } }, index) => {
    const sheet = part(`xl/worksheets/sheet${index + 1}.xml`)
    const cells = below(sheet, 'c')
    const [pane] = below(sheet, 'pane')
    return {
      name,
      cells: below(sheet, 'row').map(({ children }) =>
        children.map((cell) => (cell.children.length === 0 ? '' : unescaped(strings[Number(textOf(cell))] ?? ''))),
      ),
      types: new Set(cells.filter(({ children }) => children.length > 0).map(({ is }) => is['t'] ?? 'n')),
      formats: new Set(cells.map(({ is }) => formats[Number(is['s'])] ?? 'General')),
      formulas: below(sheet, 'f').map(textOf),
      frozen: pane && ([Number(pane.is['ySplit']), Number(pane.is['xSplit'])] as const),
      widths: below(sheet, 'col').map(({ is }) => Number(is['width'])),
      heights: below(sheet, 'row').map(({ is }) => (is['ht'] === undefined ? undefined : Number(is['ht']))),
    }
  })
}

/** The first sheet of a file as LibreOffice Calc has it, without empty cells at the end of a row and empty rows at the end. */
export function sheetByLibreOffice(
  file: Uint8Array,
  extension: 'csv' | 'xlsx',
): { readonly cells: Cells; readonly formulas: readonly string[] } {
  const xml = inFolder((folder) => {
    const sheet = join(folder, `sheet.${extension}`)
    writeFileSync(sheet, file)
    // Comma, quotation mark, UTF-8, from the first line.
    const read = extension === 'csv' ? ['--infilter=Text - txt - csv (StarCalc):44,34,76,1'] : []
    libreOffice(folder, [...read, '--convert-to', 'fods', sheet])
    return readFileSync(join(folder, 'sheet.fods'), 'utf8')
  })
  const [table] = below(readXml(xml), 'table:table')
  const rows = below(table, 'table:table-row').map(({ children }) =>
    trimmed(
      children.flatMap((cell) => {
        const text = below(cell, 'text:p').map(textOf).join('\n')
        // The empty columns to the right edge of a sheet are one cell that repeats.
        return text === '' ? [''] : Array.from({ length: Number(cell.is['table:number-columns-repeated'] ?? 1) }, () => text)
      }),
      (text) => text === '',
    ),
  )
  return {
    cells: trimmed(rows, (cells) => cells.length === 0),
    formulas: below(table, 'table:table-cell').flatMap(({ is }) => is['table:formula'] ?? []),
  }
}

function trimmed<Of>(all: readonly Of[], empty: (one: Of) => boolean): readonly Of[] {
  return all.slice(0, all.findLastIndex((one) => !empty(one)) + 1)
}

/** Whether LibreOffice Calc is on this machine. It is a further reader of sheets; the tests of the XML parts stand without it. */
export function opensSheets(): boolean {
  if (onThisMachine('soffice') && calcOpens()) return true
  process.stderr.write('Left out: no LibreOffice that opens sheets (Debian: apt-get install --no-install-recommends libreoffice-calc)\n')
  return false
}

function calcOpens(): boolean {
  try {
    return sheetByLibreOffice(Buffer.from('"x"\r\n'), 'csv').cells[0]?.[0] === 'x'
  } catch (error) {
    // Without Calc it ends in good order and writes nothing.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

type XmlElement = {
  readonly name: string
  readonly is: Readonly<Record<string, string | undefined>>
  readonly children: XmlElement[]
  readonly words: (string | XmlElement)[]
}

/** An XML part as a tree. Throws if it is not well-formed. */
function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', is: {}, children: [], words: [] }
  const open = [root]
  const parser = new SaxesParser({})
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, is: attributes, children: [], words: [] }
    open.at(-1)?.children.push(element)
    open.at(-1)?.words.push(element)
    open.push(element)
  })
  parser.on('text', (text) => open.at(-1)?.words.push(text))
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root
}

/** Every element of that name in the tree, in order. */
function below(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (element?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)])
}

function textOf({ words }: XmlElement): string {
  return words.map((word) => (typeof word === 'string' ? word : textOf(word))).join('')
}

/** A string with the characters that the format writes as `_x000D_`. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}
