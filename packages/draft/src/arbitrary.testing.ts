/** Texts of every kind, for tests of laws: brackets and links that touch, white space of many sorts, letters with and without accents. */
import { BracketId, BracketKind, ClauseId, INSET } from '@entente/agreement'
import * as fc from 'fast-check'
import type { Block, Run, Text } from './text.ts'

const words = fc
  .array(
    fc.constantFrom(
      'shall',
      'may',
      'withdraw',
      '30 km',
      ' ',
      '  ',
      '\u00a0',
      '\n',
      '\t',
      'é',
      'e',
      '\u0301',
      '\u0323',
      'ö',
      '가',
      'ᄀ',
      'ᅡ',
      '\u200b',
      '\u202e',
      '🕊',
      '停火',
      'вогонь',
      '[',
      ']',
      '.',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))

/** Few brackets, so that runs often share one or touch another of the same kind. */
const brackets = fc.constantFrom<Run['bracket']>(
  ...(['contested', 'contested', 'placeholder'] as const).map((kind, index) => ({
    id: BracketId.parse(`x${index}`),
    kind: BracketKind.parse(kind),
  })),
)

const flag = fc.constantFrom(true as const, undefined)

const insets = fc.constantFrom<Partial<Run>>(
  { reference: ClauseId.parse('ceasefire') },
  { reference: ClauseId.parse('relief') },
  { footnote: 'As drawn on the map.' },
  { footnote: ' e\u0301  mapped ' },
)

export const runs: fc.Arbitrary<Run> = fc
  .record({
    text: words,
    bold: flag,
    italic: flag,
    underline: flag,
    link: fc.option(fc.constantFrom('https://example.org/map', 'mailto:chair@example.org'), { nil: undefined, freq: 3 }),
    bracket: fc.option(brackets, { nil: undefined, freq: 2 }),
    inset: fc.option(insets, { nil: undefined, freq: 5 }),
  })
  .map(({ text, bold, italic, underline, link, bracket, inset }) => ({
    text: inset === undefined ? text : INSET,
    ...inset,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(link !== undefined && { link }),
    ...(bracket !== undefined && { bracket }),
  }))

const { blocks } = fc.letrec<{ blocks: Text; block: Block; paragraph: Block; list: Block }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4, depthIdentifier: 'text' }),
  block: fc.oneof({ depthIdentifier: 'text', maxDepth: 3, withCrossShrink: true }, tie('paragraph'), tie('list')),
  paragraph: fc.array(runs, { maxLength: 5 }).map((all) => ({ type: 'paragraph', runs: all })),
  list: fc
    .record({ ordered: fc.boolean(), items: fc.array(tie('blocks'), { maxLength: 3, depthIdentifier: 'text' }) })
    .map(({ ordered, items }) => ({ type: 'list', ordered, items })),
}))

export const texts: fc.Arbitrary<Text> = blocks
