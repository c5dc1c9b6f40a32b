import type { Fact } from '@entente/agreement'
import { describe, expect, test } from 'vitest'
import { matrix } from './matrix.ts'
import { createPrinter } from './printer.ts'
import { sheetOf } from './sheet.ts'
import { partsOfOffice } from './testing/reading-back.ts'
import { opensSheets, sheetByLibreOffice, sheetsOfXlsx } from './testing/reading-sheets.ts'
import { FORMULAS, formulaTalks, hostileTalks, talks } from './testing/talks.ts'
import { xlsxOf } from './xlsx.ts'

const reason = (text: string) =>
  talks({
    facts: [
      { kind: 'position-taken', clause: 'relief', party: 'ORL', on: 'f'.repeat(64), position: { stance: 'objects', reason: text } },
    ] as unknown as readonly Fact[],
  })
const cellsOf = async (manuscript: ReturnType<typeof talks>) => (await sheetsOfXlsx(await xlsxOf(matrix(manuscript))))[0]?.cells ?? []

test('[export-28] the workbook has the cells of the matrix and says what they mean', async () => {
  const { heading, rows, legend } = sheetOf(matrix(talks()))
  const [positions, meanings, ...others] = await sheetsOfXlsx(await xlsxOf(matrix(talks())))
  expect(positions).toMatchObject({ name: 'Positions', cells: [heading, ...rows] })
  expect(meanings).toMatchObject({ name: 'Legend', cells: legend })
  expect(others).toEqual([])
})

test('[export-28] the headings and the names of clauses stay in sight', async () => {
  const [positions] = await sheetsOfXlsx(await xlsxOf(matrix(talks())))
  expect(positions?.frozen).toEqual([1, 2])
  expect(positions?.widths).toEqual([6, 30, 22, 15, 38, 38])
})

test('[export-28] rows are high enough for their lines, as far as Excel lets them', async () => {
  const [positions] = await sheetsOfXlsx(await xlsxOf(matrix(reason('a '.repeat(4_000)))))
  expect(positions?.heights.slice(1, 7)).toEqual([30, 45, 30, 45, 60, 45])
  expect(positions?.heights[8]).toBe(409)
})

test('[export-29] every cell is a string in the format text, and none a formula', async () => {
  for (const talking of [talks(), formulaTalks(), hostileTalks()])
    for (const { types, formats, formulas } of await sheetsOfXlsx(await xlsxOf(matrix(talking)))) {
      expect([...types]).toEqual(['s'])
      expect([...formats]).toEqual(['@'])
      expect(formulas).toEqual([])
    }
  const cells = (await cellsOf(formulaTalks())).flat()
  for (const formula of FORMULAS) expect(cells).toContain(formula)
})

test('[export-17] the workbook holds nothing but its sheets', async () => {
  const parts = await partsOfOffice(await xlsxOf(matrix(hostileTalks())))
  expect(
    [...parts.keys()].filter((name) => !/^(\[Content_Types\]\.xml|(_rels|xl)\/[A-Za-z/_]+\d?\.xml(\.rels)?|_rels\/\.rels)$/.test(name)),
  ).toEqual([])
  expect([...parts.values()].join('')).not.toMatch(/TargetMode="External"|<!DOCTYPE|<hyperlink/)
})

test('[export-18] letters that the format takes for the code of a character stay letters', async () => {
  const cells = (await cellsOf(reason('not less than _x202E_30_x202c_ km'))).flat().join('\n')
  expect(cells).toContain('not less than _x202E_30_x202c_ km')
})

test('[export-28] a cell with more than Excel takes is cut and says so', async () => {
  const long = `${'a'.repeat(32_700)}${'😀'.repeat(100)}`
  const cell = (await cellsOf(reason(long))).flat().find((text) => text.includes('Reason: aaa')) ?? ''
  expect(cell.length).toBeLessThanOrEqual(32_767)
  expect(cell).toMatch(/a… \(cut here|… \(cut here: too long for a cell; the record has the whole\)$/)
  expect(cell.isWellFormed()).toBe(true)
})

test('[export-20] a workbook is made by the printer, like a paper', { timeout: 60_000 }, async () => {
  const printer = createPrinter()
  const [positions] = await sheetsOfXlsx(await printer.print({ format: 'xlsx', matrix: matrix(talks()) }))
  expect(positions?.cells).toHaveLength(13)
  printer.close()
})

describe.skipIf(!opensSheets())('XLSX read by LibreOffice', () => {
  test('[export-28] has the same cells', { timeout: 120_000 }, async () => {
    const { heading, rows } = sheetOf(matrix(talks()))
    expect(sheetByLibreOffice(await xlsxOf(matrix(talks())), 'xlsx').cells).toEqual([heading, ...rows])
  })

  test('[export-29] has no formula, and the words of each', { timeout: 120_000 }, async () => {
    const { cells, formulas } = sheetByLibreOffice(await xlsxOf(matrix(formulaTalks())), 'xlsx')
    expect(formulas).toEqual([])
    for (const formula of FORMULAS) expect(cells.flat()).toContain(formula)
  })

  test('[export-18] shows letters as letters', { timeout: 120_000 }, async () => {
    const { cells } = sheetByLibreOffice(await xlsxOf(matrix(reason('a _x202E_30 b'))), 'xlsx')
    expect(cells.flat().join('\n')).toContain('a _x202E_30 b')
  })
})
