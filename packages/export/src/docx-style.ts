/**
 * How the Word paper looks: the styles of a treaty text, in a face every office has.
 *
 * Headings are Word's own styles, so the navigation pane, a table of contents and screen readers find them. Whoever pastes the text into
 * a house template changes the styles, not the paragraphs. Sizes are in half-points, distances in twips.
 */
import { AlignmentType, BorderStyle, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx'
import type { Direction } from './paper.ts'

export const FONT = 'Times New Roman'
const INK = '000000'
const QUIET = '3D4552'
const RULE = 'B9B4A6'

/** One step of indentation. */
export const STEP = 568

/** Width of the text on a portrait and on a landscape A4 page. */
export const MEASURE = { portrait: 9_071, landscape: 14_571 } as const
export const MARGIN = { portrait: 1_417, landscape: 1_134 } as const

const CUSTOM: readonly IParagraphStyleOptions[] = [
  {
    id: 'Stage',
    name: 'Stage',
    basedOn: 'Normal',
    run: { size: 19 },
    paragraph: { spacing: { after: 480 }, border: { bottom: line(6, INK, 4) } },
  },
  { id: 'Occasion', name: 'Occasion', basedOn: 'Normal', paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 320 } } },
  {
    id: 'Notice',
    name: 'Notice',
    basedOn: 'Normal',
    run: { size: 19 },
    paragraph: {
      spacing: { after: 60 },
      indent: { left: 113, right: 113 },
      border: { top: box(), bottom: box(), left: box(), right: box() },
    },
  },
  {
    id: 'Status',
    name: 'Clause status',
    basedOn: 'Normal',
    run: { size: 19, color: QUIET },
    paragraph: { spacing: { before: 40, after: 160 }, indent: { left: 170 }, border: { left: line(18, RULE, 8) } },
  },
  {
    id: 'Alternative',
    name: 'Alternative reading',
    basedOn: 'Normal',
    paragraph: { indent: { left: STEP }, border: { left: { style: BorderStyle.DOUBLE, size: 6, color: QUIET, space: 8 } } },
  },
  {
    id: 'AlternativeTitle',
    name: 'Alternative title',
    basedOn: 'Alternative',
    run: { bold: true, size: 19 },
    paragraph: { keepNext: true },
  },
  {
    id: 'TableText',
    name: 'Table text',
    basedOn: 'Normal',
    run: { size: 17 },
    paragraph: { spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO } },
  },
  { id: 'TableHeading', name: 'Table heading', basedOn: 'TableText', run: { bold: true } },
  { id: 'Signatory', name: 'Signatory', basedOn: 'Normal', paragraph: { spacing: { before: 900 }, border: { top: line(4, INK, 4) } } },
  {
    id: 'SignatureTitle',
    name: 'Signature title',
    basedOn: 'Normal',
    run: { bold: true },
    paragraph: { keepNext: true, spacing: { before: 480 } },
  },
  { id: 'Colophon', name: 'Colophon', basedOn: 'Normal', run: { size: 17, color: QUIET }, paragraph: { spacing: { after: 40 } } },
  { id: 'FooterText', name: 'Footer text', basedOn: 'Normal', run: { size: 16, color: QUIET }, paragraph: { spacing: { after: 0 } } },
]

/** The styles of a paper in this language (`en-GB`, `ar-EG`), which Word needs for spelling and for shaping. */
export function styleSheet(language: string, direction: Direction): IStylesOptions {
  const heading = (size: number, spacing: { before: number; after: number }) => ({
    run: { bold: true, size, color: INK, font: FONT },
    paragraph: { keepNext: true, keepLines: true, spacing },
  })
  const section = heading(24, { before: 480, after: 200 })
  return {
    default: {
      document: {
        run: {
          font: FONT,
          size: 22,
          language: direction === 'rtl' ? { value: 'en-GB', bidirectional: language } : { value: language, bidirectional: 'ar-EG' },
        },
        paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { bold: true, size: 30, font: FONT, color: INK },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 200, line: 288, lineRule: LineRuleType.AUTO } },
      },
      heading1: { ...section, paragraph: { ...section.paragraph, alignment: AlignmentType.CENTER } },
      heading2: heading(22, { before: 280, after: 80 }),
      hyperlink: { run: { color: INK, underline: {} } },
    },
    paragraphStyles: [...CUSTOM],
  }
}

export const CELL_BORDER = line(4, RULE, 0)

function line(size: number, color: string, space: number) {
  return { style: BorderStyle.SINGLE, size, color, space }
}

function box() {
  return line(4, RULE, 6)
}
