/**
 * The positions as an annex: the matrix in tables that fit on a page.
 *
 * A page on its side has room for so many parties; the others follow in tables of their own, each with the clauses again, so that no row has
 * to be followed across pages.
 */
import type { Matrix, Term } from './matrix.ts'
import type { Annex, Paragraph, Table } from './paper.ts'
import { phrase } from './phrase.ts'

const PARTIES_ABREAST = 5

/** Undefined if there is no clause, or nobody who could have a position. */
export function positions({ parties, rows, legend }: Matrix): Annex | undefined {
  if (rows.length === 0 || parties.length === 0) return undefined
  const groups = Array.from({ length: Math.ceil(parties.length / PARTIES_ABREAST) }, (_, group) => group * PARTIES_ABREAST)
  return {
    title: phrase('Annex: Positions'),
    orientation: 'landscape',
    parts: [...groups.map((from) => tableOf(parties, rows, from)), ...legend.map(explained)],
  }
}

function tableOf(parties: Matrix['parties'], rows: Matrix['rows'], from: number): Table {
  const abreast = parties.slice(from, from + PARTIES_ABREAST)
  return {
    is: 'table',
    summary: phrase(`Positions of ${abreast.join(', ')} on each clause`),
    columns: [
      { heading: phrase('No.'), share: 6 },
      { heading: phrase('Clause'), share: 17 },
      { heading: phrase('Status'), share: 15 },
      ...abreast.map((party) => ({ heading: phrase(party), share: 22 })),
    ],
    rows: rows.map(({ number, heading, status, wording, cells }) => [
      [phrase(number)],
      heading.length === 0 ? [] : [heading],
      [phrase(status), phrase(wording)],
      ...cells.slice(from, from + PARTIES_ABREAST).map(({ lines }) => lines),
    ]),
  }
}

function explained({ term, meaning }: Term): Paragraph {
  return { is: 'paragraph', line: [...phrase(term, { bold: true }), ...phrase(': '), ...meaning] }
}
