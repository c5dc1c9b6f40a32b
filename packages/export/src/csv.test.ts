import type { Fact } from '@entente/agreement'
import { describe, expect, test } from 'vitest'
import { inert, toCsv } from './csv.ts'
import { fileName } from './file-name.ts'
import { matrix } from './matrix.ts'
import { sheetOf } from './sheet.ts'
import { opensSheets, recordsOfCsv, sheetByLibreOffice } from './testing/reading-sheets.ts'
import { FORMULAS, formulaTalks, hostileTalks, talks } from './testing/talks.ts'

test('the positions as CSV', async () => {
  await expect(toCsv(matrix(talks()))).toMatchFileSnapshot('golden/positions.csv')
})

test('[export-28] is UTF-8 with a byte order mark, every line ends in CRLF, and every record has as many fields', () => {
  const bytes = Buffer.from(toCsv(matrix(talks())))
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.toString().endsWith('"\r\n')).toBe(true)
  const records = recordsOfCsv(toCsv(matrix(hostileTalks())))
  expect(new Set(records.map((fields) => fields.length))).toEqual(new Set([6]))
})

test('[export-28] another reader finds the cells of the matrix, quotation marks and line feeds included', () => {
  const quoted = matrix(talks({ facts: [retitled('“Aa”, "Bb";\t"Cc"')] }))
  const { heading, rows } = sheetOf(quoted)
  const records = recordsOfCsv(toCsv(quoted))
  expect(records.slice(0, rows.length + 1)).toEqual([heading, ...rows])
  expect(records[3]?.[1]).toBe('“Aa”, "Bb"; "Cc"')
})

test.each([...FORMULAS, '\t=1', '\r=1', '\tx', ' =1+1', '＝1+1', '＋1', '＠x'])('[export-29] %j begins with an apostrophe', (cell) => {
  expect(inert(cell)).toBe(`'${cell}`)
})

test.each([
  ['a;=1+1', "a;'=1+1"],
  ['a; -1', "a;' -1"],
  ['Objects\n=1+1', "Objects\n'=1+1"],
])('[export-29] so does a place where a cell may be taken to begin: %j', (cell, written) => {
  expect(inert(cell)).toBe(written)
})

test.each(['30 km', 'a = b', 'a-b', 'x@example.org', '', "'t", 'Accepts', '−5 °C', 'تُسحب', '; and'])(
  '[export-29] other words stay as they are: %j',
  (cell) => {
    expect(inert(cell)).toBe(cell)
  },
)

test('[export-29] 100,000 characters are looked through at once', () => {
  const started = performance.now()
  for (const text of [' ', '\n', ';', '\t', '\r', ';\n ', '=']) inert(text.repeat(100_000 / text.length))
  expect(performance.now() - started).toBeLessThan(1_000)
})

test('[export-29] no cell of a CSV file begins like a formula, whatever is written at the table', () => {
  for (const talking of [formulaTalks(), hostileTalks()]) {
    const records = recordsOfCsv(toCsv(matrix(talking)))
    expect(records.flat().filter((cell) => /(^|[;\n])\s*[=+\-@\t\r]/.test(cell))).toEqual([])
  }
  const cells = recordsOfCsv(toCsv(matrix(formulaTalks()))).flat()
  for (const formula of FORMULAS) expect(cells.some((cell) => cell.includes(formula))).toBe(true)
})

test('[export-30] the file is called after negotiation, content and entry in plain letters', () => {
  const of = matrix(talks({ cover: { shortTitle: 'Vésna/../"Framework"\r\n; x=y' } }))
  expect(fileName(of, 'csv')).toBe(`vesna-framework-x-y-positions-${of.head.seq}.csv`)
  expect(fileName(matrix(talks({ cover: { shortTitle: 'Долина' } })), 'xlsx')).toBe(`communique-positions-${of.head.seq}.xlsx`)
})

describe.skipIf(!opensSheets())('CSV read by LibreOffice', () => {
  test('[export-28] has the same cells', { timeout: 120_000 }, () => {
    const { heading, rows } = sheetOf(matrix(talks()))
    const read = sheetByLibreOffice(Buffer.from(toCsv(matrix(talks()))), 'csv')
    expect(read.cells.slice(0, rows.length + 1)).toEqual([heading, ...rows])
  })

  test('[export-29] has no formula', { timeout: 120_000 }, () => {
    const read = sheetByLibreOffice(Buffer.from(toCsv(matrix(formulaTalks()))), 'csv')
    expect(read.formulas).toEqual([])
  })
})

function retitled(heading: string): Fact {
  return { kind: 'clause-retitled', clause: 'fire', heading } as unknown as Fact
}
