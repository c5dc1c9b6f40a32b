/**
 * A paper as the data that the Typst template prints.
 *
 * The template receives text only as JSON values, never as Typst source, so nothing in a text can be a command. What needs judgement
 * (direction, links, language) is settled here; the template only sets type.
 */
import type { Language } from '@entente/agreement'
import { directionOf } from './direction.ts'
import { permittedLink } from './link.ts'
import { plain, type Alternative, type Block, type Line, type Paper, type Part, type Table } from './paper.ts'

/** The input of `paper.typ`, as JSON. */
export function pdfData(paper: Paper): string {
  const { language, direction, title, shortTitle, symbol, stage, occasion, notices, body, annexes, colophon, footer } = paper

  const lineOf = (line: Line) => ({
    dir: directionOf(line, direction),
    runs: line.map(({ text, bold, italic, underline, link, role, language: spoken, footnote }) => ({
      note: footnote === undefined ? null : (paper.footnotes[footnote - 1] ?? null),
      text,
      bold: bold === true || role !== undefined,
      italic: italic === true,
      underline: underline === true,
      link: permittedLink(link) ?? null,
      lang: spoken === undefined ? null : primary(spoken),
    })),
  })
  type Words = ReturnType<typeof lineOf>
  type Printed =
    | { readonly is: 'paragraph'; readonly line: Words }
    | { readonly is: 'list'; readonly items: readonly { readonly label: string; readonly blocks: readonly Printed[] }[] }

  const blockOf = (block: Block): Printed =>
    block.is === 'paragraph'
      ? { is: 'paragraph', line: lineOf(block.line) }
      : { is: 'list', items: block.items.map(({ label, blocks }) => ({ label, blocks: blocks.map(blockOf) })) }

  const tableOf = ({ columns, rows }: Table) => ({
    is: 'table',
    shares: columns.map(({ share }) => share),
    headings: columns.map(({ heading }) => lineOf(heading)),
    rows: rows.map((cells) => cells.map((lines) => lines.map(lineOf))),
  })

  const alternativeOf = ({ title, blocks }: Alternative) => ({ title: lineOf(title), blocks: blocks.map(blockOf) })

  const partOf = (part: Part) => {
    switch (part.is) {
      case 'heading':
        return { is: 'heading', level: part.level, line: lineOf(part.line) }
      case 'clause':
        return {
          is: 'clause',
          level: part.level,
          title: part.title.length > 0 ? lineOf(part.title) : null,
          blocks: part.blocks.map(blockOf),
          status: part.status === undefined ? null : lineOf(part.status),
          alternatives: part.alternatives.map(alternativeOf),
          discussions: part.discussions.map(({ about, remarks }) => ({
            about: lineOf(about),
            remarks: remarks.map(({ by, words }) => ({
              by: lineOf(by),
              lines: words.map(lineOf),
            })),
          })),
        }
      case 'proposal':
        return { is: 'proposal', ...alternativeOf(part) }
      case 'paragraph':
      case 'list':
        return blockOf(part)
      case 'table':
        return tableOf(part)
      case 'signatures':
        return {
          is: 'signatures',
          testimonium: lineOf(part.testimonium),
          groups: part.groups.map((group) => ({ title: lineOf(group.title), names: group.names.map(lineOf) })),
        }
      default:
        return part satisfies never
    }
  }

  return JSON.stringify({
    lang: primary(language),
    dir: direction,
    title,
    keywords: [plain(stage), shortTitle],
    symbol: symbol ?? null,
    stage: lineOf(stage),
    occasion: lineOf(occasion),
    notices: notices.map(lineOf),
    body: body.map(partOf),
    annexes: annexes.map((annex) => ({
      title: lineOf(annex.title),
      landscape: annex.orientation === 'landscape',
      parts: annex.parts.map(partOf),
    })),
    colophon: colophon.map(lineOf),
    footer,
  })
}

/** Typst knows languages by their two or three letters. */
function primary(language: Language): string {
  return new Intl.Locale(language).language
}
